import { Type, type Static } from 'typebox'
import { followUpAnswers, type FollowUpAnswer } from '#domain/afterwards.ts'
import { dayText } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { Page, PageContext } from '../../http/page.ts'
import { findLink } from '../../people/links.store.ts'
import { findPlan } from '../../database/plan.ts'
import { wordingOf } from '../store.ts'
import { findFollowUp } from './store.ts'
import { Maybe } from '../../http/schema.ts'

/** `/{plan}/lever/{token}`: one question about an embedded point, for whoever has the link. Plain, without JavaScript. */
export const FollowUpData = Type.Object({
  /** Null where the link opens nothing. */
  form: Maybe(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      plan: Type.String(),
      lang: Type.String(),
      lead: Type.String(),
      choices: Type.Array(
        Type.Object({ value: Type.Unsafe<FollowUpAnswer>({ type: 'string' }), label: Type.String() }),
      ),
      answer: Type.String(),
      text: Type.String(),
      asked: Type.String(),
      faults: Type.Array(Type.Object({ field: Type.String(), text: Type.String() })),
    }),
  ),
  /** It has just been answered. */
  thanks: Type.Boolean(),
})
export type FollowUpData = Static<typeof FollowUpData>

export const followUpPage: Page = {
  of: 'installation',
  path: '/:plan/lever/:token',
  view: 'points/follow-up/Answer',
  schema: FollowUpData,
  access: 'open',
  secret: true,
  catalogues: ['still', 'log', 'saving'],
  script: 'none',
  load: loadStill,
}

async function loadStill(context: PageContext): Promise<PageAnswer<FollowUpData>> {
  const { tx, params, query, lang, words, now, typed } = context
  const link = await findLink(tx, params.token ?? '', now)
  const plan = await findPlan(tx, params.plan ?? '')
  const question =
    link?.purpose === 'still' && plan?.id === link.planId
      ? await findFollowUp(tx, Number(link.scope))
      : undefined
  const spoken = words.still
  if (!plan || !question || question.answered) {
    const thanks = query.klart === '1' && !question
    const title = speaker(lang)(thanks ? spoken.thanksTitle : words.log.goneTitle)
    return { title, description: title, alone: true, data: { form: null, thanks } }
  }
  const say = speaker(lang, plan.labels)
  const { title: what } = await wordingOf(tx, question.pointId)
  const title = say(spoken.title)
  return {
    title,
    description: title,
    alone: true,
    data: {
      form: {
        number: question.number,
        title: what,
        plan: plan.title,
        lang: plan.language,
        lead: say(spoken.lead, { n: question.months, day: dayText(lang, question.askedAt.slice(0, 10)) }),
        choices: followUpAnswers.map((value) => ({ value, label: say(spoken.choices[value]) })),
        answer: typed?.fields.answer ?? '',
        text: typed?.fields.text ?? '',
        asked: typed?.asked ?? '',
        faults: (typed?.faults ?? []).map((fault) => ({
          field: fault.field,
          text:
            fault.doubt !== undefined
              ? `${say(words.saving.doubt[fault.doubt])} ${say(words.saving.doubtMistaken)}`
              : fault.code !== undefined
                ? say(words.refusals[fault.code])
                : '',
        })),
      },
      thanks: false,
    },
  }
}
