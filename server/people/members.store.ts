import { and, asc, eq, inArray, isNotNull, isNull, max, ne, sql } from 'drizzle-orm'
import type { PlanRole } from '#domain/members.ts'
import type { Tx } from '../database/database.ts'
import { isUniqueViolation } from '../database/problem.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refusedField } from '../http/refusal.ts'
import type { OrganisationName } from '../points/state-on-day.store.ts'
import { can } from '#domain/roles.ts'
import type { Plan } from '../database/plan.ts'

export type Person = Tables['people']['$inferSelect']

/** What somebody is in a plan, as its lead sees it. */
export interface Held {
  id: number
  role: PlanRole
  function: string
  workplace: string | null
  organisation: OrganisationName | null
  /** The id of another organisation than the person's own, where it is in that one's name. */
  organisationId: number | null
  createdAt: string
  endedAt: string | null
  /** Given by an issuer's group, which may take it away again. */
  granted: boolean
}

/** Somebody who works or has worked with a plan; names and addresses, so only for those who may manage people. */
export interface Member {
  person: Person
  /** In the order they were given, those that have ended too. */
  memberships: Held[]
  /** When they last came in; null for somebody who never has. */
  signedInAt: string | null
  invitation: { at: string; state: 'waiting' | 'sent' | 'failed' } | null
  /** When they last recorded an activity and an update here. */
  loggedAt: string | null
  updatedAt: string | null
}

