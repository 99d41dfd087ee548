import type { SameAs } from '../../say.ts'
import type { reviewRefusals as sv } from '../../sv/reviews/refusals.ts'

export const reviewRefusals = {
  'still-answered': 'The question has been answered already.',
  'review-cancelled': 'The review day is cancelled. Set a new day instead.',
  'review-under-way': 'The meeting is under way. End it first.',
  'review-was-held':
    'Something has been decided or said on this review day. Then it was held, and cannot be cancelled.',
  'quiet-week-unknown': 'Write weeks as numbers from 1 to 53, such as 27–31, 52.',
  'quiet-weeks-too-many':
    'At most 26 weeks can be without reminders. Else nobody is reminded ahead of the review day.',
  'review-closed': 'The review day is closed and does not change any more.',
  'review-over': 'The review day has passed. Move it first, if you are to meet on another day.',
  'review-not-closed': 'There is no such review day, or it is not closed. Choose one from the list.',
  'review-still-open': 'The review day is not closed yet. Write it in the review instead.',
  'review-not-next': 'An earlier review day is not closed. Ask for updates ahead of that one first.',
  'replaced-already':
    'Somebody else has changed what you are changing. Read what stands now and change that instead.',
  'thanks-too-late':
    'The review day was closed more than 60 days ago. Say thanks after the next one instead.',
  'minutes-moved-on':
    'Somebody has saved a newer version. Open the page in a new tab, read it and add yours.',
  'held-on-not-a-day': 'Write on which day the review day is, like 2023-11-14.',
  'held-on-before-adoption': 'The review day is before the plan was adopted. Choose a later day.',
  'held-on-in-closed-round': 'The day is before the last closed review day. Choose a later day.',
  'held-on-taken': 'There is a review day on that day already. Choose another.',
} satisfies SameAs<typeof sv>
