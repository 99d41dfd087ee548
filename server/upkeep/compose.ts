import { bases } from '#domain/addresses.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import type { Room } from '../http/room.ts'
import type { Letter, MailContext } from '../mail/mail-context.ts'
import { recipientOf, type OutboxMail, type OutboxKind } from '../mail/outbox.store.ts'

/**
 * Makes a mail of the outbox, with fresh links, in the person's language, by the room whose kind it is; undefined when there is no longer anybody
 * to write to or anything to write about. It writes links, and is therefore made inside the transaction that claims the mail.
 */
export async function composeMail(
  tx: Tx,
  rooms: readonly Room[],
  notice: OutboxMail,
  origin: string,
  now: Date,
  from?: string,
): Promise<Letter | undefined> {
  const recipient = await recipientOf(tx, notice)
  if (!recipient) return undefined
  const { person, plan } = recipient
  const lang = person.language === 'en' ? 'en' : 'sv'
  const base = origin + bases[lang]
  const say = speaker(lang, plan?.labels)
  const context: MailContext = { ...recipient, tx, notice, lang, say, base, origin, from, now }
  const kind = notice.kind as OutboxKind
  const maker = rooms.map(({ mails }) => mails?.[kind]).find((one) => one !== undefined)
  if (!maker) throw new Error(`no room makes mails of the kind ${kind}`)
  const made = await maker(context)
  return made && { to: person.email ?? '', ...made }
}
