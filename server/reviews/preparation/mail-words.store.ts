import { and, eq } from 'drizzle-orm'
import { refuseMailWords, type MailKind } from '#domain/mail.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker, type Entry } from '#words/say.ts'
import type { Tx } from '../../database/database.ts'
import { refuseFor } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { MailWords } from './mail-words.schema.ts'
import type { Plan } from '../../database/plan.ts'

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
  plan: Plan,
  kind: MailKind,
  lang: Lang,
  own: OwnWords | null,
  context: WriteContext,
): Promise<void> {
  if (own) refuseFor(refuseMailWords(own))
  const { mailTexts } = tx.tables
  await tx.delete(mailTexts).where(at(tx, plan.id, kind, lang))
  if (!own) return
  const changed = { changedAt: context.now.toISOString(), changedBy: context.by.personId }
  await tx.insert(mailTexts).values({ planId: plan.id, kind, lang, ...own, ...changed })
}

/** The usual words of a kind of mail. */
export function usualWords(lang: Lang, kind: MailKind): { subject: Entry; text: Entry } {
  const { askForUpdate: asked, reminder: reminded } = words[lang].mails
  if (kind === 'ask-for-update') return asked
  return kind === 'reminder' ? reminded.before : reminded.after
}

/** What a mail says now, as it is edited: its values in braces, the usual words as they are for several points. */
export async function wordsNow(tx: Tx, plan: Plan, kind: MailKind, lang: Lang): Promise<MailWords> {
  const own = await ownWords(tx, plan.id, kind, lang)
  if (own) return { ...own, own: true }
  const usual = usualWords(lang, kind)
  // Without values they stand as they are written; the plan's own nouns are put in.
  const say = speaker(lang, plan.labels)
  const several = (entry: Entry) => say(typeof entry === 'string' ? entry : entry.other)
  return { subject: several(usual.subject), body: several(usual.text), own: false }
}
