import { may } from '#domain/roles.ts'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker, type Say } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { issueLink, revokeLinks } from '../links/store.ts'
import { recipientOf, type Notice, type NoticeKind, type Recipient } from './store.ts'

/** A mail without its envelope. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** The address in it that does what it is for: what is printed where there is no mail. */
  link: string
}

/** What a mail is made from. */
interface Making extends Recipient {
  tx: Tx
  notice: Notice
  lang: Lang
  say: Say
  /** `PUBLIC_URL` and the language's part of the address. */
  base: string
  now: Date
}

type Made = Omit<Letter, 'to'> | undefined

const makers: Readonly<Record<NoticeKind, (making: Making) => Promise<Made>>> = {
  'sign-in': signIn,
  invitation,
  'log-link': logLink,
}

/**
 * Makes the mail of a notice, with fresh links, in the person's language; undefined when there is no longer anybody to write to or
 * anything to write about. It writes links, and is therefore made inside the transaction that claims the notice.
 */
export async function makeLetter(
  tx: Tx,
  notice: Notice,
  origin: string,
  now: Date,
): Promise<Letter | undefined> {
  const recipient = await recipientOf(tx, notice)
  if (!recipient) return undefined
  const { person, plan } = recipient
  const lang = person.language === 'en' ? 'en' : 'sv'
  const base = lang === 'en' ? `${origin}/en` : origin
  const say = speaker(lang, plan?.labels)
  const made = await makers[notice.kind as NoticeKind]({ ...recipient, tx, notice, lang, say, base, now })
  return made && { to: person.email ?? '', ...made }
}

/** Paragraphs with an empty line between. */
const paragraphs = (...told: string[]): string => `${told.join('\n\n')}\n`

async function signIn({ tx, notice, person, lang, say, base, now }: Making): Promise<Made> {
  const { signIn: spoken, sender } = words[lang].mails
  const token = await issueLink(tx, { purpose: 'sign-in', personId: person.id }, now)
  const { to } = notice.facts
  const link = `${base}/logga-in/${token}${typeof to === 'string' ? `?till=${encodeURIComponent(to)}` : ''}`
  return {
    subject: say(spoken.subject),
    text: paragraphs(say(spoken.text), link, say(spoken.lasts), say(spoken.unasked), say(sender)),
    link,
  }
}

async function invitation(making: Making): Promise<Made> {
  const { tx, person, plan, role, asker, lang, say, base, now } = making
  if (!plan || !role) return undefined
  const { invitation: spoken, hello, sender, logLasts } = words[lang].mails
  const about = { plan: plan.title, municipality: plan.municipality, who: asker ?? '' }
  // One invitation at a time: an earlier mail's link ends with the next.
  const own = { personId: person.id, planId: plan.id }
  await revokeLinks(tx, { ...own, purpose: 'invitation' }, now)
  const link = `${base}/logga-in/${await issueLink(tx, { ...own, purpose: 'invitation' }, now)}`
  const log = may([role], 'activity.log') ? await logAddress(making) : undefined
  return {
    subject: say(spoken.subject, about),
    text: paragraphs(
      say(hello, { name: person.name ?? '' }),
      say(asker ? spoken.textBy : spoken.text, about),
      say(spoken.roles[role]),
      say(spoken.press),
      link,
      say(spoken.lasts),
      ...(log ? [say(spoken.log), log, say(logLasts)] : []),
      say(spoken.mistaken),
      say(sender),
    ),
    link,
  }
}

async function logLink(making: Making): Promise<Made> {
  const { person, plan, role, lang, say } = making
  if (!plan || !role || !may([role], 'activity.log')) return undefined
  const { logLink: spoken, hello, sender, logLasts } = words[lang].mails
  const link = await logAddress(making)
  return {
    subject: say(spoken.subject, { plan: plan.title }),
    text: paragraphs(
      say(hello, { name: person.name ?? '' }),
      say(spoken.text, { plan: plan.title }),
      link,
      say(logLasts),
      say(sender),
    ),
    link,
  }
}

async function logAddress({ tx, person, plan, base, now }: Making): Promise<string> {
  const token = await issueLink(tx, { purpose: 'log', personId: person.id, planId: plan!.id }, now)
  return `${base}/${plan!.slug}/logga/${token}`
}
