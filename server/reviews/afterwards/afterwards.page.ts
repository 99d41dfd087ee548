import { Type, type Static } from 'typebox'
import { afterwardsReasons } from '#domain/afterwards.ts'
import { hearingReasons } from '#domain/hearing.ts'
import { termName } from '#words/format.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { readTexts } from '../../texts/store.ts'
import { findReview } from '../../plans/review-days.store.ts'
import { hearingView, HearingView, AnswerView, RemarkView, answerViews, remarkViews } from './view.ts'
import { hearingsOf } from './hearings.store.ts'
import { closedDecisions } from './store.ts'
import { shownText } from '../../texts/view.ts'
import { thanksPart, ThanksPart } from './thanks.view.ts'
import { Maybe } from '../../http/schema.ts'

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
    plan: await layoutPlanOf(tx, plan),
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
          masked: told?.masked ?? false,
          done: own.at(-1)?.done ?? false,
          answers: own,
        }
      }),
      points: points.map(({ number, title: what }) => ({ value: number, label: `${number} ${what}` })),
      thanks: thanks ?? null,
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
      masked: Type.Boolean(),
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
  thanks: Maybe(ThanksPart),
})
export type AfterwardsData = Static<typeof AfterwardsData>

export const afterwardsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/efterat',
  view: 'reviews/afterwards/Afterwards',
  schema: AfterwardsData,
  access: 'review.plan',
  catalogues: ['afterwards', 'hearings', 'saving'],
  refusals: [...hearingReasons, ...afterwardsReasons, 'thanks-too-late'],
  script: 'page',
  load: loadAfterwards,
}
