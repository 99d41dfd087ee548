import { isDay, type Day } from './calendar.ts'
import type { Period } from './period.ts'
import { refuseQuietWeeks, quietWeeksReasons } from './quiet-weeks.ts'
import { isBlank, isWebAddress, refuseLong, lineReasons, type Refusal } from './text.ts'

export { compareNumbers, refuseNumber, type NumberReason } from './number.ts'

type Text = string | null | undefined

/** What the rules look at of a plan to be registered or changed (F01). */
export type PlanClaim = {
  slug: string
  title: string
  municipality: string
  period: Period
  adoption: { by: string; on: Day; paragraph?: Text; reference?: Text; url?: Text }
  responsible?: Text
  followUp?: Text
  validUntil?: Text
  publisher?: Text
  contact?: Text
  easyRead?: Text
  letterhead?: { name: string } | null | undefined
  freshnessMonths?: number | undefined
  quietWeeks?: readonly number[] | null | undefined
  support?: readonly { what: string; number: string }[] | undefined
}

export const planReasons = [
  ...lineReasons,
  ...quietWeeksReasons,
  'slug-malformed',
  'slug-too-long',
  'slug-reserved',
  'title-missing',
  'municipality-missing',
  'period-from-not-a-day',
  'period-to-not-a-day',
  'period-reversed',
  'adopted-by-missing',
  'adopted-on-not-a-day',
  'adopted-on-after-period',
  'decision-url-malformed',
  'valid-until-not-a-day',
  'valid-until-before-period',
  'freshness-out-of-range',
  'support-what-missing',
  'support-number-missing',
] as const
export type PlanReason = (typeof planReasons)[number]

/** The longest lines of a plan's facts, in characters, by the field they stand in. */
export const planLines = {
  title: 200,
  municipality: 120,
  'adoption.by': 120,
  'adoption.paragraph': 40,
  'adoption.reference': 40,
  'adoption.url': 500,
  responsible: 120,
  followUp: 120,
  publisher: 120,
  contact: 200,
  easyRead: 4000,
  'letterhead.name': 120,
} as const

export const supportLines = { what: 80, number: 40 } as const

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
  'readyz',
  'metrics',
  'sw.js',
  'robots.txt',
  'favicon.ico',
  '.well-known',
  // Rooms that are drawn and not yet built: an address once given is for good.
  'huvudman',
  'sok',
  'personuppgifter',
  'arena',
  'region',
  'ideer',
  'saml',
  'spec',
  'skylt',
]

/** Why a plan can not be registered or changed so; empty when it can (F01). Its slug is its address for good (P03). */
export function refusePlan(claim: PlanClaim): Refusal<PlanReason>[] {
  const { slug, period, adoption, validUntil, freshnessMonths = 6 } = claim
  const refusals: Refusal<PlanReason>[] = []
  const refuse = (code: PlanReason, field: string) => refusals.push({ code, field })

  if (isBlank(claim.title)) refuse('title-missing', 'title')
  if (reservedWords.includes(slug)) refuse('slug-reserved', 'slug')
  else if (!/^[a-z0-9](-?[a-z0-9])*$/.test(slug)) refuse('slug-malformed', 'slug')
  else if (slug.length > 60) refuse('slug-too-long', 'slug')
  if (isBlank(claim.municipality)) refuse('municipality-missing', 'municipality')

  if (!isDay(period.from)) refuse('period-from-not-a-day', 'period.from')
  if (!isDay(period.to)) refuse('period-to-not-a-day', 'period.to')
  else if (isDay(period.from) && period.to < period.from) refuse('period-reversed', 'period.to')

  if (isBlank(adoption.by)) refuse('adopted-by-missing', 'adoption.by')
  if (!isDay(adoption.on)) refuse('adopted-on-not-a-day', 'adoption.on')
  else if (isDay(period.to) && adoption.on > period.to) refuse('adopted-on-after-period', 'adoption.on')
  if (adoption.url && !isWebAddress(adoption.url)) refuse('decision-url-malformed', 'adoption.url')

  if (validUntil && !isDay(validUntil)) refuse('valid-until-not-a-day', 'validUntil')
  else if (validUntil && isDay(period.from) && validUntil < period.from)
    refuse('valid-until-before-period', 'validUntil')
  if (!Number.isInteger(freshnessMonths) || freshnessMonths < 1 || freshnessMonths > 24)
    refuse('freshness-out-of-range', 'freshnessMonths')
  return [
    ...refusals,
    ...refuseQuietWeeks(claim.quietWeeks ?? []),
    ...refuseLong(linesOf(claim), planLines),
    ...refuseSupport(claim.support ?? []),
  ]
}

const linesOf = ({ adoption, ...claim }: PlanClaim): Record<string, Text> => ({
  title: claim.title,
  municipality: claim.municipality,
  'adoption.by': adoption.by,
  'adoption.paragraph': adoption.paragraph,
  'adoption.reference': adoption.reference,
  'adoption.url': adoption.url,
  responsible: claim.responsible,
  followUp: claim.followUp,
  publisher: claim.publisher,
  contact: claim.contact,
  easyRead: claim.easyRead,
  'letterhead.name': claim.letterhead?.name,
})

/** A support line says what it is and its number (P17). */
function refuseSupport(lines: NonNullable<PlanClaim['support']>): Refusal<PlanReason>[] {
  return lines.flatMap((line, index) => {
    const field = (name: string) => `support.${index}.${name}`
    const blank: Refusal<PlanReason>[] = []
    if (isBlank(line.what)) blank.push({ code: 'support-what-missing', field: field('what') })
    if (isBlank(line.number)) blank.push({ code: 'support-number-missing', field: field('number') })
    const long = refuseLong({ ...line }, supportLines)
    return [...blank, ...long.map((one) => ({ ...one, field: field(one.field) }))]
  })
}
