import type { Tx } from '../database/database.ts'
import type { WriteContext } from '../http/write-context.ts'
import { saveReport, takeReportStep, writtenReport } from '../reports/store.ts'
import { requireReview } from '../plans/review-days.store.ts'
import type { ExampleReport, Happening } from './example.ts'
import type { Plan } from '../database/plan.ts'

/** How the example's report comes to be: saved one day, approved and published another. */
export function writing(
  tx: Tx,
  plan: Plan,
  term: string,
  { savedAt, publishedAt, by: _by, ...words }: ExampleReport,
  actAt: (at: string) => WriteContext,
): Happening[] {
  const save = () => saveReport(tx, plan, term, { ...words, basedOn: null }, actAt(savedAt))
  const publish = async () => {
    const { id } = await requireReview(tx, plan, term)
    const { versions } = await writtenReport(tx, id)
    const basedOn = versions.at(-1)!.id
    for (const step of ['approval', 'publication'] as const)
      await takeReportStep(tx, plan, term, { step, basedOn }, actAt(publishedAt))
  }
  return [
    { at: savedAt, happen: save },
    { at: publishedAt, happen: publish },
  ]
}
