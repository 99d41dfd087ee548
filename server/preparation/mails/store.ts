import { and, eq } from 'drizzle-orm'
import { refuseMailWords, type MailKind } from '#domain/mail.ts'
import type { Lang } from '#words/format.ts'
import type { Tx } from '../../database/database.ts'
import { refuseFor } from '../../errors.ts'
import type { Act } from '../../people/act.ts'
import { lockPlan } from '../../plans/store.ts'

export interface OwnWords {
  subject: string
  body: string
}

const at = (tx: Tx, planId: number, kind: MailKind, lang: Lang) => {
  const { mailTexts } = tx.tables
  return and(eq(mailTexts.planId, planId), eq(mailTexts.kind, kind), eq(mailTexts.lang, lang))
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
    .where(at(tx, planId, kind, lang))
  return row
}

/** Sets a plan's own words in a mail, or goes back to the usual ones with null (F44). Refuses what is empty or too long. */
export async function setOwnWords(
  tx: Tx,
  slug: string,
  kind: MailKind,
  lang: Lang,
  own: OwnWords | null,
  act: Act,
): Promise<void> {
  const plan = await lockPlan(tx, slug)
  if (own) refuseFor(refuseMailWords(own))
  const { mailTexts } = tx.tables
  await tx.delete(mailTexts).where(at(tx, plan.id, kind, lang))
  if (!own) return
  const changed = { changedAt: act.now.toISOString(), changedBy: act.by.personId }
  await tx.insert(mailTexts).values({ planId: plan.id, kind, lang, ...own, ...changed })
}
