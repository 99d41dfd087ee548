import type { SameAs } from '../say.ts'
import type { mine as svMine, waysIn as svWaysIn } from '../sv/mine.ts'

export const mine = {
  title: 'To do',
  description: 'What needs you in the plans you work with.',
  needs: { one: 'One thing needs you.', other: '{NWords} things need you.' },
  needsBefore: {
    one: 'One thing needs you before the review.',
    other: '{NWords} things need you before the review.',
  },
  nothing: 'Nothing needs you right now.',
  logged: { one: 'You have logged one activity.', other: 'You have logged {nWords} activities.' },
  loggedNone: 'You have not logged anything yet.',
  reading: 'These are the plans you can read.',
  noPlans: 'You are not part of any plan yet.',
  noPlansText: 'Ask whoever leads the plan to add you.',
  nextReview: 'The next review is on {day}.',
  noReview: 'The next review has not been set.',
  daysLeft: { one: 'day to the review', other: 'days to the review' },
  today: 'The review is today.',
  newReview: 'New review day',
  close: 'Lock the review',
  closeTitle: 'The review of {term} is not locked',
  closeText: 'It was held on {day}.',
  log: 'Log an activity',
  write: 'Write an update',
  writeName: 'Write an update on {number} {title}',
  updated: 'Last updated {day}.',
  never: 'Nobody has reported yet.',
  yours: 'Your {points}',
  yoursNone: 'You are not responsible for any {point} right now.',
  waiting: {
    one: 'One activity is waiting to be shown',
    other: '{NWords} activities are waiting to be shown',
  },
  waitingHelp:
    'They count already. Read the words and show them to everybody if no single person is pointed out. Those that should not be shown can be internal.',
  waitingMore: {
    one: 'These are the latest {shown}. One more will come when you have dealt with them.',
    other: 'These are the latest {shown}. {n} more will come when you have dealt with them.',
  },
  show: 'Show to everybody',
  showName: 'Show to everybody: {what}',
  choose: 'Choose {what}',
  chooseAll: 'Choose all on the page',
  showChosen: { one: 'Show the chosen one to everybody', other: 'Show {n} chosen to everybody' },
  keepChosen: { one: 'Keep the chosen one internal', other: 'Keep {n} chosen internal' },
  shown: {
    one: 'One activity is now shown to everybody.',
    other: '{NWords} activities are now shown to everybody.',
  },
  kept: { one: 'One activity is internal.', other: '{NWords} activities are internal.' },
  undo: 'Undo',
  undone: 'Undone.',
  unshown: 'We could not save everything. What is still in the list is not saved – try again.',
  showNeedsScript: 'Showing activities needs JavaScript. Turn it on in your browser.',
  activity: '{Point} {number}. {who}, {day}.',
  latest: 'What you logged last',
  latestNone: 'What you log will be here.',
  state: {
    shown: 'Shown to everybody',
    waiting: 'Counts, its words are waiting to be shown',
    internal: 'Counts, its words are internal',
  },
} satisfies SameAs<typeof svMine>

export const waysIn = {
  write: 'Write an update',
  correct: 'Correct an update',
  log: 'Log an activity',
  newReview: 'New review day',
  close: 'Lock the review of {term}',
} satisfies SameAs<typeof svWaysIn>
