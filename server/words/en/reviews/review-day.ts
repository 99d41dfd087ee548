import type { SameAs } from '../../say.ts'
import type {
  reviewChanging as svChanging,
  reviewDay as svDay,
  reviewFacts as svFacts,
} from '../../sv/reviews/review-day.ts'

export const reviewDay = {
  about: 'Time and place',
  when: 'When',
  where: 'Where',
  guest: 'Guest',
  video: 'Video meeting',
  videoLink: 'Join the video meeting',
  videoNote: 'Only those who are in the plan see the link.',
  state: 'State',
  calendar: 'Calendar',
  addToCalendar: 'Put it in the calendar',
  agenda: 'Agenda',
  questions: 'Three questions',
  change: 'Change day and participants',
  invite: 'Invite',
  inviteText:
    'Each person gets a mail with the time, the place and a calendar invitation. If the day is moved, press once more and it moves in their calendars.',
  who: 'Whom?',
  role: '{role} ({n})',
  goes: { one: 'The invitation goes to one person.', other: 'The invitation goes to {n} people.' },
  goesNobody: 'All of those chosen have had the invitation already.',
  had: { one: 'One person has had it already.', other: '{NWords} people have had it already.' },
  everybodyHas: {
    one: 'The only person in the plan has had the invitation.',
    other: 'All {n} people in the plan have had the invitation.',
  },
  noMail: 'No mail leaves from here. The invitation is written on the program’s console.',
  nobodyChosen: 'Choose at least one group.',
  press: { one: 'Invite one person', other: 'Invite {n} people' },
  pressNobody: 'Invite',
  done: {
    one: 'The invitation is on its way to one person.',
    other: 'The invitation is on its way to {n} people.',
  },
  doneNobody: 'Everybody had had the invitation already. No new mail has been sent.',
} satisfies SameAs<typeof svDay>

export const reviewFacts = {
  heldOn: 'Which day?',
  startsAt: 'From',
  endsAt: 'Until',
  place: 'Where?',
  videoUrl: 'Link to a video meeting',
  videoHelp: 'The link is given only to those who are in the plan.',
  guest: 'Guest',
  guestHelp: 'Write a function and a subject, nobody’s name: “A researcher on young people’s mental health”.',
  agenda: 'Agenda',
  agendaHelp:
    'The three questions and all {points} come by themselves. Write only what comes on top of them.',
  preparedFrom: 'The preparation begins',
  preparedHelp: 'Leave it empty and it is four weeks before.',
} satisfies SameAs<typeof svFacts>

export const reviewChanging = {
  title: 'Change the review of {term} – {plan}',
  description: 'Change day, time, place and participants of the review of {term} of {plan}.',
  heading: 'Change the review of {term}',
  facts: 'Day, time and place',
  save: 'Save the changes',
  moving: 'The day moves from {from} to {to}.',
  movingText:
    'Calendars that subscribe move the day by themselves. Reminders are counted from the new day. Those who have had an invitation get another when you press Invite again. The address of the page stays.',
  saved: 'Saved {clock}',
  savedMoved: 'The review has moved to {day}. Invite again, and it moves in everybody’s calendars.',
  invite: 'To the invitation',
  toDay: 'To the page of the review',
  participants: 'Participants',
  participantsHelp:
    'Write function and organisation, never a name. During or after the meeting you fill in who was there.',
  noParticipants: 'No participants have been entered yet.',
  participant: 'Participant {n}',
  function: 'Function',
  organisation: 'Organisation',
  noOrganisation: 'No organisation',
  attended: 'Attendance',
  attendance: { unsaid: 'Not said', yes: 'Present', no: 'Not present' },
  functionMissing: 'Write the function, or remove the row.',
  add: 'Add a participant',
  remove: 'Remove',
  removeNamed: 'participant {n}',
  fetch: 'Fetch from the people of the plan',
  fetched: {
    one: 'One function has been added. Save when the list is right.',
    other: '{NWords} functions have been added. Save when the list is right.',
  },
  fetchedNone: 'All who are responsible for {points} are in the list already.',
  saveParticipants: 'Save the participants',
  savedParticipants: 'The participants are saved.',
  cancelling: {
    heading: 'Cancel',
    text: 'If the review day will not be held, cancel it. It then stands as cancelled for everybody, and no more reminders are sent about it.',
    mailed: {
      one: 'The one who was invited gets a mail that takes the day out of the calendar.',
      other: 'The {n} who were invited get a mail that takes the day out of their calendars.',
    },
    printed: {
      one: 'One person has been invited. No mail leaves from here: the message is printed on the console of the program.',
      other:
        '{NWords} people have been invited. No mail leaves from here: the messages are printed on the console of the program.',
    },
    nobody: 'Nobody has been invited yet, so no mail is sent.',
    reason: 'Why?',
    reasonHelp: 'One sentence that everybody can read, such as “Moved to the spring.”',
    forGood: 'It cannot be undone',
    sure: 'Yes, the review day will not be held',
    sureMissing: 'Tick that the review day will not be held.',
    save: 'Cancel the review day',
    done: 'The review of {term} is cancelled',
    doneText:
      'The page stays and says that the day is cancelled. If you are to meet on another day, set a new one.',
    newDay: 'New review day',
  },
  closed: 'The review of {term} is locked',
  closedText: 'Neither the day, the participants nor the report change any more.',
  toReport: 'Read the report',
} satisfies SameAs<typeof svChanging>
