import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { dated } from '#words/format.ts'
import { Dated } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { toldOf } from '../plans/troubled.ts'
import { readTexts } from '../texts/store.ts'
import { stillAnswersIn } from './store.ts'

/** What the receiver said later of an embedded point. */
export const ToldStill = Type.Object({
  key: Type.String(),
  number: Type.String(),
  day: Dated,
  /** "Lever kvar, sex månader efter." */
  text: Type.String(),
  words: Type.Optional(Type.String()),
  masked: Type.Optional(Type.Boolean()),
})
export type ToldStill = Static<typeof ToldStill>

/** The answers of a plan, or of one of its points, the first first. */
export async function toldStill(context: PlanPageContext, number?: string): Promise<ToldStill[]> {
  const { tx, plan, lang, say, words } = context
  const answers = (await stillAnswersIn(tx, plan.id)).filter(
    (one) => number === undefined || one.number === number,
  )
  const texts = await readTexts(
    tx,
    answers.map(({ textId }) => textId),
  )
  return answers.map((one) => {
    const told = toldOf(texts.get(one.textId ?? 0) ?? null, context)
    return {
      key: `l${one.id}`,
      number: one.number,
      day: dated(lang, dayOf(new Date(one.recordedAt))),
      text: say(words.status.still[one.answer], { n: one.months }),
      ...(told && { words: told.text }),
      ...(told?.masked && { masked: true }),
    }
  })
}
