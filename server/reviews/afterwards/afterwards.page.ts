import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { dated, termName } from '#words/format.ts'
import { Dated, type PageAnswer } from '../../http/layout.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { framedPlan } from '../../plans/framed.ts'
import { shownText } from '../../plans/deviations.ts'
import { readTexts } from '../../texts/store.ts'
import { findReview } from '../../plans/review-days.store.ts'
import { hearingView, HearingView } from './hearings.routes.ts'
import { hearingsOf } from './hearings.store.ts'
import { closedDecisions, decisionAnswersIn, remarksOf } from './store.ts'
import { thanksPart, ThanksPart } from './thanks.routes.ts'

/** What became of a decision, said on a later day. */
export const AnswerView = Type.Object({
  key: Type.String(),
  day: Dated,
  done: Type.Boolean(),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
})
export type AnswerView = Static<typeof AnswerView>

/** A correction in words beside a report. */
export const RemarkView = Type.Object({
  key: Type.String(),
  day: Dated,
  point: Type.Optional(Type.Object({ number: Type.String(), title: Type.String() })),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
  by: Type.String(),
})
export type RemarkView = Static<typeof RemarkView>

/** What has been said since of the plan's decisions, by the id of the decision's words, as a frozen report names it. */
export async function answerViews(context: PlanPageContext): Promise<Map<number, AnswerView[]>> {
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
        const told = shownText(texts.get(one.textId) ?? null, context)
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
export async function remarkViews(
  context: PlanPageContext,
  reviewId: number,
  titles: ReadonlyMap<string, string>,
): Promise<RemarkView[]> {
  const { tx, lang } = context
  const remarks = await remarksOf(tx, reviewId)
  const texts = await readTexts(
    tx,
    remarks.map(({ textId }) => textId),
  )
  return remarks.map(({ id, point, textId, recordedAt, byFunction }) => {
    const told = shownText(texts.get(textId) ?? null, context)
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
  const answers = await answerViews(context)
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
        const told = shownText(texts.get(textId) ?? null, context)
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
        .map((hearing) => hearingView(hearing, context)),
      heldOn: review.heldOn,
      today: context.today,
      remarks: await remarkViews(context, review.id, new Map(points.map((one) => [one.number, one.title]))),
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
      answers: Type.Array(AnswerView),
    }),
  ),
  points: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  remarks: Type.Array(RemarkView),
  /** Where the report has been taken up, and between which days that can have been. */
  hearings: Type.Array(HearingView),
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
