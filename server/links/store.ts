import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { newToken, tokenHash } from '../people/tokens.ts'

const minute = 60_000
const linkMinutes = 15

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

/** Uses a sign-in link; gives whose it was, or undefined when it no longer opens anything. */
export async function useSignInLink(tx: Tx, token: string, now: Date): Promise<number | undefined> {
  const { links } = tx.tables
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
    .returning({ personId: links.personId })
  return link?.personId
}
