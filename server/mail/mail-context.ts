import type { Lang } from '#words/format.ts'
import type { Say } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import type { OutboxMail, Recipient } from './outbox.store.ts'

/** A mail without its envelope. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** The address in it that does what it is for: what is printed where there is no mail. */
  link: string
  /** A calendar invitation that goes along. */
  calendar?: string
  /** To somebody who has no account here: where mails are printed, the address is not. */
  unnamed?: true
  /** What happens in the transaction that marks it as sent. */
  sent?: (tx: Tx) => Promise<void>
}

/** What a mail is made from. */
export interface MailContext extends Recipient {
  tx: Tx
  notice: OutboxMail
  lang: Lang
  say: Say
  /** `PUBLIC_URL` and the language's part of the address. */
  base: string
  /** `PUBLIC_URL` alone. */
  origin: string
  /** `MAIL_FROM`, where mail leaves from here. */
  from: string | undefined
  now: Date
}

/** Undefined when there is nothing left to write about; `to` where it goes to another than the notice's person. */
export type ComposedMail = (Omit<Letter, 'to'> & { to?: string }) | undefined

/** How a room makes its kind of mail. */
export type MailMaker = (context: MailContext) => Promise<ComposedMail>

/** Paragraphs with an empty line between. */
export const paragraphs = (...told: string[]): string => `${told.join('\n\n')}\n`
