import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'

/** What somebody has chosen for themselves. */
interface Settings {
  name: string | null
  email: string | null
  language: 'sv' | 'en'
  /** Whether reminders are wanted (A15). */
  reminders: boolean
}

export async function settingsOf(tx: Tx, personId: number): Promise<Settings> {
  const { people } = tx.tables
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  return {
    name: person?.name ?? null,
    email: person?.email ?? null,
    language: person?.language === 'en' ? 'en' : 'sv',
    reminders: !person?.remindersOffAt,
  }
}

/** Changes what is told and leaves the rest. */
export async function changeSettings(
  tx: Tx,
  personId: number,
  { language, reminders }: Partial<Pick<Settings, 'language' | 'reminders'>>,
  now: Date,
): Promise<void> {
  const { people } = tx.tables
  const before = await settingsOf(tx, personId)
  await tx
    .update(people)
    .set({
      language: language ?? before.language,
      ...(reminders !== undefined &&
        reminders !== before.reminders && { remindersOffAt: reminders ? null : now.toISOString() }),
    })
    .where(eq(people.id, personId))
}

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
  if (account !== undefined && account !== (await accountOf(tx, personId))) throw new Refused('other-account')
}
