import { preparationDay } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import { dated } from '#words/format.ts'
import type { TodoContext } from '../../http/todo-context.ts'
import { readyPoints, askedAbout } from './readiness.ts'
import type { MyPlan } from '../../mine/schema.ts'

/** The points somebody answers for that nobody has said anything of ahead of the next review day (F19); nothing before the preparation has begun. */
export async function askedIn({
  tx,
  plan,
  viewer,
  roles,
  next,
  lang,
  now,
  today,
}: TodoContext): Promise<MyPlan['asked']> {
  if (!next || !can(roles, 'update.record')) return null
  if (next.askedAt === null && today < preparationDay(next)) return null
  const missing = askedAbout(await readyPoints(tx, plan, now), viewer.personId, true)
  if (missing.length === 0) return null
  return {
    day: dated(lang, next.heldOn),
    points: missing.map(({ point: { number, title, update } }) => ({
      number,
      title,
      basedOn: update?.id ?? null,
    })),
  }
}
