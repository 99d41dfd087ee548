import * as addresses from '#domain/addresses.ts'
import { words } from '#words/index.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../mail/mail-context.ts'
import { issueLink } from '../people/links.store.ts'

/** The link somebody asked for to sign in. */
export async function signInMail({
  tx,
  notice,
  person,
  lang,
  say,
  base,
  now,
}: MailContext): Promise<ComposedMail> {
  const { signIn: spoken, sender } = words[lang].mails
  const token = await issueLink(tx, { purpose: 'sign-in', personId: person.id }, now)
  const { to } = notice.facts
  const link = addresses.asking(addresses.signInByLink(base, token), {
    till: typeof to === 'string' ? to : undefined,
  })
  return {
    subject: say(spoken.subject),
    text: paragraphs(say(spoken.text), link, say(spoken.lasts), say(spoken.unasked), say(sender)),
    link,
  }
}
