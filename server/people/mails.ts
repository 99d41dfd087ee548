import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import { words } from '#words/index.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../mail/mail-context.ts'
import { issueLink, revokeLinks } from './links.store.ts'

/** The invitation to a plan, with a link that signs in once and, for whoever logs activities, one that goes on working. */
export async function invitationMail(context: MailContext): Promise<ComposedMail> {
  const { tx, person, plan, role, asker, lang, say, base, now } = context
  if (!plan || !role) return undefined
  const { invitation: spoken, hello, sender, logLasts } = words[lang].mails
  const about = { plan: plan.title, municipality: plan.municipality, who: asker ?? '' }
  // One invitation at a time: an earlier mail's link ends with the next.
  const own = { personId: person.id, planId: plan.id }
  await revokeLinks(tx, { ...own, purpose: 'invitation' }, now)
  const token = await issueLink(tx, { ...own, purpose: 'invitation' }, now)
  const link = addresses.signInByLink(base, token)
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

/** The link to log activities by, sent once more. */
export async function logLinkMail(context: MailContext): Promise<ComposedMail> {
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
  return addresses.logByLink(addresses.plan(base, plan!.slug), token)
}
