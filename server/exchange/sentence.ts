import { lengthOf } from '#domain/text.ts'

/** A full stop after a word of some length or a year, before a capital or the end: after *28.* or *vgl.* a sentence may go on. */
const end = /(?:(?:\p{L}{4,}|\d{4}|[)”“"»%])\.|[!?])(?=\s+["„”»(]?\p{Lu}|$)/u

/** A text's first sentence on one line; one longer than `limit` characters is cut at a word, with an ellipsis. */
export function firstSentence(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const found = end.exec(line)
  const sentence = found ? line.slice(0, found.index + found[0].length) : line
  if (lengthOf(sentence) <= limit) return sentence
  const room = [...sentence].slice(0, limit).join('')
  const words = room.includes(' ') ? room.slice(0, room.lastIndexOf(' ')) : [...room].slice(0, -1).join('')
  return `${words.replace(/[\s,;:.(–-]+$/, '')}…`
}
