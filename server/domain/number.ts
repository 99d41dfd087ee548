import type { Refusal } from './text.ts'
import { isBlank, lengthOf } from './text.ts'

export const numberReasons = [
  'number-missing',
  'number-too-long',
  'number-malformed',
  'number-reserved',
] as const
export type NumberReason = (typeof numberReasons)[number]

/**
 * Why a text can not be a point's number; empty when it can (F03). A number is text (`7`, `3.4`, `Ü1`, `B5+6`), stands in addresses and
 * is there for good: no `/ \ ? # %`, no control characters, no space at the ends, not the path steps `.` and `..`,
 * and not `nya`, the address where points are added.
 */
export function refuseNumber(number: string): Refusal<NumberReason>[] {
  const refuse = (code: NumberReason) => [{ code, field: 'number' }]
  if (isBlank(number)) return refuse('number-missing')
  if (lengthOf(number) > 20) return refuse('number-too-long')
  if (number.toLowerCase() === 'nya') return refuse('number-reserved')
  const unfit = /[/\\?#%\p{Cc}]/u.test(number) || number !== number.trim() || /^\.\.?$/.test(number)
  return unfit ? refuse('number-malformed') : []
}

/**
 * The order people expect of numbers: 2 before 10, 3.4 before 3.10, Ü10 before Üneu1; å, ä, ö last. The same on every machine, so no
 * Intl; 0 only for equal texts.
 */
export function compareNumbers(a: string, b: string): number {
  const [ours, theirs] = [piecesOf(a), piecesOf(b)]
  for (let i = 0; i < Math.min(ours.length, theirs.length); i += 1) {
    const difference = comparePieces(ours[i]!, theirs[i]!)
    if (difference !== 0) return difference
  }
  return ours.length - theirs.length || compareTexts(a, b)
}

type Piece = number | string

function piecesOf(number: string): Piece[] {
  const pieces = number.match(/\d{1,15}|\D+/g) ?? []
  return pieces.map((piece) => (/^\d/.test(piece) ? Number(piece) : swedishOrder(piece.toLowerCase())))
}

function comparePieces(a: Piece, b: Piece): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  return typeof a === 'number' ? -1 : 1
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** å, ä, ö as the three characters that follow z. */
function swedishOrder(text: string): string {
  return text.replaceAll('å', '{').replaceAll('ä', '|').replaceAll('ö', '}')
}
