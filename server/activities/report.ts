import { termName, type Lang } from '#words/format.ts'
import type { Review } from '../reviews/store.ts'

/**
 * The first report that was closed after an activity was recorded: there its point's total has it in, for good (A07). `planPath` is the
 * plan's address in the reader's language. Undefined while no review day has closed since.
 */
export function reportWith(
  recordedAt: string,
  reviews: readonly Review[],
  { lang, planPath }: { lang: Lang; planPath: string },
): { text: string; href: string } | undefined {
  const report = reviews.find(({ closure }) => closure && closure.closedAt > recordedAt)
  return report && { text: termName(lang, report.term), href: `${planPath}/avstamningar/${report.term}` }
}
