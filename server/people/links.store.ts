import { and, desc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { newToken, tokenHash } from './tokens.ts'
import type { LinkPurpose } from './links.tables.ts'
import { ownerOf } from './store.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How long a link stands, and whether it is good once only. Those that are good many times open one deed and no session. */
const rules: Readonly<Record<LinkPurpose, { lasts: number; once: boolean }>> = {
  'sign-in': { lasts: 15 * minute, once: true },
  invitation: { lasts: 14 * day, once: true },
  log: { lasts: 60 * day, once: false },
  answer: { lasts: 60 * day, once: false },
  still: { lasts: 60 * day, once: true },
}

export interface NewLink {
  purpose: LinkPurpose
  personId: number
  /** The plan it is about: told for all but `sign-in`. */
  planId?: number | undefined
  /** What of the plan it reaches: for `answer` the point's id, written as text. */
  scope?: string | undefined
}

/** A link that still opens something. */
export interface StandingLink {
  id: number
  purpose: LinkPurpose
  personId: number
  planId: number | null
  scope: string | null
  createdAt: string
  expiresAt: string
}

/** Issues a link; its token is told once, here. */
export async function issueLink(tx: Tx, link: NewLink, now: Date): Promise<string> {
  const token = newToken()
  await tx.insert(tx.tables.links).values({
    tokenHash: tokenHash(token),
    purpose: link.purpose,
    personId: link.personId,
    planId: link.planId ?? null,
    scope: link.scope ?? null,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + rules[link.purpose].lasts).toISOString(),
  })
  return token
}

/** A sign-in link: 15 minutes, one use. */
export const issueSignInLink = (tx: Tx, personId: number, now: Date): Promise<string> =>
  issueLink(tx, { purpose: 'sign-in', personId }, now)

/**
 * The link of this token while it stands; looking uses nothing, for mail scanners look too. Undefined when it has expired, been used or
 * revoked, when its person is deactivated, when a review day of its plan has closed since it was issued (`log`, `answer`), and when
 * its point is somebody else's now (`answer`).
 */
export async function findLink(tx: Tx, token: string, now: Date): Promise<StandingLink | undefined> {
  const { links, people } = tx.tables
  const [found] = await tx
    .select({ link: links })
    .from(links)
    .innerJoin(people, eq(people.id, links.personId))
    .where(
      and(
        eq(links.tokenHash, tokenHash(token)),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        gt(links.expiresAt, now.toISOString()),
        isNull(people.deactivatedAt),
      ),
    )
  return found && standing(tx, found.link)
}

/** A person's links that open one deed and still stand, newest first; those that sign in are not told of. */
export async function lastingLinksOf(tx: Tx, personId: number, now: Date): Promise<StandingLink[]> {
  const { links } = tx.tables
  const rows = await tx
    .select()
    .from(links)
    .where(
      and(
        eq(links.personId, personId),
        inArray(links.purpose, ['log', 'answer']),
        isNull(links.revokedAt),
        gt(links.expiresAt, now.toISOString()),
      ),
    )
    .orderBy(desc(links.id))
  const found: StandingLink[] = []
  for (const row of rows) {
    const link = await standing(tx, row)
    if (link) found.push(link)
  }
  return found
}

/** Whether what has happened since has ended a link that is neither used, revoked nor too old. */
async function standing(tx: Tx, link: Tables['links']['$inferSelect']): Promise<StandingLink | undefined> {
  const { id, purpose, personId, planId, scope, createdAt, expiresAt } = link
  if (!rules[purpose].once && planId !== null && (await closedSince(tx, planId, createdAt))) return undefined
  if (purpose === 'answer' && (await ownerOf(tx, Number(scope))) !== personId) return undefined
  return { id, purpose, personId, planId, scope, createdAt, expiresAt }
}

/** A review day that has closed ends what was asked before it. */
async function closedSince(tx: Tx, planId: number, instant: string): Promise<boolean> {
  const { closures } = tx.tables
  const [row] = await tx
    .select({ id: closures.id })
    .from(closures)
    .where(and(eq(closures.planId, planId), gt(closures.closedAt, instant)))
    .limit(1)
  return row !== undefined
}

/**
 * The link of this token, if it is for one of these purposes and stands; one that is good once is used up with it. Signs nobody in by
 * itself.
 */
export async function useLink(
  tx: Tx,
  token: string,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<StandingLink | undefined> {
  const link = await findLink(tx, token, now)
  if (!link || !purposes.includes(link.purpose)) return undefined
  if (!rules[link.purpose].once) return link
  const { links } = tx.tables
  const used = await tx
    .update(links)
    .set({ usedAt: now.toISOString() })
    .where(and(eq(links.id, link.id), isNull(links.usedAt)))
    .returning({ id: links.id })
  return used.length > 0 ? link : undefined
}

/** Ends one of a person's own links; false when they have none with this id. One that has ended already stays ended. */
export async function revokeOwnLink(tx: Tx, personId: number, id: number, now: Date): Promise<boolean> {
  const { links } = tx.tables
  const found = await tx
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.id, id), eq(links.personId, personId)))
  await revokeLinks(tx, { id, personId }, now)
  return found.length > 0
}

/** Ends every link that fits all that is told; at least one thing must be. */
export async function revokeLinks(
  tx: Tx,
  of: {
    id?: number | undefined
    personId?: number | undefined
    planId?: number | undefined
    purpose?: LinkPurpose | undefined
    scope?: string | undefined
  },
  now: Date,
): Promise<void> {
  const { links } = tx.tables
  const told: SQL[] = []
  if (of.id !== undefined) told.push(eq(links.id, of.id))
  if (of.personId !== undefined) told.push(eq(links.personId, of.personId))
  if (of.planId !== undefined) told.push(eq(links.planId, of.planId))
  if (of.purpose !== undefined) told.push(eq(links.purpose, of.purpose))
  if (of.scope !== undefined) told.push(eq(links.scope, of.scope))
  if (told.length === 0) throw new Error('which links shall end was not told')
  await tx
    .update(links)
    .set({ revokedAt: now.toISOString() })
    .where(and(...told, isNull(links.revokedAt)))
}
