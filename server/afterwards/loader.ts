import { termName } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import { hearingsOf } from '../hearings/store.ts'
import { toldHearing } from '../hearings/told.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { toldOf } from '../plans/troubled.ts'
import { findReview } from '../reviews/store.ts'
import { readTexts } from '../texts/store.ts'
import { thanksPart } from '../thanks/part.ts'
import type { AfterwardsData } from './page.ts'
import { closedDecisions } from './store.ts'
import { toldAnswers, toldRemarks } from './told.ts'

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
