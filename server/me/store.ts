import { eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'

/** What somebody has chosen for themselves. */
export interface Settings {
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
