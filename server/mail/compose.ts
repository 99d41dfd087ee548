import { can } from '#domain/roles.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { reviewCancellation } from '../reviews/cancel.routes.ts'
import { feedbackAnswer, feedbackLetter } from '../feedback/mails.ts'
import { reviewInvitation } from '../reviews/invitations/mails.ts'
import { issueLink, revokeLinks } from '../people/links.store.ts'
import { askForUpdate, reminder } from '../reviews/preparation/mails.ts'
import { followUpMail } from '../points/follow-up/mails.ts'
import { thanksLetter } from '../reviews/afterwards/thanks.routes.ts'
import { paragraphs, type Letter, type ComposedMail, type MailContext } from './mail-context.ts'
import { recipientOf, type OutboxMail, type NoticeKind } from './outbox.store.ts'

const makers: Readonly<Record<NoticeKind, (context: MailContext) => Promise<ComposedMail>>> = {
  'sign-in': signIn,
  invitation,
  'log-link': logLink,
  'review-invitation': reviewInvitation,
  'review-cancellation': reviewCancellation,
  thanks: thanksLetter,
  still: followUpMail,
  feedback: feedbackLetter,
  'feedback-answer': feedbackAnswer,
  'ask-for-update': askForUpdate,
  reminder,
}

/**
 * Makes the mail of a notice, with fresh links, in the person's language; undefined when there is no longer anybody to write to or
 * anything to write about. It writes links, and is therefore made inside the transaction that claims the notice.
 */
export async function composeMail(
  tx: Tx,
  notice: OutboxMail,
  origin: string,
  now: Date,
  from?: string,
): Promise<Letter | undefined> {
  const recipient = await recipientOf(tx, notice)
  if (!recipient) return undefined
  const { person, plan } = recipient
  const lang = person.language === 'en' ? 'en' : 'sv'
  const base = lang === 'en' ? `${origin}/en` : origin
  const say = speaker(lang, plan?.labels)
  const context: MailContext = { ...recipient, tx, notice, lang, say, base, origin, from, now }
  const made = await makers[notice.kind as NoticeKind](context)
  return made && { to: person.email ?? '', ...made }
}

async function signIn({ tx, notice, person, lang, say, base, now }: MailContext): Promise<ComposedMail> {
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

async function invitation(context: MailContext): Promise<ComposedMail> {
  const { tx, person, plan, role, asker, lang, say, base, now } = context
  if (!plan || !role) return undefined
  const { invitation: spoken, hello, sender, logLasts } = words[lang].mails
  const about = { plan: plan.title, municipality: plan.municipality, who: asker ?? '' }
  // One invitation at a time: an earlier mail's link ends with the next.
  const own = { personId: person.id, planId: plan.id }
  await revokeLinks(tx, { ...own, purpose: 'invitation' }, now)
  const link = `${base}/logga-in/${await issueLink(tx, { ...own, purpose: 'invitation' }, now)}`
  const log = can([role], 'activity.log') ? await logAddress(context) : undefined
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

async function logLink(context: MailContext): Promise<ComposedMail> {
  const { person, plan, role, lang, say } = context
  if (!plan || !role || !can([role], 'activity.log')) return undefined
  const { logLink: spoken, hello, sender, logLasts } = words[lang].mails
  const link = await logAddress(context)
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

async function logAddress({ tx, person, plan, base, now }: MailContext): Promise<string> {
  const token = await issueLink(tx, { purpose: 'log', personId: person.id, planId: plan!.id }, now)
  return `${base}/${plan!.slug}/logga/${token}`
}
