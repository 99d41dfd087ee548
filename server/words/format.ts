import { weekNumber } from '#domain/calendar.ts'
import { parts } from '#domain/term.ts'

/** A reader's language. Content has its own, see the plan's `contentLang`. */
export type Lang = 'sv' | 'en'

/** A day as the page shows it, and as `<time datetime>` wants it (`YYYY-MM-DD`). */
export type Dated = { text: string; day: string }

const locales = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Lang, string>
const noBreakSpace = '\u00a0'

const dates = both((locale) => dayFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }))
const datesInYear = both((locale) => dayFormat(locale, { day: 'numeric', month: 'long' }))
const months = both((locale) => dayFormat(locale, { month: 'long', year: 'numeric' }))
const weekdays = both((locale) => dayFormat(locale, { weekday: 'long' }))
const numbers = both((locale) => new Intl.NumberFormat(locale))
const lists = both((locale) => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))
const collators = both((locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }))
const clocks = both(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' }),
)

/** `14 november 2023` · `14 November 2023`. */
export const dayText = (lang: Lang, day: string): string => dates[lang].format(utc(day))

/** `14 november`, when the year is already said. */
export const dayInYear = (lang: Lang, day: string): string => datesInYear[lang].format(utc(day))

/** `14 nov 2023` · `14 Nov 2023`: no dots, always three letters, so that a column of them is even. */
export function dayShort(lang: Lang, day: string): string {
  const [date, month, year] = dayText(lang, day).split(' ')
  return `${date} ${month?.slice(0, 3)} ${year}`
}

/** `tisdag 14 november 2023` · `Tuesday 14 November 2023`. */
export const dayWithWeekday = (lang: Lang, day: string): string =>
  `${weekdays[lang].format(utc(day))} ${dayText(lang, day)}`

/** `mars 2024` · `March 2024`. */
export const monthText = (lang: Lang, day: string): string =>
  months[lang].format(utc(day)).replace(' ', noBreakSpace)

/** `jan 2021` · `Jan 2021`: the ends of the chart's time line. */
export function monthShort(lang: Lang, day: string): string {
  const [month, year] = monthText(lang, day).split(noBreakSpace)
  return `${month?.slice(0, 3)} ${year}`
}

/** `2023-12`: an end in a table, where only the month is agreed. */
export const monthInTable = (day: string): string => day.slice(0, 7)

/** `kl. 09.12` · `09:12`, Swedish time. */
export function clock(lang: Lang, instant: string): string {
  const text = clocks[lang].format(new Date(instant))
  return lang === 'sv' ? `kl.${noBreakSpace}${text.replace(':', '.')}` : text
}

/** `kl. 13.00–16.00` · `13:00–16:00`, of Swedish clocks such as `13:00`; without an end `kl. 13.00`. */
export function hoursText(lang: Lang, from: string, to?: string | null): string {
  const hours = to ? `${from}–${to}` : from
  return lang === 'sv' ? `kl.${noBreakSpace}${hours.replaceAll(':', '.')}` : hours
}

/** `v. 20` · `week 20`: the week a Swedish calendar prints. */
export const weekText = (lang: Lang, day: string): string =>
  `${lang === 'sv' ? 'v.' : 'week'}${noBreakSpace}${weekNumber(day)}`

/** The same day for eyes and machines. */
export const dated = (lang: Lang, day: string): Dated => ({ text: dayText(lang, day), day })
export const datedShort = (lang: Lang, day: string): Dated => ({ text: dayShort(lang, day), day })
export const datedWithWeekday = (lang: Lang, day: string): Dated => ({ text: dayWithWeekday(lang, day), day })

/** `1 234,5` with no-break spaces · `1,234.5`. */
export const numberText = (lang: Lang, value: number): string => numbers[lang].format(value)

/** `240 kB` · `1,2 MB`: how large a file is, with two figures at least. */
export function bytesText(lang: Lang, bytes: number): string {
  const [size, unit] = bytes < 999_500 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB']
  const figures = size < 10 ? Math.round(size * 10) / 10 : Math.round(size)
  return `${numberText(lang, figures)}${noBreakSpace}${unit}`
}

/** `72 %` with a no-break space (P08) · `72%`; `percent` is a whole number 0–100. */
export const percentText = (lang: Lang, percent: number): string =>
  `${numberText(lang, percent)}${lang === 'sv' ? noBreakSpace : ''}%`

/** `VT21`, `HT23` (the second one `HT23:2`) · `Spr 21`, `Aut 23`. */
export function termShort(lang: Lang, term: string): string {
  const { year, season, ordinal } = namedTerm(term)
  const digits = String(year).slice(2)
  const name =
    lang === 'sv' ? `${season.toUpperCase()}${digits}` : `${season === 'vt' ? 'Spr' : 'Aut'} ${digits}`
  return ordinal > 1 ? `${name}:${ordinal}` : name
}

/** `våren 2021`, `hösten 2023` (the second one `hösten 2023, nummer 2`) · `spring 2021`, `autumn 2023`. */
export function termName(lang: Lang, term: string): string {
  const { year, season, ordinal } = namedTerm(term)
  const seasons = { sv: { vt: 'våren', ht: 'hösten' }, en: { vt: 'spring', ht: 'autumn' } } as const
  const name = `${seasons[lang][season]} ${year}`
  return ordinal > 1 ? `${name}, ${lang === 'sv' ? 'nummer' : 'number'} ${ordinal}` : name
}

const spelled = {
  sv: 'noll en två tre fyra fem sex sju åtta nio tio elva tolv'.split(' '),
  en: 'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
} as const

/** Whole numbers up to twelve as words, others as figures. */
export const numberInWords = (lang: Lang, value: number): string =>
  spelled[lang][value] ?? numberText(lang, value)

/** `a, b och c` · `a, b and c`. */
export const listText = (lang: Lang, items: readonly string[]): string => lists[lang].format(items)

/** Orders texts as a reader of the language expects: å ä ö last in Swedish, 2 before 10. */
export const inOrderOf = (lang: Lang): ((a: string, b: string) => number) => collators[lang].compare

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function both<T>(make: (locale: string) => T): Record<Lang, T> {
  return { sv: make(locales.sv), en: make(locales.en) }
}

function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
}

function utc(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function namedTerm(term: string) {
  const named = parts(term)
  if (!named) throw new Error(`${term} names no term`)
  return named
}

/** A text that began a sentence, inside one: "Boende" → "boende", but "KSON" as it is. */
export const within = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text

/** An office's name inside a sentence: "socialkontoret", but "TioHundra AB" and "Region Stockholm" as they are. */
export const nameWithin = (name: string): string =>
  /^\p{Lu}[\p{Ll}\s-]+(kontoret|förvaltningen|nämnden)$/u.test(name) ? within(name) : name

/** What belongs together stays on one line: "§ 187", "Dnr KS 2020/412". */
export const kept = (text: string): string => text.replace(/(§|\bDnr) (?=\S)/g, `$1${noBreakSpace}`)
