import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Role } from '#domain/roles.ts'
import type { Tx } from '../database/database.ts'
import { isUniqueViolation } from '../database/problem.ts'
import type { Tables } from '../database/tables.ts'
import { refusedField } from '../errors.ts'
import { newToken, tokenHash } from './tokens.ts'

const minute = 60_000
const linkMinutes = 15
const sessionDays = 30
/** Those who decide are signed out sooner than those who log and read. */
const sessionHoursOfDeciders = 12

export interface Membership {
  planId: number
  role: Exclude<Role, 'administrator'>
  function: string
}

/** Who is signed in, and what they are in each plan. */
export interface Viewer {
  personId: number
  name: string | null
  organisationId: number | null
  administrator: boolean
  language: string
  memberships: Membership[]
}

export interface NewPerson {
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
  membership: Membership & { personId: number; workplace?: string | null },
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

/** Issues a sign-in link: its token is told once, here; 15 minutes, one use. */
export async function issueSignInLink(tx: Tx, personId: number, now: Date): Promise<string> {
  const token = newToken()
  await tx.insert(tx.tables.links).values({
    tokenHash: tokenHash(token),
    purpose: 'sign-in',
    personId,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + linkMinutes * minute).toISOString(),
  })
  return token
}

/** Whether a sign-in link can still be used; looking does not use it, for mail scanners look too. */
export async function linkStands(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { links } = tx.tables
  const [link] = await tx
    .select()
    .from(links)
    .where(eq(links.tokenHash, tokenHash(token)))
  return link !== undefined && !link.usedAt && !link.revokedAt && link.expiresAt > now.toISOString()
}

/** Uses a sign-in link and opens a session; gives its token and how many seconds it lasts, or undefined when the link no longer opens anything. */
export async function signIn(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ session: string; seconds: number } | undefined> {
  const { links, sessions, people } = tx.tables
  const at = now.toISOString()
  const [link] = await tx
    .update(links)
    .set({ usedAt: at })
    .where(
      and(
        eq(links.tokenHash, tokenHash(token)),
        eq(links.purpose, 'sign-in'),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        gt(links.expiresAt, at),
      ),
    )
    .returning()
  if (!link) return undefined
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, link.personId), isNull(people.deactivatedAt)))
  if (!person) return undefined
  const seconds = (await decides(tx, person.id, person.administrator))
    ? sessionHoursOfDeciders * 3600
    : sessionDays * 86_400
  const session = newToken()
  await tx.insert(sessions).values({
    tokenHash: tokenHash(session),
    personId: person.id,
    createdAt: at,
    expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  })
  return { session, seconds }
}

async function decides(tx: Tx, personId: number, administrator: boolean): Promise<boolean> {
  if (administrator) return true
  const memberships = await membershipsOf(tx, personId)
  return memberships.some((one) => one.role === 'strategist')
}

export async function membershipsOf(tx: Tx, personId: number): Promise<Membership[]> {
  const { memberships } = tx.tables
  return tx
    .select({ planId: memberships.planId, role: memberships.role, function: memberships.function })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.id))
}

/** The person whose session this token opens, or undefined when it has ended. */
export async function findViewer(tx: Tx, session: string, now: Date): Promise<Viewer | undefined> {
  const { sessions, people } = tx.tables
  const [row] = await tx
    .select({ person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash(session)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now.toISOString()),
        isNull(people.deactivatedAt),
      ),
    )
  if (!row) return undefined
  const { id, name, organisationId, administrator, language } = row.person
  return {
    personId: id,
    name,
    organisationId,
    administrator,
    language,
    memberships: await membershipsOf(tx, id),
  }
}

/** Ends a session; one that has ended already stays ended. */
export async function signOut(tx: Tx, session: string, now: Date): Promise<void> {
  const { sessions } = tx.tables
  await tx
    .update(sessions)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(sessions.tokenHash, tokenHash(session)), isNull(sessions.revokedAt)))
}

/** What a person is in a plan: their roles there, an administrator everywhere. */
export function rolesIn(viewer: Viewer, planId: number | undefined): Role[] {
  const here = viewer.memberships.filter((one) => one.planId === planId).map((one) => one.role)
  return viewer.administrator ? ['administrator', ...here] : here
}
