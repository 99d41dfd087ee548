import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'
import type { Act } from '../people/act.ts'
import { lockPlan } from '../plans/store.ts'
import { note } from '../trail/note.ts'

/** The last decision to show an activity's words or keep them internal, beside a row of `activities`; null where nobody has decided. */
export const decisionOf = ({ activities }: Tx['tables']) =>
  sql<
    number | boolean | null
  >`(select s.shown from showings s where s.activity_id = ${activities.id} order by s.id desc limit 1)`

/** Writes down that an activity's words are public, or internal. The last such row counts. */
export async function writeShowing(
  tx: Tx,
  planId: number,
  activityId: number,
  shown: boolean,
  act: Act,
): Promise<void> {
  const recorded = { recordedAt: act.now.toISOString(), recordedBy: act.by.personId }
  await tx.insert(tx.tables.showings).values({ planId, activityId, shown, ...recorded })
}

/**
 * *Visa för alla*, or its undoing: makes the words of these activities public or internal, all of them or none. 404 when one of them is not
 * in the plan.
 */
export async function showActivities(
  tx: Tx,
  slug: string,
  ids: readonly number[],
  shown: boolean,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  const { activities } = tx.tables
  const wanted = [...new Set(ids)]
  const found = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(inArray(activities.id, wanted), eq(activities.planId, plan.id)))
  if (found.length < wanted.length) throw new Refused(404, 'not-found')
  for (const id of wanted) await writeShowing(tx, plan.id, id, shown, act)
  note(act, { shown: { after: shown }, activities: { after: wanted.join(', ') } })
}

/** The same for one. */
export const showActivity = (tx: Tx, slug: string, id: number, shown: boolean, act: Act): Promise<void> =>
  showActivities(tx, slug, [id], shown, act)
