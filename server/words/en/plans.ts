import type { SameAs } from '../say.ts'
import type { plans as sv } from '../sv/plans.ts'

export const plans = {
  title: 'Action plans',
  headline: { one: 'One action plan is followed here.', other: '{NWords} action plans are followed here.' },
  none: 'No action plan has been published yet.',
  description: 'Action plans followed in the open, from the adopted points to the closed review day.',
  lead: 'Each plan is adopted once and reviewed on set days. This is how they stand.',
  completed: '{completed} of {adopted} {points} are completed',
  nothingYet: 'The plan has no {points} yet',
  period: '{from}–{to}',
  caption: 'Plans',
  plan: 'Plan',
  owner: 'Whose plan',
  years: 'Period',
  state: 'Completed',
} satisfies SameAs<typeof sv>
