import { listSections, proseSections, type ListSection, type ProseSection } from '#domain/report.ts'
import type { Tx } from '../database/database.ts'
import { toldOf } from '../plans/troubled.ts'
import type { Inline, Prose } from './content.ts'
import type { Speaking } from './gathered.ts'
import { prose, proseLine } from './prose.ts'
import { textsIn, type ReportVersion } from './store.ts'

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
      const { text, masked } = toldOf(said, speaking)!
      words[section].push(
        ...(masked ? [{ kind: 'paragraph' as const, inlines: [{ text }] }] : await prose(text)),
      )
    }
  }
  for (const section of listSections) {
    words[section] = []
    for (const said of texts?.get(section) ?? []) {
      const { text, masked } = toldOf(said, speaking)!
      words[section].push(masked ? [{ text }] : await proseLine(text))
    }
  }
  return words
}
