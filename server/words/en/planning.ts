import type { SameAs } from '../say.ts'
import type { closing as svClosing, planning as svPlanning } from '../sv/planning.ts'

export const planning = {
  title: 'New review day – {plan}',
  description: 'Set the day of the next review of {plan}.',
  heading: 'New review day',
  lead: 'At a review you see how far you have come, what is left and how you take care of what is left.',
  heldOn: 'Which day?',
  heldOnHelp: 'It may lie ahead. It may also be today.',
  heldOnAfter: 'After {day}, the day of the last locked review.',
  named: 'It is called the review of {term}.',
  set: 'These days are set already',
  setOpen: 'not locked',
  save: 'Save the review day',
  done: 'The review of {term} is on {day}.',
  doneText: 'Everybody can see the day on the plan’s pages now.',
  toClosing: 'Lock the review',
  toReviews: 'See all reviews',
} satisfies SameAs<typeof svPlanning>

export const closing = {
  title: 'Lock the review of {term} – {plan}',
  description: 'Lock the review of {term} of {plan}.',
  heading: 'Lock the review of {term}',
  lead: 'The review was held on {day}.',
  frozen: 'This is what will be locked',
  frozenAs: 'How it stands on {day}, with everything written so far:',
  heard: {
    one: '{n} {point} has had an update since the last review.',
    other: '{n} {points} have had an update since the last review.',
  },
  heardFirst: {
    one: '{n} {point} has had an update since the plan was adopted.',
    other: '{n} {points} have had an update since the plan was adopted.',
  },
  heardNone: 'No {point} has had an update in this round.',
  silent: {
    one: 'One open {point} has not been heard of.',
    other: '{NWords} open {points} have not been heard of.',
  },
  decisions: 'What you decided',
  decisionsHelp:
    'Write how you take care of what is left. The decisions are shown in the report and cannot be changed afterwards.',
  decisionNumbered: 'Decision {n}',
  text: 'What did you decide?',
  textMissing: 'Write what you decided, or remove the decision.',
  organisation: 'Who is responsible?',
  function: 'Which function?',
  functionHelp: 'Do not write a person’s name.',
  nobody: 'Nobody in particular',
  dueOn: 'No later than',
  dueOnMalformed: 'Write the day like 2024-03-31.',
  points: 'Which {points}?',
  pointsHelp: 'Write the numbers with commas between, for example 7, 15.',
  pointsUnknown:
    'The plan has no {number}. Write the numbers as they stand in the plan, with commas between.',
  add: 'Add a decision',
  remove: 'Remove decision {n}',
  forever: 'It cannot be changed afterwards',
  foreverText:
    'Once you have locked the review its report can never change, and nobody can open it again. What is found later is written as a correction with its own date.',
  sure: 'I have read what will be locked',
  sureMissing: 'Read what will be locked and tick the box.',
  save: 'Lock the review',
  anywayRead: 'Lock anyway, I have read what is new',
  conflictText:
    'While you were reading, this was written. Read what is new. Everything you wrote is still here.',
  unreached: 'We could not lock it. Your text is still here – try again.',
  locked: 'Locked at {clock}',
  done: 'The report of the review of {term} is locked and everybody can see it.',
  toReport: 'Read the report',
  toReviews: 'See all reviews',
  not: {
    closed: 'The review of {term} is locked',
    closedText: 'Its report does not change any more.',
    ahead: 'The review of {term} has not been held yet',
    aheadText: 'It is on {day} and can be locked from that day on.',
    order: 'An earlier review is not locked',
    orderText: 'Reviews are locked in order. Lock the earlier one first.',
    toEarlier: 'Lock the review of {term}',
  },
} satisfies SameAs<typeof svClosing>
