import type { Refusal } from './text.ts'

export const quietWeeksReasons = ['quiet-week-unknown', 'quiet-weeks-too-many'] as const
export type QuietWeeksReason = (typeof quietWeeksReasons)[number]

/** A plan that is quiet for more than half a year would remind nobody of a review day. */
const most = 26

/** Why these can not be the ISO weeks in which a plan reminds nobody; empty when they can (F44). */
export function refuseQuietWeeks(weeks: readonly number[]): Refusal<QuietWeeksReason>[] {
  if (weeks.some((week) => !Number.isInteger(week) || week < 1 || week > 53))
    return [{ code: 'quiet-week-unknown', field: 'quietWeeks' }]
  return new Set(weeks).size > most ? [{ code: 'quiet-weeks-too-many', field: 'quietWeeks' }] : []
}

/** From the first week to the last, over the end of the year where the last is the lower. */
function between(from: number, to: number): number[] {
  const length = to >= from ? to - from : 53 - from + to
  return Array.from({ length: length + 1 }, (_, index) => ((from + index - 1) % 53) + 1)
}

/**
 * The weeks that somebody wrote: `27–31, v. 52, 1`. What is no week becomes 0, which `refuseQuietWeeks` refuses: nothing that was written is passed
 * over.
 */
export function weeksIn(text: string): number[] {
  const written = text
    .split(/[,;]|\s(?:och|and)\s/)
    .map((part) => part.replace(/^\s*(?:veckan?|veckor|weeks?|v\.?)\s*/i, ''))
  const weeks = written
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const found = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(part)
      if (!found) return [0]
      const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])]
      return [from, to].every((week) => week >= 1 && week <= 53) ? between(from, to) : [0]
    })
  return [...new Set(weeks)]
}

/** The same weeks as somebody reads and writes them: those that follow on each other together. */
export function weeksText(weeks: readonly number[]): string {
  const runs: [number, number][] = []
  for (const week of weeks) {
    const last = runs.at(-1)
    if (last && week === last[1] + 1) last[1] = week
    else runs.push([week, week])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

/** Whether two lists hold the same weeks, in whatever order. */
export const sameWeeks = (some: readonly number[], others: readonly number[]): boolean =>
  new Set(some).size === new Set(others).size && some.every((week) => others.includes(week))
