import { addDays, daysBetween, weekday, type Day } from '#domain/calendar.ts'

/** The middle of the picture, in its own units; the picture is twice as wide and high. */
export const middle = 180

const round = (value: number): number => Math.round(value * 10) / 10

/** Where a day is in its year, as a share of the turn: 0 at midnight on New Year's Day, clockwise from the top. */
export function turnOf(day: Day, year: number): number {
  const first = `${year}-01-01`
  return daysBetween(first, day) / daysBetween(first, `${year + 1}-01-01`)
}

/** The point so far out in the direction of a turn. */
export function at(turn: number, radius: number): { x: number; y: number } {
  const angle = turn * 2 * Math.PI
  return { x: round(middle + radius * Math.sin(angle)), y: round(middle - radius * Math.cos(angle)) }
}

/** A line from one radius to another, as a path. */
export function spoke(turn: number, from: number, to: number): string {
  const [a, b] = [at(turn, from), at(turn, to)]
  return `M${a.x} ${a.y}L${b.x} ${b.y}`
}

/** A clockwise arc at a radius, as a path. */
export function arc(from: number, to: number, radius: number): string {
  const [a, b] = [at(from, radius), at(to, radius)]
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${b.x} ${b.y}`
}

/** The turn each month of a year begins at, January first. */
export const monthTurns = (year: number): number[] =>
  Array.from({ length: 12 }, (_, month) => turnOf(`${year}-${String(month + 1).padStart(2, '0')}-01`, year))

/** The turn of every Monday of a year. */
export function weekTurns(year: number): number[] {
  const turns: number[] = []
  let monday = `${year}-01-01`
  while (weekday(monday) !== 1) monday = addDays(monday, 1)
  for (; monday.startsWith(String(year)); monday = addDays(monday, 7)) turns.push(turnOf(monday, year))
  return turns
}

/** Labels of days close together stand on different distances, so that none is written over another. */
export function labelRadii(turns: readonly number[]): number[] {
  const [outer, inner] = [90, 52]
  const radii: number[] = []
  for (const [index, turn] of turns.entries()) {
    const before = index > 0 ? turn - turns[index - 1]! : 1
    radii.push(before < 0.1 && radii[index - 1] === outer ? inner : outer)
  }
  return radii
}
