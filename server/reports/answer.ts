import { dayOf } from '#domain/calendar.ts'
import { reportState } from '#domain/report.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'
import type { Plan } from '../database/plan.ts'
import { gatherReport } from './gathered.ts'
import type { ReportWhole } from './schema.ts'
import { startingReport } from './starting.ts'
import { publishedVersion, textsIn, wordsOf, writtenReport, type WrittenReport } from './store.ts'

/** A report with its words and what became of it, for those who lead the plan; 404 for a day that is not there or not closed. */
export async function reportWhole(tx: Tx, plan: Plan, term: string, now: Date): Promise<ReportWhole> {
  const gathered = await gatherReport({ tx, plan }, term, { draft: true })
  if (!gathered) throw new Refused('not-found')
  const written = await writtenReport(tx, gathered.review.id)
  const latest = written.versions.at(-1)
  const shown = publishedVersion(written)
  const start = latest ? undefined : startingReport(plan, gathered, dayOf(now))
  return {
    term,
    state: reportState(latest?.id, written.states) ?? null,
    latest: latest?.id ?? null,
    kind: latest?.kind ?? start?.kind ?? 'report',
    reference: (latest ?? start)?.reference ?? null,
    paragraph: (latest ?? start)?.paragraph ?? null,
    dated: (latest ?? start)?.dated ?? null,
    addressee: (latest ?? start)?.addressee ?? null,
    sections: latest ? wordsOf(await textsIn(tx, latest)) : start!.sections,
    published: shown
      ? {
          edition: shown.published.edition ?? 1,
          at: shown.published.recordedAt,
          version: shown.version.id,
        }
      : null,
    texts: await textsOf(tx, written),
    history: historyOf(written),
  }
}

/** Where each free text of a report stands: one that did not change stands in several versions. */
async function textsOf(tx: Tx, { versions }: WrittenReport): Promise<ReportWhole['texts']> {
  const found = new Map<number, ReportWhole['texts'][number]>()
  for (const version of versions)
    for (const [section, said] of await textsIn(tx, version))
      for (const { id, maskedAt } of said) {
        const text = found.get(id) ?? { id, section, versions: [], masked: maskedAt !== null }
        found.set(id, { ...text, versions: [...new Set([...text.versions, version.id])] })
      }
  return [...found.values()]
}

/** What was done with a report, in order: each version, then what was decided about it – only the latest is decided about. */
function historyOf({ versions, states }: WrittenReport): ReportWhole['history'] {
  return [
    ...versions.map((version) => ({
      at: version.recordedAt,
      state: 'draft' as const,
      version: version.id,
      edition: null,
      byFunction: version.byFunction,
      saved: true,
    })),
    ...states.map(({ recordedAt, state, versionId, edition, byFunction }) => ({
      at: recordedAt,
      state,
      version: versionId,
      edition,
      byFunction,
      saved: false,
    })),
  ].sort((a, b) => a.version - b.version || Number(b.saved) - Number(a.saved))
}
