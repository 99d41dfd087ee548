import type { SameAs } from '../say.ts'
import type { reviews as sv } from '../sv/reviews.ts'

export const reviews = {
  title: 'Reviews – {plan}',
  description: 'All reviews of {plan}, with the number of completed {points} at each.',
  headline: {
    one: 'One review has been held.',
    other: '{NWords} reviews have been held.',
  },
  headlineNone: 'No review has been held yet.',
  lead: 'At a review we see where we stand, what is left and how we take care of what is left. Afterwards the report is locked and changes no more.',
  next: 'The next one is {day}.',
  noNext: 'The next one has not been decided.',
  over: 'The plan ran until {day}. No more reviews have been decided.',
  caption: 'Reviews, the latest first',
  review: 'Review',
  day: 'Day',
  completed: 'Completed',
  change: 'Since the one before',
  countOf: '{completed} of {adopted}',
  open: 'Not locked yet',
  coming: 'To come',
  newCompleted: { one: '{n} newly completed', other: '{n} newly completed' },
  fewer: { one: '{n} fewer', other: '{n} fewer' },
  same: 'as many',
  calendar: {
    name: 'Reviews – {plan}',
    summary: 'Review {term} – {plan}',
    questions: 'Where do we stand, what is left, and how do we take care of what is left?',
    guest: 'Guest: {guest}',
    video: 'Video meeting: {url}',
  },
} satisfies SameAs<typeof sv>
