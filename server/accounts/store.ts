import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'

/**
 * What a phone knows its person by while something waits on it: 16 figures that say nothing of anybody, the same at every sign-in.
 * Neither name nor id, so that whoever finds the phone's storage learns nothing (A16).
 */
export async function accountOf(tx: Tx, personId: number): Promise<string> {
  const { people } = tx.tables
  const [person] = await tx
    .select({ createdAt: people.createdAt })
    .from(people)
    .where(eq(people.id, personId))
  return createHash('sha256')
    .update(`account ${personId} ${person?.createdAt ?? ''}`)
    .digest('hex')
    .slice(0, 16)
}

/** 403 when what is sent was written by somebody else on the same phone; nothing told is nothing to compare. */
export async function refuseOtherAccount(
  tx: Tx,
  personId: number,
  account: string | undefined,
): Promise<void> {
  if (account !== undefined && account !== (await accountOf(tx, personId)))
    throw new Refused(403, 'other-account')
}