/** Everybody who has or had something to do in the plan, or the one of this id, in the order they came. */
export async function membersOf(tx: Tx, planId: number, only?: number): Promise<Member[]> {
  const { people, memberships, organisations } = tx.tables
  const rows = await tx
    .select({
      person: people,
      membership: memberships,
      organisation: { code: organisations.code, name: organisations.name },
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(
      organisations,
      sql`${organisations.id} = coalesce(${memberships.organisationId}, ${people.organisationId})`,
    )
    .where(
      and(eq(memberships.planId, planId), only === undefined ? undefined : eq(memberships.personId, only)),
    )
    .orderBy(asc(memberships.id))
  const ids = [...new Set(rows.map(({ person }) => person.id))]
  const told = await tracesOf(tx, planId, ids)
  return [...Map.groupBy(rows, ({ person }) => person.id).values()].map((own) => {
    const { person } = own[0]!
    return {
      person,
      memberships: own.map(({ membership, organisation }) => ({
        id: membership.id,
        role: membership.role,
        function: membership.function,
        workplace: membership.workplace,
        organisation,
        organisationId: membership.organisationId,
        createdAt: membership.createdAt,
        endedAt: membership.endedAt,
        granted: membership.grantedBy !== null,
      })),
      signedInAt: told.signedIn.get(person.id) ?? null,
      invitation: told.invitations.get(person.id) ?? null,
      loggedAt: told.activities.get(person.id) ?? null,
      updatedAt: told.updates.get(person.id) ?? null,
    }
  })
}

/** When people were last seen: signing in, invited, writing. By person, each told where there is something to tell. */
async function tracesOf(tx: Tx, planId: number, ids: readonly number[]) {
  const { sessions, links, outbox, updates, activities, trail } = tx.tables
  const signedIn = await tx
    .select({ id: sessions.personId, at: max(sessions.createdAt) })
    .from(sessions)
    .where(inArray(sessions.personId, [...ids]))
    .groupBy(sessions.personId)
  const used = await tx
    .select({ id: links.personId, at: max(links.usedAt) })
    .from(links)
    .where(and(inArray(links.personId, [...ids]), isNotNull(links.usedAt)))
    .groupBy(links.personId)
  // Sessions and links are swept away in time; that somebody once came stands in the trail.
  const known = new Set([...signedIn, ...used].map(({ id }) => id))
  const others = ids.filter((id) => !known.has(id))
  const came = await tx
    .select({ id: trail.personId, at: max(trail.at) })
    .from(trail)
    .where(and(inArray(trail.personId, others), eq(trail.deed, 'session.open')))
    .groupBy(trail.personId)
  const invited = await tx
    .select({ id: outbox.personId, at: outbox.createdAt, sent: outbox.sentAt, failed: outbox.failedAt })
    .from(outbox)
    .where(and(inArray(outbox.personId, [...ids]), eq(outbox.kind, 'invitation'), eq(outbox.planId, planId)))
    .orderBy(asc(outbox.id))
  const wrote = await tx
    .select({ id: updates.recordedBy, at: max(updates.recordedAt) })
    .from(updates)
    .where(eq(updates.planId, planId))
    .groupBy(updates.recordedBy)
  const logged = await tx
    .select({ id: activities.recordedBy, at: max(activities.recordedAt) })
    .from(activities)
    .where(eq(activities.planId, planId))
    .groupBy(activities.recordedBy)
  return {
    signedIn: byPerson([...came, ...used, ...signedIn]),
    updates: byPerson(wrote),
    activities: byPerson(logged),
    invitations: new Map(
      invited.map(({ id, at, sent, failed }) => [
        id,
        {
          at: sent ?? at,
          state: failed ? ('failed' as const) : sent ? ('sent' as const) : ('waiting' as const),
        },
      ]),
    ),
  }
}

/** The latest instant of each person; who is unknown or has none is left out. */
function byPerson(rows: readonly { id: number | null; at: string | null }[]): Map<number, string> {
  const found = new Map<number, string>()
  for (const { id, at } of rows) {
    if (id !== null && at !== null && at > (found.get(id) ?? '')) found.set(id, at)
  }
  return found
}

/** Whether the address has been shown to be theirs: they have come in by it, or written something. */
export const hasCome = ({ signedInAt, loggedAt, updatedAt }: Member): boolean =>
  signedInAt !== null || loggedAt !== null || updatedAt !== null

export async function findMember(tx: Tx, planId: number, personId: number): Promise<Member | undefined> {
  const [member] = await membersOf(tx, planId, personId)
  return member
}

/** Somebody who is or was in the plan; 404 for anybody else. */
export async function requireMember(tx: Tx, { id }: Pick<Plan, 'id'>, personId: number): Promise<Member> {
  const member = await findMember(tx, id, personId)
  if (!member) throw new Refused('not-found')
  return member
}

/** The people these addresses belong to, by address; addresses as `emailOf` gives them. */
export async function peopleByEmail(tx: Tx, emails: readonly string[]): Promise<Map<string, Person>> {
  const { people } = tx.tables
  const rows = await tx
    .select()
    .from(people)
    .where(inArray(people.email, [...emails]))
  return new Map(rows.map((person) => [person.email!, person]))
}

/** The ids of those who lead the plan and can sign in. */
export async function leadersOf(tx: Tx, planId: number): Promise<number[]> {
  const { people, memberships } = tx.tables
  const rows = await tx
    .selectDistinct({ id: people.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.planId, planId),
        eq(memberships.role, 'strategist'),
        isNull(memberships.endedAt),
        isNull(people.deactivatedAt),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Ends something somebody had to do in a plan; the row stays. */
export async function endMembership(tx: Tx, id: number, now: Date): Promise<void> {
  const { memberships } = tx.tables
  await tx.update(memberships).set({ endedAt: now.toISOString() }).where(eq(memberships.id, id))
}

/** Opens a person's way in again; what they were in each plan has stood all the time. */
export async function reactivatePerson(tx: Tx, personId: number): Promise<void> {
  const { people } = tx.tables
  await tx.update(people).set({ deactivatedAt: null }).where(eq(people.id, personId))
}

/** Ends every session of somebody. */
export async function endSessions(tx: Tx, personId: number, now: Date): Promise<void> {
  const { sessions } = tx.tables
  await tx
    .update(sessions)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
}

/** Mends a name or an address that was written wrong. Refuses an address that somebody else has. */
export async function mendPerson(
  tx: Tx,
  personId: number,
  { name, email }: { name: string; email: string },
): Promise<void> {
  const { people } = tx.tables
  const taken = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), ne(people.id, personId)))
  if (taken.length > 0) throw refusedField('email-taken', 'email')
  try {
    await tx.update(people).set({ name, email }).where(eq(people.id, personId))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw refusedField('email-taken', 'email')
  }
}

/** Whether somebody can answer for a point: still here, and with a role that writes about points. */
export const mayOwn = ({ person, memberships }: Member): boolean =>
  !person.deactivatedAt &&
  can(
    memberships.filter((held) => !held.endedAt).map((held) => held.role),
    'update.record',
  )
