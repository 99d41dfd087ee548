import { Type, type Static } from 'typebox'
import { dayOf, type Day } from '#domain/calendar.ts'
import { statuses, type Outlook, type Status } from '#domain/status.ts'
import { dated, dayText, within, datedShort } from '#words/format.ts'
import { suggestOutlook } from '#domain/outlook.ts'
import { shownFreshness } from '#domain/freshness.ts'
import { speaker } from '#words/say.ts'
import { Dated, OutlookName, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import { shownOutlook } from '../plans/view.ts'
import type { UpdateRow } from './schema.ts'
import type { PointOnDay } from './state-on-day.store.ts'
import { shownText, whoText, wroteText, type Speaking } from '../texts/view.ts'
import type { PageContext } from '../http/page.ts'
import type { Plan } from '../database/plan.ts'

/** How a point stands, with the words that say so. */
export function nowOf(context: Speaking, point: PointOnDay, rows: readonly UpdateRow[]): PointNow {
  const { lang } = context
  const row = rows.find((one) => one.id === point.update?.id)
  return {
    status: point.status,
    outlook: shownOutlook(point),
    mergedInto: point.mergedInto,
    reason: row ? wroteText(row.reason, context) : null,
    note: row ? wroteText(row.note, context) : null,
    ending: row?.closing ? endingOf(context, row.closing) : null,
    due: point.dueOn && statuses[point.status].open ? dated(lang, point.dueOn) : null,
    written: row ? { day: dated(lang, dayOf(new Date(row.recordedAt))), who: within(whoOf(row)) } : null,
  }
}

function endingOf({ lang, say, words }: Speaking, closing: NonNullable<UpdateRow['closing']>): string {
  const entry = words.point.entry
  if ('carriedOutOn' in closing) return say(entry.carriedOutOn, { day: dayText(lang, closing.carriedOutOn) })
  const { receiver, embeddedFrom, anchoredIn } = closing
  return say(entry.handedOver, {
    receiver,
    function: within(closing.function),
    day: dayText(lang, embeddedFrom),
    anchored: within(anchoredIn),
  })
}

export const whoOf = (row: UpdateRow): string => whoText(row.by.function, row.by.organisation?.name)

/** How a point stands, in the words of its last update. */
export const PointNow = Type.Object({
  status: StatusName,
  outlook: Maybe(OutlookName),
  mergedInto: Maybe(Type.String()),
  reason: Maybe(Type.String()),
  note: Maybe(Type.String()),
  /** How a completed point ended: when it was carried out, or who goes on with it and where that stands. */
  ending: Maybe(Type.String()),
  due: Maybe(Dated),
  written: Maybe(Type.Object({ day: Dated, who: Type.String() })),
})
export type PointNow = Static<typeof PointNow>

/** A point that somebody here writes about. `outlook` and `freshness` are named where they say why it needs a word. */
interface MyPoint {
  number: string
  title: string
  status: Status
  outlook: Outlook | null
  freshness: 'due' | 'stale' | 'never' | null
  /** What the dates say, where people say something kinder (F18). */
  suggestion: string | null
  reason: string | null
  updated: { text: string; day: string } | null
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
  const suggestion = outlook === 'late' ? null : suggestedLate(context, plan, point, day)
  const reason = shownText(point.reason, context)
  return {
    number: point.number,
    title: point.title,
    status: point.status,
    outlook,
    freshness: shownFreshness(plan, point, day, heldFrom),
    suggestion,
    reason: reason && outlook === 'late' ? reason.text : null,
    updated: point.lastUpdatedOn ? datedShort(lang, point.lastUpdatedOn) : null,
  }
}

/** Late, never reported, or not heard of for long: those who lead the plan see these first (F14, F18). */
export const needsAWord = ({ outlook, freshness, suggestion }: MyPoint): boolean =>
  outlook === 'late' || freshness !== null || suggestion !== null

function suggestedLate(context: PageContext, plan: Plan, point: PointOnDay, day: Day): string | null {
  const period = { from: plan.periodFrom, to: plan.periodTo }
  const found = suggestOutlook({ ...point, period }, day)
  if (found?.outlook !== 'late') return null
  return speaker(context.lang, plan.labels)(context.words.point.suggestion.late, { n: found.days })
}
