/**
 * How many of each group's items are shown where there is room for so many lines. A group that does not fit whole needs a line for "och 4 till"; every
 * group shows at least one item, as long as there is room for the groups at all, and those at the top get what is left first.
 */
export function withinRoom(groups: readonly number[], room: number): number[] {
  const shown = groups.map(() => 0)
  const lines = () =>
    groups.reduce(
      (sum, items, at) => sum + (shown[at]! === 0 ? 0 : shown[at]! + (shown[at]! < items ? 1 : 0)),
      0,
    )
  const raise = (at: number, to: number): boolean => {
    const before = shown[at]!
    shown[at] = to
    if (lines() <= room) return true
    shown[at] = before
    return false
  }
  for (const [at, items] of groups.entries()) if (items > 0 && !raise(at, 1)) raise(at, items)
  for (const [at, items] of groups.entries()) {
    if (raise(at, items)) continue
    while (shown[at]! > 0 && shown[at]! + 1 < items && raise(at, shown[at]! + 1));
  }
  return shown
}

/** How many rows fit, of rows so high, with room kept for one that says how many more there are when not all do. */
export function rowsWithin(heights: readonly number[], room: number, more: number): number {
  const whole = heights.reduce((sum, height) => sum + height, 0)
  if (whole <= room) return heights.length
  let used = more
  const fits = heights.findIndex((height) => (used += height) > room)
  return fits === -1 ? heights.length : fits
}

/** How wide a letter of running text is, of its size: Calibri's is 0.49. */
const letter = 0.5

/** About how many lines a text takes on a width in inches at a size in points: a little too many rather than too few. */
export function linesOf(text: string, width: number, size: number): number {
  const room = Math.max(1, Math.floor((width * 72) / (size * letter)))
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= room) used = needed
    else {
      // A word longer than the line is broken where the line ends.
      lines += (used === 0 ? 0 : 1) + Math.floor(Math.max(0, word.length - 1) / room)
      used = word.length % room
    }
  }
  return lines
}

/** The text itself where it fits on so many lines, else as many whole words as do, and "…". */
export function clipped(text: string, lines: number, width: number, size: number): string {
  if (linesOf(text, width, size) <= lines) return text
  const words = text.split(/\s+/)
  while (words.length > 1 && linesOf(`${words.join(' ')} …`, width, size) > lines) words.pop()
  const short = words.join(' ').replace(/[\s,;:–-]+$/, '')
  return linesOf(`${short} …`, width, size) <= lines
    ? `${short} …`
    : `${short.slice(0, Math.floor((width * 72 * lines) / (size * letter)) - 1)}…`
}
