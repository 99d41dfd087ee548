import { isDay, type Day } from './calendar.ts'
import type { Period } from './period.ts'
import { isBlank, type Refusal } from './text.ts'

export { compareNumbers, refuseNumber, type NumberReason } from './number.ts'

/** What the rules look at of a plan to be registered (F01). */
export type PlanClaim = { slug: string; title: string; municipality: string; period: Period; adoptedOn: Day }

export type PlanReason =
  | 'slug-malformed'
  | 'slug-too-long'
  | 'slug-reserved'
  | 'title-missing'
  | 'municipality-missing'
  | 'period-from-not-a-day'
  | 'period-to-not-a-day'
  | 'period-reversed'
  | 'adopted-on-not-a-day'
  | 'adopted-on-after-period'

/** First words of addresses that belong to the program; the house test compares them with its routes. */
export const reservedWords: readonly string[] = [
  'api',
  'en',
  'logga-in',
  'logga-ut',
  'mitt',
  'om',
  'tillganglighet',
  'tyck-till',
  'assets',
  'datasets',
  'm',
  'healthz',
  'metrics',
  'sw.js',
  'robots.txt',
  'favicon.ico',
  '.well-known',
]

/** Why a plan can not be registered; empty when it can (F01). Its slug is its address for good (P03). */
export function refusePlan(claim: PlanClaim): Refusal<PlanReason>[] {
  const { slug, period, adoptedOn } = claim
  const refusals: Refusal<PlanReason>[] = []
  const refuse = (code: PlanReason, field: string) => refusals.push({ code, field })

  if (reservedWords.includes(slug)) refuse('slug-reserved', 'slug')
  else if (!/^[a-z0-9](-?[a-z0-9])*$/.test(slug)) refuse('slug-malformed', 'slug')
  else if (slug.length > 60) refuse('slug-too-long', 'slug')
  if (isBlank(claim.title)) refuse('title-missing', 'title')
  if (isBlank(claim.municipality)) refuse('municipality-missing', 'municipality')

  if (!isDay(period.from)) refuse('period-from-not-a-day', 'period.from')
  if (!isDay(period.to)) refuse('period-to-not-a-day', 'period.to')
  else if (isDay(period.from) && period.to < period.from) refuse('period-reversed', 'period.to')

  if (!isDay(adoptedOn)) refuse('adopted-on-not-a-day', 'adoptedOn')
  else if (isDay(period.to) && adoptedOn > period.to) refuse('adopted-on-after-period', 'adoptedOn')
  return refusals
}
