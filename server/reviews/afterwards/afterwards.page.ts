import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { dated, termName } from '#words/format.ts'
import { Dated, type PageAnswer } from '../../http/layout.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { framedPlan } from '../../plans/framed.ts'
import { toldOf } from '../../plans/troubled.ts'
import { readTexts } from '../../texts/store.ts'
import { findReview } from '../store.ts'
import { toldHearing, ToldHearing } from './hearings.routes.ts'
import { hearingsOf } from './hearings.store.ts'
import { closedDecisions, decisionAnswersIn, remarksOf } from './store.ts'
import { thanksPart, ThanksPart } from './thanks.routes.ts'

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

/** What a closed review day leaves to be done. A day that is not closed has nothing yet, and says so. */
export async function loadAfterwards(
  context: PlanPageContext,
): Promise<PageAnswer<AfterwardsData> | undefined> {
  const { tx, plan, lang, say, words, params } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const name = termName(lang, review.term)
  const snapshot = review.closure?.snapshot
  const decisions = (await closedDecisions(tx, plan.id)).filter(({ reviewId }) => reviewId === review.id)
  const texts = await readTexts(
    tx,
    decisions.map(({ textId }) => textId),
  )
  const answers = await toldAnswers(context)
  const points = snapshot?.points ?? []
  const thanks = await thanksPart(context, review)
  const title = say(words.afterwards.title, { term: name, plan: plan.title })
  return {
    title,
    description: title,
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      closed: snapshot !== undefined,
      decisions: decisions.map(({ id, textId }) => {
        const told = toldOf(texts.get(textId) ?? null, context)
        const own = answers.get(textId) ?? []
        return {
          id,
          text: told?.text ?? '',
          ...(told?.masked && { masked: true }),
          done: own.at(-1)?.done ?? false,
          answers: own,
        }
      }),
      points: points.map(({ number, title: what }) => ({ value: number, label: `${number} ${what}` })),
      ...(thanks && { thanks }),
      hearings: (await hearingsOf(tx, plan.id))
        .filter(({ reviewId }) => reviewId === review.id)
        .map((hearing) => toldHearing(hearing, context)),
      heldOn: review.heldOn,
      today: context.today,
      remarks: await toldRemarks(context, review.id, new Map(points.map((one) => [one.number, one.title]))),
    },
  }
}

/** `/{plan}/avstamningar/{term}/efterat`: what remains to be done when a review day is closed, for those who lead the plan. */
export const AfterwardsData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  decisions: Type.Array(
    Type.Object({
      id: Type.Integer(),
      text: Type.String(),
      masked: Type.Optional(Type.Boolean()),
      done: Type.Boolean(),
      answers: Type.Array(ToldAnswer),
    }),
  ),
  points: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  remarks: Type.Array(ToldRemark),
  /** Where the report has been taken up, and between which days that can have been. */
  hearings: Type.Array(ToldHearing),
  heldOn: Type.String(),
  today: Type.String(),
  thanks: Type.Optional(ThanksPart),
})
export type AfterwardsData = Static<typeof AfterwardsData>

export const afterwardsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/efterat',
  view: 'reviews/afterwards/Afterwards',
  schema: AfterwardsData,
  access: 'review.plan',
  catalogues: ['afterwards', 'hearings', 'saving', 'refusals'],
  script: 'page',
  load: loadAfterwards,
}
