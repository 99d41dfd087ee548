/**
 * A share in whole percent, 0–100, rounded to the nearest – except that 0 is said only of nothing and 100 only of everything,
 * so 199 of 200 is 99 %. Undefined of an empty whole: there is no number to say (traps 1, 7 and 17).
 */
export function wholePercent(part: number, whole: number): number | undefined {
  if (whole <= 0) return undefined
  if (part <= 0) return 0
  if (part >= whole) return 100
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)))
}
