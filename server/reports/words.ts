import { listSections, proseSections, type ListSection, type ProseSection } from '#domain/report.ts'
import { listText } from '#words/format.ts'
import { words, type Words } from '#words/index.ts'
import { speaker, type Say } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import type { Inline, Prose, ReportContent } from './content.ts'
import type { Speaking } from './gathered.ts'
import { prose, proseLine } from './prose.ts'
import { textsIn, type ReportVersion } from './store.ts'
import { shownText } from '../texts/view.ts'

/** The written words of a report, ready for every format: prose as blocks, lists as lines. Sections that say nothing are empty. */
export type WrittenWords = Record<ProseSection, Prose[]> & Record<ListSection, Inline[][]>

/** The words of a version; none of a report where nothing is written. What was masked says so in its place. */
export async function writtenWords(
  tx: Tx,
  version: ReportVersion | undefined,
  speaking: Speaking,
): Promise<WrittenWords> {
  const texts = version && (await textsIn(tx, version))
  const words = {} as WrittenWords
  for (const section of proseSections) {
    words[section] = []
    for (const said of texts?.get(section) ?? []) {
      const { text, masked } = shownText(said, speaking)!
      words[section].push(
        ...(masked ? [{ kind: 'paragraph' as const, inlines: [{ text }] }] : await prose(text)),
      )
    }
  }
  for (const section of listSections) {
    words[section] = []
    for (const said of texts?.get(section) ?? []) {
      const { text, masked } = shownText(said, speaking)!
      words[section].push(masked ? [{ text }] : await proseLine(text))
    }
  }
  return words
}

/** A content with the language and the nouns it is told in: what a format that says something by itself is handed. */
export interface Spoken {
  content: ReportContent
  say: Say
  words: Words
}

export const spokenOf = (content: ReportContent): Spoken => ({
  content,
  say: speaker(content.lang, content.labels),
  words: words[content.lang],
})

/** What the chart shows, number by number, for those who do not see it (F35). */
export function chartText({ content: { chart, lang }, say, words }: Spoken): string {
  const columns = chart.columns.map(({ label, closed, embedded }) =>
    say(words.documents.chartColumn, { label, n: closed + embedded, closed, embedded }),
  )
  return say(words.documents.chartText, { sentence: chart.sentence, columns: listText(lang, columns) })
}

/** What the tally shows: each group with the numbers of its points. */
export function tallyText({ content: { tally, lang }, say, words }: Spoken): string {
  const groups = tally.map(({ label, cells }) => {
    const numbers = listText(
      lang,
      cells.map(({ number }) => number),
    )
    return say(words.documents.tallyGroup, { n: cells.length, label, numbers })
  })
  return say(words.documents.tallyText, { groups: groups.join('; ') })
}
