import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { dated } from '#words/format.ts'
import { Dated } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { toldOf } from '../plans/troubled.ts'
import { readTexts } from '../texts/store.ts'
import { closedDecisions, decisionAnswersIn, remarksOf } from './store.ts'

/** What became of a decision, said on a later day. */
export const ToldAnswer = Type.Object({
  key: Type.String(),
  day: Dated,
  done: Type.Boolean(),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
})
export type ToldAnswer = Static<typeof ToldAnswer>

/** A correction in words beside a report. */
export const ToldRemark = Type.Object({
  key: Type.String(),
  day: Dated,
  point: Type.Optional(Type.Object({ number: Type.String(), title: Type.String() })),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
  by: Type.String(),
})
export type ToldRemark = Static<typeof ToldRemark>

/** What has been said since of the plan's decisions, by the id of the decision's words, as a frozen report names it. */
export async function toldAnswers(context: PlanPageContext): Promise<Map<number, ToldAnswer[]>> {
  const { tx, plan, lang } = context
  const answers = await decisionAnswersIn(tx, plan.id)
  if (answers.size === 0) return new Map()
  const texts = await readTexts(
    tx,
    [...answers.values()].flat().map(({ textId }) => textId),
  )
  return new Map(
    (await closedDecisions(tx, plan.id)).map(({ id, textId }) => [
      textId,
      (answers.get(id) ?? []).map((one) => {
        const told = toldOf(texts.get(one.textId) ?? null, context)
        return {
          key: `b${one.id}`,
          day: dated(lang, dayOf(new Date(one.recordedAt))),
          done: one.done,
          text: told?.text ?? '',
          ...(told?.masked && { masked: true }),
        }
      }),
    ]),
  )
}

/** The remarks beside a report; `titles` by number, as the report has them. */
export async function toldRemarks(
  context: PlanPageContext,
  reviewId: number,
  titles: ReadonlyMap<string, string>,
): Promise<ToldRemark[]> {
  const { tx, lang } = context
  const remarks = await remarksOf(tx, reviewId)
  const texts = await readTexts(
    tx,
    remarks.map(({ textId }) => textId),
  )
  return remarks.map(({ id, point, textId, recordedAt, byFunction }) => {
    const told = toldOf(texts.get(textId) ?? null, context)
    return {
      key: `r${id}`,
      day: dated(lang, dayOf(new Date(recordedAt))),
      ...(point !== null && { point: { number: point, title: titles.get(point) ?? '' } }),
      text: told?.text ?? '',
      ...(told?.masked && { masked: true }),
      by: byFunction,
    }
  })
}
