import type { MailKind } from '#domain/mail.ts'
import { words } from '#words/index.ts'
import { speaker, type Entry } from '#words/say.ts'
import type { Lang } from '#words/format.ts'
import type { Tx } from '../../database/database.ts'
import type { Plan } from '../../plans/store.ts'
import type { MailWords } from './schema.ts'
import { ownWords } from './store.ts'

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
