import * as addresses from '#domain/addresses.ts'
import { speaker } from '#words/say.ts'
import type { Plan } from '../database/plan.ts'
import { inOrder, type Duty } from '../http/duty.ts'
import type { PageContext } from '../http/page.ts'
import { inPlace, type Room } from '../http/room.ts'
import type { TodoContext } from '../http/todo-context.ts'
import { rolesOf, type Viewer } from '../http/viewer.ts'
import { listReviews, planNow } from '../plans/review-days.store.ts'
import { holdingsOf } from '../points/owners/store.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'

/** What every room looks at when it tells its duties: read once for all of them. */
export async function todoContextOf(context: PageContext, viewer: Viewer, plan: Plan): Promise<TodoContext> {
  const { tx, lang, base, now, today } = context
  const day = await planNow(tx, plan.id, now)
  const reviews = await listReviews(tx, plan.id)
  return {
    ...context,
    viewer,
    plan,
    roles: rolesOf(viewer, plan),
    say: speaker(lang, plan.labels),
    path: addresses.plan(base, plan.slug),
    day,
    standing: await pointsOnDay(tx, plan.id, day),
    holdings: await holdingsOf(tx, plan.id),
    reviews,
    next: reviews.find((review) => !review.closure && review.heldOn >= today),
    asked: new Set(),
  }
}

/** All that one plan asks of one person, in the order it is shown. */
export async function dutiesAt(rooms: readonly Room[], context: TodoContext): Promise<Duty[]> {
  const duties: Duty[] = []
  for (const source of inPlace(rooms.flatMap((room) => room.duties ?? [])))
    duties.push(...(await source(context)))
  return inOrder(duties)
}
