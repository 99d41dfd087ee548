import type { Tx } from '../database/database.ts'
import type { WriteContext } from '../http/write-context.ts'
import { findPlan } from '../database/plan.ts'
import { saveReport, takeReportStep, writtenReport } from '../reports/store.ts'
import { findReview } from '../plans/review-days.store.ts'
import type { ExampleReport, Happening } from './example.ts'

/** How the example's report comes to be: saved one day, approved and published another. */
export function writing(
  tx: Tx,
  slug: string,
  term: string,
  { savedAt, publishedAt, by: _by, ...words }: ExampleReport,
  actAt: (at: string) => WriteContext,
): Happening[] {
  const save = () => saveReport(tx, slug, term, { ...words, basedOn: null }, actAt(savedAt))
  const publish = async () => {
    const plan = await findPlan(tx, slug)
    const review = await findReview(tx, plan!.id, term)
    const { versions } = await writtenReport(tx, review!.id)
    const basedOn = versions.at(-1)!.id
    for (const step of ['approval', 'publication'] as const)
      await takeReportStep(tx, slug, term, { step, basedOn }, actAt(publishedAt))
  }
  return [
    { at: savedAt, happen: save },
    { at: publishedAt, happen: publish },
  ]
}
