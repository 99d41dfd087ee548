import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { can, type Permission } from '#domain/roles.ts'
import { endOf, idleSecondsOfDeciders, isWorthNoting, sessionDays, sessionEnd } from '#domain/session.ts'
import type { Tx } from '../database/database.ts'
import { statement, type Given } from '../database/statement.ts'
import type { Tables } from '../database/tables.ts'
import { recordChange } from '../trail/store.ts'
import { findLink, revokeLinks, useLink } from './links.store.ts'
import type { LinkPurpose } from './links.tables.ts'
import { membershipsOf } from './store.ts'
import { rolesIn, type Viewer, type Membership } from '../http/viewer.ts'
import { newToken, tokenHash } from './tokens.ts'

interface OpenedSession {
  /** The token for the cookie: told once, here. */
  session: string
  /** How long the cookie is to be kept; the session itself may end before. */
  seconds: number
}

/** From where a session was opened: a coarse name of the browser, and the issuer where one vouched for the person. */
interface Opening {
  device?: string | undefined
  issuer?: string | undefined
}

/** The session behind a request. */
export interface CurrentSession {
  id: number
  /** An instant. */
  endsAt: string
  createdAt: string
  /** Whether its use is to be written down. */
  worthNoting: boolean
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
  const idle = decides(person.administrator, await membershipsOf(tx, person.id))
  const at = now.toISOString()
  const session = newToken()
  const [row] = await tx
    .insert(sessions)
    .values({
      tokenHash: tokenHash(session),
      personId: person.id,
      createdAt: at,
      expiresAt: sessionEnd({ createdAt: at }, idle, now),
      idleSeconds: idle ? idleSecondsOfDeciders : null,
      lastUsedAt: at,
      device: device ?? null,
      issuer: issuer ?? null,
    })
    .returning({ id: sessions.id })
  await trailOf(tx, 'session.open', row!.id, personId, now)
  return { session, seconds: sessionDays * 86_400 }
}

/** Signing in and out passes no door, and leaves its row in the trail here. */
const trailOf = (tx: Tx, deed: 'session.open' | 'session.end', id: number, personId: number, now: Date) =>
  recordChange(tx, { personId, deed, object: 'session', objectId: String(id) }, now)

/** Uses a link that signs in and opens a session; undefined when the link no longer opens anything. */
export async function signIn(
  tx: Tx,
  token: string,
  now: Date,
  opening: Opening = {},
): Promise<OpenedSession | undefined> {
  const link = await useLink(tx, token, ['sign-in', 'invitation'], now)
  if (!link) return undefined
  // One invitation is enough: what other mails hold ends with it.
  await revokeLinks(tx, { personId: link.personId, purpose: 'invitation' }, now)
  return openSession(tx, link.personId, now, opening)
}

/** Those who decide in any plan are signed out sooner than those who log and read. */
const decides = (administrator: boolean, memberships: readonly Membership[]): boolean =>
  administrator || memberships.some((one) => can([one.role], 'review.close'))

/** What every signed-in request asks. */
const sessionStanding = statement((tx, given: Given<{ tokenHash: string; at: string }>) => {
  const { sessions, people } = tx.tables
  return tx
    .select({ person: people, session: sessions })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, given.tokenHash),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, given.at),
        isNull(people.deactivatedAt),
      ),
    )
})

/** The person whose session this token opens, with the session; undefined when it has ended. */
export async function findViewer(tx: Tx, token: string, now: Date): Promise<Viewer | undefined> {
  const [row] = await sessionStanding(tx, { tokenHash: tokenHash(token), at: now.toISOString() })
  if (!row) return undefined
  const { person, session } = row
  const memberships = await membershipsOf(tx, person.id)
  const endsAt = endOf(session, decides(person.administrator, memberships))
  if (endsAt <= now.toISOString()) return undefined
  const { id, createdAt } = session
  return {
    ...viewerOf(person, memberships),
    session: { id, createdAt, endsAt, worthNoting: isWorthNoting(session, now) },
  }
}

