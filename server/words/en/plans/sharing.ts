import type { SameAs } from '../../say.ts'
import type { sharing as sv } from '../../sv/plans/sharing.ts'

export const sharing = {
  title: 'Follow and share – {plan}',
  description: 'Follow {plan} as a feed or a calendar, and show it on other sites.',
  heading: 'Follow and share',
  lead: 'You can follow the plan without giving an e-mail address, and show it where others are.',
  address: {
    heading: 'Short address',
    text: 'Type the address, or read the square with your phone’s camera.',
    qr: 'QR code leading to {address}',
  },
  follow: {
    heading: 'Follow the plan',
    feed: 'The feed tells you when {aPoint} changes status, when a review day is locked and when a report is published. Add the address to a program that reads feeds (Atom).',
    feedLink: 'The plan’s feed',
    calendar: 'The review days are there as a calendar. If a day is moved, it moves in yours too.',
    calendarLink: 'Calendar of review days',
  },
  embed: {
    heading: 'Show the plan on another site',
    text: 'Fetch the piece and put it into your page. It is plain HTML without frame, script, cookies or pictures. Your site decides how it looks, by classes that begin with avstamt.',
    link: 'The piece to fetch',
    fresh: 'Once an hour is enough: it always says which day the figures are from.',
    day: 'The figures are from {day}.',
  },
  feed: {
    title: '{plan}: changes',
    subtitle: 'Changed statuses, locked review days and published reports.',
    changed: '{Point} {number}, {title}: {status}',
    changedText: 'Status changed from {from} to {to}. Holds from {day}. Reported by {who}.',
    locked: 'Review day {term} is locked',
    lockedText:
      '{completed} of {n} {points} are completed: {closed} carried out and closed, {embedded} embedded in regular operations.',
    published: 'The report of {term} is published',
    publishedText: 'Edition {edition}.',
  },
  easy: {
    title: 'Easy language: {plan}',
    description: 'A short text about {plan} in easy language.',
    over: 'Easy language',
    count: '{Completed} of {adopted} {points} are completed. That means they are done.',
    countNone: '{NoPoint} is completed yet. The work goes on.',
    day: 'This is how it is on {day}.',
    more: 'Do you want to read more? [The whole plan is here.]',
    heading: 'Easy language',
    help: 'Write a short text about the plan in easy language: short sentences, common words, one thing at a time. An empty line begins a new paragraph. The page writes the figures itself.',
    field: 'Text in easy language',
    save: 'Save the easy text',
  },
} satisfies SameAs<typeof sv>
