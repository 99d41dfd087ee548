import { and, asc, eq, inArray, sql } from 'drizzle-orm'
// Only a name put before a table, the same on both engines.
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#domain/calendar.ts'
import { dayOf } from '#domain/calendar.ts'
import { lastWordOn } from '#domain/freshness.ts'
import { dueMoves, dueOn } from '#domain/history.ts'
import { isCompleted, statusOrder, type Outlook, type Status } from '#domain/status.ts'
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import { readTexts, type StoredText } from '../texts/store.ts'

export interface OrganisationName {
  code: string
  name: string
}

/** A point as it stood on a day, without what somebody has written of it. */
export interface PointOnDayWithoutText {
  id: number
  number: string
  adopted: boolean
  title: string
  focusAreaId: number | null
  lead: OrganisationName
  leadFunction: string | null
  takesPart: OrganisationName[]
  startsOn: Day | null
  firstDueOn: Day | null
  dueOn: Day | null
  /** How many times the end was moved. */
  moves: number
  status: Status
  outlook: Outlook
  /** It was completed and is no longer. */
  reopened: boolean
  /** The day of the last word (`lastWordOn`); null when nobody has reported. */
  lastUpdatedOn: Day | null
  /** The update that holds. */
  update: { id: number; answer: 'update' | 'nothing_new'; holdsFrom: Day } | null
  mergedInto: string | null
  activityCount: number
}

/**
 * A point as it stood on a day: its decided words, and what the updates that hold on that day say of it. The reason is the holding update's
 * own; the note, after *nothing new*, the one of the latest with words of its own.
 */
export interface PointOnDay extends PointOnDayWithoutText {
  reason: StoredText | null
  note: StoredText | null
}

const completed = statusOrder.filter(isCompleted)

/** How points stand on a day, one row a point: every point of a plan, or the one of a number. */
const rowsStanding = (which: 'all' | 'one') =>
  statement((tx, { planId, day, number }: Given<{ planId: number; day: Day; number: string }>) => {
    const { plans, points, wordings, updates, organisations } = tx.tables
    const standing = alias(updates, 'standing')
    const spoken = alias(updates, 'spoken')
    const target = alias(points, 'target')
    const visible = sql`u.point_id = ${points.id} and u.place_day <= ${day} and u.holds_from <= ${day}
      and not exists (select 1 from updates c where c.corrects = u.id and c.holds_from <= ${day})`
    const newestFirst = sql`order by u.place_day desc, u.place_id desc, u.id desc`
    return tx
      .select({
        id: points.id,
        number: points.number,
        adopted: points.adopted,
        title: wordings.title,
        focusAreaId: points.focusAreaId,
        lead: { code: organisations.code, name: organisations.name },
        leadFunction: points.leadFunction,
        startsOn: points.startsOn,
        firstDueOn: points.firstDueOn,
        activityCount: points.activityCount,
        standing: {
          id: standing.id,
          answer: standing.answer,
          status: standing.status,
          outlook: standing.outlook,
          holdsFrom: standing.holdsFrom,
          recordedAt: standing.recordedAt,
        },
        reasonId: standing.reasonId,
        noteId: sql<number | null>`coalesce(${standing.noteId}, ${spoken.noteId})`,
        mergedInto: target.number,
        periodTo: plans.periodTo,
        // Sought only where it may make a difference, as `spoken` below.
        before: sql<Status | null>`case when ${inArray(standing.status, completed)} then null else
          (select u.status from updates u where ${visible} and u.status <> ${standing.status} ${newestFirst} limit 1) end`,
      })
      .from(points)
      .innerJoin(
        wordings,
        sql`${wordings.id} = (select w.id from wordings w where w.point_id = ${points.id} and w.holds_from <= ${day}
          order by w.holds_from desc, w.id desc limit 1)`,
      )
      .innerJoin(organisations, eq(organisations.id, points.leadId))
      .innerJoin(plans, eq(plans.id, points.planId))
      .leftJoin(
        standing,
        sql`${standing.id} = (select u.id from updates u where ${visible} ${newestFirst} limit 1)`,
      )
      .leftJoin(
        spoken,
        sql`${spoken.id} = case when ${standing.answer} = 'nothing_new' then
          (select u.id from updates u where ${visible} and u.answer = 'update' ${newestFirst} limit 1) end`,
      )
      .leftJoin(target, eq(target.id, standing.mergedIntoId))
      .where(and(eq(points.planId, planId), which === 'one' ? eq(points.number, number) : undefined))
      .orderBy(asc(points.position), asc(points.id))
  })
