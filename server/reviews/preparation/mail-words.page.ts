import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { mailKinds, mailReasons, type MailKind } from '#domain/mail.ts'
import { dayInYear, dayWithWeekday, type Lang } from '#words/format.ts'
import { words as everyWord } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { addDays } from '#domain/calendar.ts'
import { statuses } from '#domain/status.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { listReviews } from '../../plans/review-days.store.ts'
import { readyPoints } from './readiness.ts'
import { MailWords } from './mail-words.schema.ts'
import { wordsNow } from './mail-words.store.ts'

const Mail = Type.Object({
  kind: Type.Unsafe<MailKind>({ type: 'string' }),
  lang: Type.Unsafe<Lang>({ type: 'string' }),
  now: MailWords,
})

/** `/{plan}/mejl`: the words of the mails that ask and remind, and how the whole mail reads with them (F44). */
export const MailsData = Type.Object({
  mails: Type.Array(Mail),
  /** What a preview is made of, in each language: the values of the words, and what always follows them. */
  previews: Type.Array(
    Type.Object({
      lang: Type.Unsafe<Lang>({ type: 'string' }),
      hello: Type.String(),
      values: Type.Record(Type.String(), Type.String()),
      n: Type.Integer(),
      /** The points with their links, and what is said of the links. */
      rest: Type.Array(Type.String()),
    }),
  ),
})
export type MailsData = Static<typeof MailsData>

export const mailsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/mejl',
  view: 'reviews/preparation/MailWords',
  schema: MailsData,
  access: 'review.plan',
  catalogues: ['mailWords', 'saving'],
  refusals: [...mailReasons],
  script: 'page',
  load: loadMails,
}

const languages: readonly Lang[] = ['sv', 'en']

async function loadMails(context: PlanPageContext): Promise<PageAnswer<MailsData>> {
  const { tx, plan, say, words } = context
  const mails = []
  for (const lang of languages)
    for (const kind of mailKinds) mails.push({ kind, lang, now: await wordsNow(tx, plan, kind, lang) })
  return {
    title: say(words.mailWords.title, { plan: plan.title }),
    description: say(words.mailWords.description),
    plan: await layoutPlanOf(tx, plan),
    data: { mails, previews: await previewsOf(context) },
  }
}

/** As the mail would read for somebody with the plan's first two open points. */
async function previewsOf({ tx, plan, now, today }: PlanPageContext): Promise<MailsData['previews']> {
  const open = (await readyPoints(tx, plan, now)).filter(({ point }) => statuses[point.status].open)
  const points = open.slice(0, 2).map(({ point }) => point)
  const next = (await listReviews(tx, plan.id)).find((one) => !one.closure && one.heldOn >= today)
  const heldOn = next?.heldOn ?? addDays(today, 21)
  return languages.map((lang) => {
    const { mails } = everyWord[lang]
    const say = speaker(lang, plan.labels)
    const n = Math.max(points.length, 1)
    const about = { n }
    return {
      lang,
      n,
      hello: say(mails.hello, { name: say(everyWord[lang].mailWords.somebody) }),
      values: {
        plan: plan.title,
        day: dayWithWeekday(lang, heldOn),
        date: dayInYear(lang, heldOn),
      },
      rest: [
        ...points.map(({ number, title }) => `${number} ${title}\n${say(everyWord[lang].mailWords.link)}`),
        say(mails.answer.how, about),
        say(mails.answer.lasts, about),
        `${say(mails.answer.off)}\n${addresses.account('…')}`,
        say(mails.sender),
      ],
    }
  })
}
