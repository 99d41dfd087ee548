import { lengthOf } from '#domain/text.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker, type Entry } from '#words/say.ts'
import type { Fault } from './faults.ts'
import type { Imported } from './proposal.ts'

/** What came of an import, a line each, in the reader's language: what was read and counted, or every fault and that nothing was written. */
export function linesOf(lang: Lang, file: string, imported: Imported): string[] {
  const say = speaker(lang)
  const { importing } = words[lang]
  if ('faults' in imported) {
    const { faults } = imported
    return [
      ...faults.map((fault) => faultLine(lang, fault)),
      say(importing.nothingWritten, { n: faults.length }),
    ]
  }
  const { proposal, rows, applied } = imported
  const { plan, publish, remarks, unused } = proposal
  const points = say(importing.points, { n: applied.points })
  const [, ...reviews] = applied.counts
  return [
    say(importing.read, { file, n: rows }),
    ...(unused.length > 0 ? [say(importing.unused, { columns: unused.join(', ') })] : []),
    ...remarks.map(({ row, number }) => say(importing.textWithoutStatus, { row, number })),
    reviews.length > 0
      ? say(importing.counted, {
          points,
          reviews: say(importing.reviews, { n: reviews.length }),
          counts: applied.counts.join(', '),
        })
      : say(importing.countedNow, { points, n: applied.completed }),
    say(publish ? importing.published : importing.unpublished, { slug: plan.slug }),
  ]
}

/** One fault as a line: where, what is wrong, and how to mend it. */
export function faultLine(lang: Lang, { row, column, code, facts }: Fault): string {
  const say = speaker(lang)
  const { importing, refusals } = words[lang]
  const sentences: Record<Fault['code'], Entry> = { ...refusals, ...importing.faults }
  const sentence = say(sentences[code], facts)
  if (row !== null) {
    const place = column === null ? importing.inRow : importing.inCell
    return say(place, { row: String(row), column: column ?? '', sentence })
  }
  // A rule's sentence does not know that its field stands in the mapping; the import's own do.
  const inMapping = code in refusals && facts.where !== undefined
  return inMapping ? say(importing.inMapping, { where: facts.where!, sentence }) : sentence
}

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
