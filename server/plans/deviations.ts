import { compareNumbers } from '#domain/number.ts'
import { isCompleted } from '#domain/status.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import { type Deviation, shownOutlook } from './view.ts'
import { type Speaking, shownText } from '../texts/view.ts'

/** How grave: late, at risk, reopened, on hold, withdrawn; undefined for what goes as planned or was completed or merged. */
function gravityOf(point: PointOnDay): number | undefined {
  if (isCompleted(point.status)) return undefined
  const outlook = shownOutlook(point)
  if (outlook === 'late') return 0
  if (outlook === 'at_risk') return 1
  if (point.reopened) return 2
  if (point.status === 'paused') return 3
  return point.status === 'withdrawn' ? 4 : undefined
}

/** What does not go as planned, the gravest first, each with its reason (P04). */
export function deviationsOf(standing: readonly PointOnDay[], speaking: Speaking): Deviation[] {
  return standing
    .flatMap((point) => {
      const gravity = gravityOf(point)
      return gravity === undefined ? [] : [{ point, gravity }]
    })
    .sort((a, b) => a.gravity - b.gravity || compareNumbers(a.point.number, b.point.number))
    .map(({ point, gravity }) => {
      const reason = shownText(point.reason, speaking)
      return {
        number: point.number,
        title: point.title,
        status: point.status,
        outlook: gravity < 2 ? point.outlook : null,
        reopened: point.reopened,
        added: !point.adopted,
        reason: reason?.text ?? null,
        masked: reason?.masked ?? false,
      }
    })
}
