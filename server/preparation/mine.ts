import { may } from '#domain/roles.ts'
import { readinessCount } from '#domain/readiness.ts'
import { preparationDay } from '#domain/review.ts'
import { dated } from '#words/format.ts'
import { rolesOf } from '../guard.ts'
import type { PageContext } from '../page.ts'
import type { MyPlan } from '../people/shapes.ts'
import type { Viewer } from '../people/store.ts'
import type { Plan } from '../plans/store.ts'
import type { Review } from '../reviews/store.ts'
import { askedAbout, readyPoints } from './ready.ts'

/**
 * What the preparation of the next review day asks of somebody: the points they answer for that nobody has said anything of, and, of whoever leads the
 * plan, to see who has answered and who needs help (F19). Nothing before the preparation has begun.
 */
export async function preparationIn(
  { tx, lang, now, today }: PageContext,
  viewer: Viewer,
  plan: Plan,
  next: Review | undefined,
): Promise<Pick<MyPlan, 'asked' | 'preparing'>> {
  const roles = rolesOf(viewer, plan)
  if (!next || !may(roles, 'update.record')) return {}
  if (next.askedAt === null && today < preparationDay(next)) return {}
  const ready = await readyPoints(tx, plan, now)
  const missing = askedAbout(ready, viewer.personId, true)
  const totals = readinessCount(ready.map(({ readiness }) => readiness))
  return {
    ...(missing.length > 0 && {
      asked: {
        day: dated(lang, next.heldOn),
        points: missing.map(({ point: { number, title, update } }) => ({
          number,
          title,
          ...(update && { basedOn: update.id }),
        })),
      },
    }),
    ...(may(roles, 'review.plan') &&
      ready.length > 0 && {
        preparing: {
          term: next.term,
          points: ready.length,
          heard: ready.length - totals.missing,
          help: totals.needs_help,
          asked: next.askedAt !== null,
        },
      }),
  }
}