const everyStanding = rowsStanding('all')
const oneStanding = rowsStanding('one')

/** The updates of a plan that move an end and hold on a day. */
const movedEnds = statement((tx, { planId, day }: Given<{ planId: number; day: Day }>) => {
  const { updates } = tx.tables
  return tx
    .select({
      id: updates.id,
      pointId: updates.pointId,
      holdsFrom: updates.holdsFrom,
      placeDay: updates.placeDay,
      placeId: updates.placeId,
      status: updates.status,
      outlook: updates.outlook,
      dueOn: updates.dueOn,
    })
    .from(updates)
    .where(
      sql`${updates.planId} = ${planId} and ${updates.dueOn} is not null and ${updates.holdsFrom} <= ${day}
        and not exists (select 1 from updates c where c.corrects = ${updates.id} and c.holds_from <= ${day})`,
    )
})

const partnersIn = statement((tx, { planId }: Given<{ planId: number }>) => {
  const { takesPart, organisations, points } = tx.tables
  return tx
    .select({ pointId: takesPart.pointId, code: organisations.code, name: organisations.name })
    .from(takesPart)
    .innerJoin(organisations, eq(organisations.id, takesPart.organisationId))
    .innerJoin(points, eq(points.id, takesPart.pointId))
    .where(eq(points.planId, planId))
    .orderBy(asc(takesPart.pointId), asc(takesPart.position))
})

/**
 * All points of a plan (or the one of this number) as they stood on `day`, in the plan's order. Each point's updates are sought by index,
 * newest place first, passing over those that hold from a later day or are corrected by one that holds: the work grows with the points,
 * not with the history (design: *Days*). `domain/history.ts` says the same in words and is its oracle in the tests.
 */
export async function pointsOnDay(tx: Tx, planId: number, day: Day, number?: string): Promise<PointOnDay[]> {
  const points = await pointsOnDayWithoutText(tx, planId, day, number)
  const texts = await readTexts(
    tx,
    points.flatMap((point) => [point.reasonId, point.noteId]),
  )
  const said = (id: number | null) => (id === null ? null : (texts.get(id) ?? null))
  return points.map(({ reasonId, noteId, ...point }) => ({
    ...point,
    reason: said(reasonId),
    note: said(noteId),
  }))
}

/** The same without what somebody has written, only its ids: for lists and counts, which do not say it. */
export async function pointsOnDayWithoutText(
  tx: Tx,
  planId: number,
  day: Day,
  number?: string,
): Promise<(PointOnDayWithoutText & { reasonId: number | null; noteId: number | null })[]> {
  const rows =
    number === undefined
      ? await everyStanding(tx, { planId, day, number: '' })
      : await oneStanding(tx, { planId, day, number })
  const endsOf = Map.groupBy(await movedEnds(tx, { planId, day }), (end) => end.pointId)
  const partnersOf = Map.groupBy(await partnersIn(tx, { planId }), (partner) => partner.pointId)
  return rows.map((row) => {
    const held = row.standing
    const status = held?.status ?? 'not_started'
    const moved = (endsOf.get(row.id) ?? []).map((end) => ({ ...end, corrects: null }))
    return {
      id: row.id,
      number: row.number,
      adopted: row.adopted,
      title: row.title,
      focusAreaId: row.focusAreaId,
      lead: row.lead,
      leadFunction: row.leadFunction,
      takesPart: (partnersOf.get(row.id) ?? []).map(({ code, name }) => ({ code, name })),
      startsOn: row.startsOn,
      firstDueOn: row.firstDueOn,
      dueOn: dueOn(row.firstDueOn, moved, day),
      moves: dueMoves(row.firstDueOn, moved, day).length,
      status,
      outlook: held?.outlook ?? 'not_assessed',
      reopened: row.before !== null && isCompleted(row.before) && !isCompleted(status),
      lastUpdatedOn: held
        ? lastWordOn(
            { recordedOn: dayOf(new Date(held.recordedAt)), holdsFrom: held.holdsFrom },
            row.periodTo,
          )
        : null,
      update: held ? { id: held.id, answer: held.answer, holdsFrom: held.holdsFrom } : null,
      reasonId: row.reasonId,
      noteId: row.noteId,
      mergedInto: row.mergedInto,
      activityCount: row.activityCount,
    }
  })
}