const viewerOf = (person: Tables['people']['$inferSelect'], memberships: Membership[]): Viewer => ({
  personId: person.id,
  name: person.name,
  organisationId: person.organisationId,
  administrator: person.administrator,
  language: person.language,
  memberships,
})

/** The one permission that a link of this purpose opens. */
const permissionOf: Partial<Record<LinkPurpose, Permission>> = {
  log: 'activity.log',
  answer: 'update.record',
}

/**
 * The person a link speaks for, who may do its one permission in its plan as long as they may do it themselves, and nothing else; undefined for
 * a link that no longer stands, and for one that signs in.
 */
export async function findLinkViewer(tx: Tx, token: string, now: Date): Promise<Viewer | undefined> {
  const link = await findLink(tx, token, now)
  const permission = link && permissionOf[link.purpose]
  if (!permission || link.planId === null) return undefined
  const { planId, personId, scope } = link
  const { people } = tx.tables
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  const memberships = (await membershipsOf(tx, personId)).filter((one) => one.planId === planId)
  const only = { permission, planId, pointId: link.purpose === 'answer' ? Number(scope) : undefined }
  const viewer = { ...viewerOf(person!, memberships), administrator: false, only }
  return can(rolesIn(viewer, planId), permission) ? viewer : undefined
}

/** Writes down that a session is in use, and moves its end on where it ends without use; gives its end. */
export async function noteUse(tx: Tx, viewer: Viewer, now: Date): Promise<string | undefined> {
  const { session } = viewer
  if (!session) return undefined
  const { sessions } = tx.tables
  const idle = decides(viewer.administrator, viewer.memberships)
  const expiresAt = sessionEnd(session, idle, now)
  await tx
    .update(sessions)
    .set({ lastUsedAt: now.toISOString(), expiresAt, idleSeconds: idle ? idleSecondsOfDeciders : null })
    .where(and(eq(sessions.id, session.id), isNull(sessions.revokedAt)))
  return expiresAt
}

/** A person's sessions that have not ended, newest first. */
export async function sessionsOf(
  tx: Tx,
  viewer: Viewer,
  now: Date,
): Promise<{ id: number; createdAt: string; lastUsedAt: string; device: string | null }[]> {
  const { sessions } = tx.tables
  const rows = await tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, viewer.personId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now.toISOString()),
      ),
    )
    .orderBy(desc(sessions.id))
  const idle = decides(viewer.administrator, viewer.memberships)
  return rows
    .filter((row) => endOf(row, idle) > now.toISOString())
    .map(({ id, createdAt, lastUsedAt, device }) => ({
      id,
      createdAt,
      lastUsedAt: lastUsedAt ?? createdAt,
      device,
    }))
}

/** Ends one of a person's own sessions; false when they have none with this id. One that has ended already stays ended. */
export async function revokeSession(tx: Tx, personId: number, id: number, now: Date): Promise<boolean> {
  const { sessions } = tx.tables
  const own = and(eq(sessions.id, id), eq(sessions.personId, personId))
  const found = await tx.select({ id: sessions.id }).from(sessions).where(own)
  await tx
    .update(sessions)
    .set({ revokedAt: now.toISOString() })
    .where(and(own, isNull(sessions.revokedAt)))
  return found.length > 0
}

/** Ends a session; one that has ended already stays ended. */
export async function signOut(tx: Tx, token: string, now: Date): Promise<void> {
  const { sessions } = tx.tables
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(sessions.tokenHash, tokenHash(token)), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id, personId: sessions.personId })
  for (const { id, personId } of ended) await trailOf(tx, 'session.end', id, personId, now)
}

/** In this order: most browsers also name those they descend from. */
const browsers: readonly [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/[\d.]+.*Safari\//],
]

const systems: readonly [name: string, pattern: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/**
 * Which kind of browser on which kind of device, "Firefox, Android", from its `User-Agent`: enough for people to know their own again, and
 * no more. Undefined when it says neither.
 */
export function deviceOf(userAgent: string | undefined): string | undefined {
  const told = (userAgent ?? '').slice(0, 400)
  const named = [browsers, systems].map((list) => list.find(([, pattern]) => pattern.test(told))?.[0])
  return named.filter((one) => one !== undefined).join(', ') || undefined
}
