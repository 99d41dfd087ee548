import { and, asc, eq, isNull, desc } from 'drizzle-orm'
import type { Role } from '#domain/roles.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { isUniqueViolation } from '../database/problem.ts'
import { statement, type Given } from '../database/statement.ts'
import type { Tables } from '../database/tables.ts'
import { refusedField } from '../http/refusal.ts'
import type { Plan } from '../database/plan.ts'
import type { Membership, Viewer } from '../http/viewer.ts'

interface NewPerson {
  name: string
  email: string
  organisationId: number | null
  administrator: boolean
  language?: string
}

/** Adds a person. Refuses an address that somebody has already. */
export async function addPerson(tx: Tx, person: NewPerson, now: Date): Promise<number> {
  const { people } = tx.tables
  try {
    const [row] = await tx
      .insert(people)
      .values({
        ...person,
        email: person.email.toLowerCase(),
        language: person.language ?? 'sv',
        createdAt: now.toISOString(),
      })
      .returning({ id: people.id })
    return row!.id
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw refusedField('email-taken', 'email')
  }
}

export async function addMembership(
  tx: Tx,
  membership: Omit<Membership, 'organisationId'> & {
    personId: number
    organisationId?: number | null
    workplace?: string | null
  },
  now: Date,
): Promise<void> {
  await tx.insert(tx.tables.memberships).values({ ...membership, createdAt: now.toISOString() })
}

/** Closes a person's way in and keeps the history (F40): sessions and links end with it. */
export async function deactivatePerson(tx: Tx, personId: number, now: Date): Promise<void> {
  const { people, sessions, links } = tx.tables
  const at = now.toISOString()
  await tx.update(people).set({ deactivatedAt: at }).where(eq(people.id, personId))
  await tx.update(sessions).set({ revokedAt: at }).where(eq(sessions.personId, personId))
  await tx.update(links).set({ revokedAt: at }).where(eq(links.personId, personId))
}

/** The people still here who are this in any plan, in the order they came. */
export async function peopleWithRole(tx: Tx, role: Role): Promise<Tables['people']['$inferSelect'][]> {
  const { people, memberships } = tx.tables
  if (role === 'administrator') {
    return tx
      .select()
      .from(people)
      .where(and(eq(people.administrator, true), isNull(people.deactivatedAt)))
      .orderBy(asc(people.id))
  }
  const rows = await tx
    .selectDistinct({ person: people })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(memberships.role, role), isNull(memberships.endedAt), isNull(people.deactivatedAt)))
    .orderBy(asc(people.id))
  return rows.map((row) => row.person)
}

const ofPerson = statement((tx, { personId }: Given<{ personId: number }>) => {
  const { memberships } = tx.tables
  return tx
    .select({
      planId: memberships.planId,
      role: memberships.role,
      function: memberships.function,
      organisationId: memberships.organisationId,
    })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.id))
})

export const membershipsOf = (tx: Tx, personId: number): Promise<Membership[]> => ofPerson(tx, { personId })

/** What the person signed in is in this plan, or in the first where no plan is named; never a name (A08). */
export function functionOf(viewer: Viewer, plan: Pick<Plan, 'id'> | undefined, lang: Lang): string {
  const here = viewer.memberships.find((one) => plan === undefined || one.planId === plan.id)
  return (
    here?.function ??
    speaker(lang)(words[lang].people.roles[viewer.administrator ? 'administrator' : 'reader'])
  )
}

/** The person who holds the point's function now, or null. */
export async function ownerOf(tx: Tx, pointId: number): Promise<number | null> {
  const { assignments } = tx.tables
  const [row] = await tx
    .select({ personId: assignments.personId })
    .from(assignments)
    .where(eq(assignments.pointId, pointId))
    .orderBy(desc(assignments.id))
    .limit(1)
  return row?.personId ?? null
}
