import { and, eq } from 'drizzle-orm'
import type { Lang } from '#words/format.ts'
import type { Tx } from '../../database/database.ts'

/** The mails whose subject and opening words a plan may write itself (F44). */
export const mailKinds = ['ask-for-update', 'reminder', 'reminder-after'] as const
export type MailKind = (typeof mailKinds)[number]

export interface OwnWords {
  subject: string
  body: string
}

/** A plan's own words in a mail; undefined where it uses the usual ones. */
export async function ownWords(
  tx: Tx,
  planId: number,
  kind: MailKind,
  lang: Lang,
): Promise<OwnWords | undefined> {
  const { mailTexts } = tx.tables
  const [row] = await tx
    .select({ subject: mailTexts.subject, body: mailTexts.body })
    .from(mailTexts)
    .where(and(eq(mailTexts.planId, planId), eq(mailTexts.kind, kind), eq(mailTexts.lang, lang)))
  return row
}
