import { isBlank, isWebAddress, refuseLong, lineReasons, type Refusal } from './text.ts'

/** What a source says of one period: a decimal number as text with a point; null where the source has none. */
export interface IndicatorValue {
  period: string
  value: string | null
}

/** How the municipality is doing at large, as a source tells it (P14). */
export type IndicatorClaim = {
  title: string
  /** What a value counts: "procent", "per 100 000 invånare". */
  unit: string
  source: string
  url?: string | null
  note?: string | null
  values: readonly IndicatorValue[]
}

export const indicatorReasons = [
  'indicator-title-missing',
  'indicator-unit-missing',
  'indicator-source-missing',
  'indicator-url-malformed',
  'indicator-values-missing',
  'indicator-period-missing',
  'indicator-period-twice',
  'indicator-value-malformed',
  ...lineReasons,
] as const
export type IndicatorReason = (typeof indicatorReasons)[number]

export const indicatorLines = {
  title: 200,
  unit: 80,
  source: 200,
  url: 1000,
  note: 1000,
  period: 30,
} as const

/** Why an indicator can not be shown; empty when it can. Without source or unit a number says nothing. */
export function refuseIndicator(claim: IndicatorClaim): Refusal<IndicatorReason>[] {
  const { title, unit, source, url, note, values } = claim
  const refusals: Refusal<IndicatorReason>[] = []
  const refuse = (code: IndicatorReason, field: keyof IndicatorClaim) => refusals.push({ code, field })
  if (isBlank(title)) refuse('indicator-title-missing', 'title')
  if (isBlank(unit)) refuse('indicator-unit-missing', 'unit')
  if (isBlank(source)) refuse('indicator-source-missing', 'source')
  if (url && !isWebAddress(url)) refuse('indicator-url-malformed', 'url')
  if (values.length === 0) refuse('indicator-values-missing', 'values')
  const periods = values.map(({ period }) => period.trim())
  if (periods.some((period) => period === '')) refuse('indicator-period-missing', 'values')
  if (new Set(periods).size < periods.length) refuse('indicator-period-twice', 'values')
  if (values.some(({ value }) => value !== null && !/^-?\d{1,12}(\.\d{1,6})?$/.test(value)))
    refuse('indicator-value-malformed', 'values')
  const tooLong = periods.some((period) => period.length > indicatorLines.period)
  if (tooLong) refuse('line-too-long', 'values')
  return [...refusals, ...refuseLong({ title, unit, source, url, note }, indicatorLines)]
}

/**
 * Values as people paste them, a line each: `2022; 12,5`, `2019–2022<tab>8`. The last part is the value: a decimal comma is a point, space between
 * thousands goes, and nothing or a dash means that the source has none. Empty lines are passed over; what is no number stays for the rule to refuse.
 */
export const readValues = (pasted: string): IndicatorValue[] =>
  pasted
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [period = '', ...rest] = line.split(/[;\t]/)
      const value = rest.join('').replaceAll(/\s/g, '').replace(',', '.').replace('−', '-')
      return { period: period.trim(), value: /^[–—-]?$|^\.\.$/.test(value) ? null : value }
    })

/** The same as lines again, for the form. */
export const writeValues = (values: readonly IndicatorValue[]): string =>
  values.map(({ period, value }) => `${period}; ${value?.replace('.', ',') ?? '–'}`).join('\n')
