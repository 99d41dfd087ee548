import { and, asc, count, eq, gt, sql } from 'drizzle-orm'
import type { LoggedCount, Place } from '#domain/coverage.ts'
import type { Tx } from '../database/database.ts'

/** What is known of where a plan is worked with. */
interface Worked {
  logged: LoggedCount[]
  /** Where the plan has ambassadors now. */
  places: Place[]
}

/**
 * Activities of a plan, counted by the workplace of whoever logged them and by point: those recorded after `since` (instant; '' for all), without what a
 * correction has taken the place of. A workplace is that of the membership in whose organisation's name it was logged.
 */
export async function workedAt(tx: Tx, planId: number, since: string): Promise<Worked> {
  const { activities, points, memberships, people, organisations } = tx.tables
  const counted = await tx
    .select({
      personId: activities.recordedBy,
      organisationId: activities.byOrganisationId,
      point: points.number,
      n: count(),
    })
    .from(activities)
    .innerJoin(points, eq(points.id, activities.pointId))
    .where(
      and(
        eq(activities.planId, planId),
        gt(activities.recordedAt, since),
        sql`not exists (select 1 from activities c where c.corrects = ${activities.id})`,
      ),
    )
    .groupBy(activities.recordedBy, activities.byOrganisationId, points.number)
  const held = await tx
    .select({ membership: memberships, organisationId: people.organisationId, left: people.deactivatedAt })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.planId, planId))
    .orderBy(asc(memberships.id))
  const names = new Map((await tx.select().from(organisations)).map(({ id, name }) => [id, name]))
  const nameOf = (id: number | null) => names.get(id ?? 0) ?? ''
  const own = held.map(({ membership, organisationId, left }) => ({
    ...membership,
    organisationId: membership.organisationId ?? organisationId,
    left,
  }))
  const workplaceOf = (personId: number, organisationId: number | null) =>
    own.findLast((one) => one.personId === personId && one.organisationId === organisationId)?.workplace ??
    null
  return {
    logged: counted.map(({ personId, organisationId, point, n }) => ({
      place: { organisation: nameOf(organisationId), workplace: workplaceOf(personId, organisationId) },
      point,
      n,
    })),
    places: own
      .filter(({ role, endedAt, left }) => role === 'ambassador' && endedAt === null && left === null)
      .map(({ organisationId, workplace }) => ({ organisation: nameOf(organisationId), workplace })),
  }
}
