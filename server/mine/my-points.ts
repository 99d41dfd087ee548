import type { Day } from '#domain/calendar.ts'
import { suggestOutlook } from '#domain/outlook.ts'
import { datedShort } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import type { PageContext } from '../http/page.ts'
import { shownFreshness, shownOutlook } from '../plans/view.ts'
import type { Plan } from '../database/plan.ts'
import { shownText } from '../plans/deviations.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import type { Outlook, Status } from '#domain/status.ts'

/** A point that somebody here writes about. `outlook` and `freshness` are named where they say why it needs a word. */
export interface MyPoint {
  number: string
  title: string
  status: Status
  outlook?: Outlook
  freshness?: 'due' | 'stale' | 'never'
  /** What the dates say, where people say something kinder (F18). */
  suggestion?: string
  reason?: string
  updated?: { text: string; day: string }
}

/** A point as its people meet it: how it stands, and what says that it needs a word. Silence counts from `heldFrom` (F41). */
export function myPoint(
  context: PageContext,
  plan: Plan,
  point: PointOnDay,
  day: Day,
  heldFrom?: Day,
): MyPoint {
  const { lang } = context
  const outlook = shownOutlook(point)
  const freshness = shownFreshness(plan, point, day, heldFrom)
  const suggestion = outlook === 'late' ? undefined : suggestedLate(context, plan, point, day)
  const reason = shownText(point.reason, context)
  return {
    number: point.number,
    title: point.title,
    status: point.status,
    ...(outlook && { outlook }),
    ...(freshness && { freshness }),
    ...(suggestion && { suggestion }),
    ...(reason && outlook === 'late' && { reason: reason.text }),
    ...(point.lastUpdatedOn && { updated: datedShort(lang, point.lastUpdatedOn) }),
  }
}

/** Late, never reported, or not heard of for long: those who lead the plan see these first (F14, F18). */
export const needsAWord = ({ outlook, freshness, suggestion }: MyPoint): boolean =>
  outlook === 'late' || freshness !== undefined || suggestion !== undefined

function suggestedLate(context: PageContext, plan: Plan, point: PointOnDay, day: Day): string | undefined {
  const period = { from: plan.periodFrom, to: plan.periodTo }
  const found = suggestOutlook({ ...point, period }, day)
  if (found?.outlook !== 'late') return undefined
  return speaker(context.lang, plan.labels)(context.words.point.suggestion.late, { n: found.days })
}
