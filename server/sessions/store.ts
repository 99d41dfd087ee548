import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { useLink } from '../links/store.ts'
import { membershipsOf, type Viewer } from '../people/store.ts'
import { newToken, tokenHash } from '../people/tokens.ts'

const sessionDays = 30
/** Those who decide are signed out sooner than those who log and read. */
const sessionHoursOfDeciders = 12

export interface OpenedSession {
  /** The token for the cookie: told once, here. */
  session: string
  seconds: number
}

/** From where a session was opened: a coarse name of the browser, and the issuer where one vouched for the person. */
export interface Opening {
  device?: string | undefined
  issuer?: string | undefined
}

/** Opens a session for a person; undefined for somebody who has left. */
export async function openSession(
  tx: Tx,
  personId: number,
  now: Date,
  { device, issuer }: Opening = {},
): Promise<OpenedSession | undefined> {
  const { sessions, people } = tx.tables
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  if (!person) return undefined
  const seconds = (await decides(tx, person.id, person.administrator))
    ? sessionHoursOfDeciders * 3600
    : sessionDays * 86_400
  const session = newToken()
  await tx.insert(sessions).values({
    tokenHash: tokenHash(session),
    personId: person.id,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
    device: device ?? null,
    issuer: issuer ?? null,
  })
  return { session, seconds }
}

/** Uses a sign-in link and opens a session; undefined when the link no longer opens anything. */
export async function signIn(tx: Tx, token: string, now: Date): Promise<OpenedSession | undefined> {
  const link = await useLink(tx, token, ['sign-in', 'invitation'], now)
  return link && openSession(tx, link.personId, now)
}

async function decides(tx: Tx, personId: number, administrator: boolean): Promise<boolean> {
  if (administrator) return true
  const memberships = await membershipsOf(tx, personId)
  return memberships.some((one) => one.role === 'strategist')
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
