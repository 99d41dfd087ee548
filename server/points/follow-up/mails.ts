import * as addresses from '#domain/addresses.ts'
import { words } from '#words/index.ts'
import { issueLink } from '../../people/links.store.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../../mail/mail-context.ts'
import { wordingOf } from '../store.ts'
import { findFollowUp } from './store.ts'
import { ownerOf } from '../../people/store.ts'

/** The one question, with its own link; nothing when it has been answered, or the point is somebody else's now, or such mail is turned off. */
export async function followUpMail({
  tx,
  notice,
  person,
  plan,
  lang,
  say,
  base,
  now,
}: MailContext): Promise<ComposedMail> {
  const question = await findFollowUp(tx, Number(notice.facts.question))
  if (!plan || !question || question.answered || person.remindersOffAt !== null) return undefined
  if ((await ownerOf(tx, question.pointId)) !== person.id) return undefined
  const { still: spoken, hello, sender } = words[lang].mails
  const { title } = await wordingOf(tx, question.pointId)
  const own = { purpose: 'still' as const, personId: person.id, planId: plan.id, scope: String(question.id) }
  const link = addresses.followUp(addresses.plan(base, plan.slug), await issueLink(tx, own, now))
  const about = { number: question.number, title, plan: plan.title, n: question.months }
  return {
    subject: say(spoken.subject, about),
    text: paragraphs(
      say(hello, { name: person.name ?? '' }),
      say(spoken.text, about),
      say(spoken.ask),
      link,
      say(spoken.lasts),
      say(sender),
    ),
    link,
  }
}
