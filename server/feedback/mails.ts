import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { dayText } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { paragraphs, type ComposedMail, type MailContext } from '../mail/mail-context.ts'
import { findFeedback, forgetSender, waitingFeedback } from './store.ts'

/** Tells whoever answers how much waits: numbers only, what readers wrote is read on the page. Nothing when it has been dealt with meanwhile. */
export async function feedbackLetter({
  tx,
  person,
  plan,
  lang,
  say,
  base,
}: MailContext): Promise<ComposedMail> {
  const waiting = await waitingFeedback(tx, { planIds: plan ? [plan.id] : [], outside: !plan })
  if (waiting.length === 0) return undefined
  const { feedback: spoken, hello, sender } = words[lang].mails
  const shut = waiting.filter(({ kind }) => kind === 'accessibility').length
  const about = { n: waiting.length, plan: plan?.title ?? '' }
  const link = addresses.feedbackToAnswer(base)
  return {
    subject: say(plan ? spoken.subject : spoken.subjectOutside, about),
    text: paragraphs(
      say(hello, { name: person.name ?? '' }),
      say(plan ? spoken.text : spoken.textOutside, about),
      ...(shut > 0 ? [say(spoken.accessibility, { n: shut })] : []),
      say(spoken.read),
      link,
      say(sender),
    ),
    link,
  }
}

/** The answer to whoever wrote, in the language they wrote in; once it has gone their address is let go of. */
export async function feedbackAnswer({ tx, notice, plan, origin }: MailContext): Promise<ComposedMail> {
  const found = await findFeedback(tx, Number(notice.facts.feedback))
  if (!found?.email || found.answer === null) return undefined
  const lang = found.lang === 'en' ? 'en' : 'sv'
  const say = speaker(lang, plan?.labels)
  const spoken = words[lang].mails.feedbackAnswer
  const again = addresses.asking(addresses.feedback(origin + addresses.bases[lang]), { om: found.path })
  const about = { day: dayText(lang, dayOf(new Date(found.receivedAt))), page: `${origin}${found.path}` }
  return {
    to: found.email,
    unnamed: true,
    subject: say(plan ? spoken.subject : spoken.subjectOutside, { plan: plan?.title ?? '' }),
    text: paragraphs(
      say(spoken.hello),
      say(spoken.text, about),
      found.answer,
      ...(found.body === null ? [] : [say(spoken.wrote), quoted(found.body)]),
      say(spoken.again),
      again,
      say(spoken.gone),
      plan ? say(spoken.sender, { municipality: plan.municipality }) : say(words[lang].mails.sender),
    ),
    link: again,
    sent: (after) => forgetSender(after, found.id),
  }
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
