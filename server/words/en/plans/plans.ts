import type { SameAs } from '../../say.ts'
import type { plans as sv } from '../../sv/plans/plans.ts'

export const plans = {
  title: 'Action plans',
  headline: { one: 'One action plan is followed here.', other: '{NWords} action plans are followed here.' },
  none: 'No action plan has been published yet.',
  description: 'Action plans followed in the open, from the adopted points to the closed review day.',
  lead: 'Each plan is adopted once and reviewed on set days. This is how they stand.',
  completed: {
    one: '[{completed} of {n}] {points} is completed.',
    other: '[{completed} of {n}] {points} are completed.',
  },
  divided: '{closed} closed, {embedded} embedded in regular operations.',
  nothingYet: 'The plan has no {points} yet.',
} satisfies SameAs<typeof sv>
