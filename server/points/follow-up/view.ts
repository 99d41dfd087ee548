import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { dated } from '#words/format.ts'
import { Dated } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import type { PlanPageContext } from '../../http/page.ts'
import { readTexts } from '../../texts/store.ts'
import { followUpAnswersIn } from './store.ts'
import { shownText } from '../../texts/view.ts'

/** What the receiver said later of an embedded point. */
export const FollowUpView = Type.Object({
  key: Type.String(),
  number: Type.String(),
  day: Dated,
  /** "Lever kvar, sex månader efter." */
  text: Type.String(),
  words: Maybe(Type.String()),
  masked: Type.Boolean(),
})
export type FollowUpView = Static<typeof FollowUpView>

/** The answers of a plan, or of one of its points, the first first. */
export async function followUpView(context: PlanPageContext, number?: string): Promise<FollowUpView[]> {
  const { tx, plan, lang, say, words } = context
  const answers = (await followUpAnswersIn(tx, plan.id)).filter(
    (one) => number === undefined || one.number === number,
  )
  const texts = await readTexts(
    tx,
    answers.map(({ textId }) => textId),
  )
  return answers.map((one) => {
    const told = shownText(texts.get(one.textId ?? 0) ?? null, context)
    return {
      key: `l${one.id}`,
      number: one.number,
      day: dated(lang, dayOf(new Date(one.recordedAt))),
      text: say(words.status.still[one.answer], { n: one.months }),
      words: told?.text ?? null,
      masked: told?.masked ?? false,
    }
  })
}
