/** A Swedish day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string

/** A moment, ISO 8601 with milliseconds and `Z`. */
export type Instant = string

const dayLength = 86_400_000

const swedish = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The Swedish day of a moment, whatever zone the server stands in. */
export function dayOf(instant: Date): Day {
  // Sweden's clock is whole hours from UTC's, so the day changes only with an hour; asking Intl is dear.
  const hour = Math.floor(instant.getTime() / hourLength)
  const known = days.get(hour)
  if (known !== undefined) return known
  const day = askIntl(instant)
  if (days.size >= daysKept) days.clear()
  days.set(hour, day)
  return day
}

const hourLength = 3_600_000
const daysKept = 5_000
const days = new Map<number, Day>()

function askIntl(instant: Date): Day {
  const part = Object.fromEntries(swedish.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}`
}

/** The moment a Swedish day begins, whatever the clock did that night. */
export function startOfDay(day: Day): Instant {
  // Sweden is one hour ahead of UTC, or two.
  const summer = new Date(toUtc(day) - 2 * hourLength)
  return (dayOf(summer) === day ? summer : new Date(toUtc(day) - hourLength)).toISOString()
}

/** The moment a Swedish clock, `13:00`, shows on a day. */
export function momentOf(day: Day, clock: string): Instant {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const utc = toUtc(day) + (hours * 60 + minutes) * 60_000
  const summer = utc - 2 * hourLength
  const shown = clocks.format(summer)
  return new Date(shown === clock ? summer : utc - hourLength).toISOString()
}

const clocks = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
})

/** Whether a text is a day that exists: `2023-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day so many days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return fromUtc(toUtc(day) + days * dayLength)
}

/** The next day. */
export function dayAfter(day: Day): Day {
  return addDays(day, 1)
}

/** The same date so many months later, or that month's last day where it has no such date: 31 August + 6 is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = numbersOf(day)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()))
  return fromUtc(lastOfMonth.getTime())
}

/** Whether a day is its month's last, as the ends of plans are written. */
export function isLastOfMonth(day: Day): boolean {
  return addMonths(`${day.slice(0, 8)}31`, 0) === day
}

/** Whole days from one day to another: 0 for the same, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return (toUtc(to) - toUtc(from)) / dayLength
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(toUtc(day)).getUTCDay() || 7
}

/** The ISO week, 1–53: the week a Swedish calendar prints. It belongs to the year of its Thursday. */
export function weekNumber(day: Day): number {
  const thursday = addDays(day, 4 - weekday(day))
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

/** Monday to Friday and no holiday: the days reminders may be sent and replies be expected (F44). */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) < 6 && !isHoliday(day)
}

/** The day itself when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayOnOrBefore(addDays(day, -1))
}

const fixedHolidays: readonly string[] = [
  '01-01',
  '01-06',
  '05-01',
  '06-06',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
]
const daysFromEaster: readonly number[] = [-2, 0, 1, 39, 49]

/**
 * Whether offices are shut by the calendar: the public holidays of lagen (1989:253) as they are since 2005, and the three eves
 * that count as Sundays in the municipal agreements: Midsummer Eve, Christmas Eve and New Year's Eve.
 */
export function isHoliday(day: Day): boolean {
  const date = day.slice(5)
  if (fixedHolidays.includes(date)) return true
  if (daysFromEaster.includes(daysBetween(easterOf(Number(day.slice(0, 4))), day))) return true
  if (weekday(day) === 5) return date >= '06-19' && date <= '06-25'
  if (weekday(day) === 6) return (date >= '06-20' && date <= '06-26') || (date >= '10-31' && date <= '11-06')
  return false
}

/** Easter Sunday of a year, by the anonymous Gregorian computus. */
function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const skippedLeaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + skippedLeaps + 15) % 30
  const moon = epact - Math.floor((golden + 11 * epact) / 319)
  const toSunday = (2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - (ofCentury % 4) - moon + 32) % 7
  const days = moon + toSunday
  const month = Math.floor((days + 90) / 25)
  const date = (days + month + 19) % 32
  return fromUtc(Date.UTC(year, month - 1, date))
}

function numbersOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function toUtc(day: Day): number {
  const [year, month, date] = numbersOf(day)
  return Date.UTC(year, month - 1, date)
}

function fromUtc(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
