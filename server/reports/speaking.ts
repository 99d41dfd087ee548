import { listText } from '#words/format.ts'
import { words, type Words } from '#words/index.ts'
import { speaker, type Say } from '#words/say.ts'
import type { ReportContent } from './content.ts'

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
