/**
 * Which code points a font can draw: its table `cmap` (OpenType), by the formats 4 and 12, which every font of today carries. Throws for bytes
 * that are no font.
 */
export function charactersOf(font: Buffer): Set<number> {
  const cmap = tableOf(font, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    const format = font.readUInt16BE(at)
    const ranges = format === 4 ? shortRanges(font, at) : format === 12 ? longRanges(font, at) : []
    for (const [first, last] of ranges) for (let code = first; code <= last; code += 1) found.add(code)
  }
  return found
}

function tableOf(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`The font has no table ${name}`)
}

type Range = [first: number, last: number]

/** Format 4 ends with a segment for U+FFFF, which is no character. */
function shortRanges(font: Buffer, at: number): Range[] {
  const segments = font.readUInt16BE(at + 6) / 2
  return Array.from({ length: segments }, (_, index): Range => {
    const last = font.readUInt16BE(at + 14 + index * 2)
    return [font.readUInt16BE(at + 16 + segments * 2 + index * 2), last === 0xffff ? 0 : last]
  })
}

const longRanges = (font: Buffer, at: number): Range[] =>
  Array.from({ length: font.readUInt32BE(at + 12) }, (_, index): Range => {
    const group = at + 16 + index * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })

/** Stands for what cannot be shown: a sign that says itself that something is missing. */
export const missingSign = '□'

const clusters = new Intl.Segmenter('sv', { granularity: 'grapheme' })
/** What is not seen in any font: spaces, joiners, marks of direction. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}]$/u

/** The text with a square for each sign that is not among the characters – a whole emoji is one sign –, and whether there was any. */
export function withSquares(text: string, characters: ReadonlySet<number>): { text: string; lost: boolean } {
  const shows = (sign: string) =>
    [...sign].every((one) => characters.has(one.codePointAt(0)!) || unseen.test(one))
  // Every font has the letters of ASCII: only what stands between them is looked at.
  const shown = text.replace(/\P{ASCII}+/gu, (run) =>
    shows(run)
      ? run
      : Array.from(clusters.segment(run), ({ segment }) => (shows(segment) ? segment : missingSign)).join(''),
  )
  return { text: shown, lost: shown !== text }
}
