import type { Tx } from '../../database/database.ts'
import { responses, readOpen, type Routes } from '../../http/routes.ts'
import { Address, ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import {
  DecisionRow,
  type RemarkRow,
  DecisionAddress,
  Decisions,
  NewDecisionAnswer,
  NewRemark,
  Remarks,
} from './schema.ts'
import { closedDecisions, decisionAnswersIn, remarksOf, answerDecision, recordRemark } from './store.ts'
import type { Plan } from '../../database/plan.ts'

/** The decisions of a plan's closed review days with their answers, as they travel. */
async function decisionRows(tx: Tx, planId: number): Promise<DecisionRow[]> {
  const decisions = await closedDecisions(tx, planId)
  const answers = await decisionAnswersIn(tx, planId)
  const texts = await readTexts(tx, [
    ...decisions.map(({ textId }) => textId),
    ...[...answers.values()].flat().map(({ textId }) => textId),
  ])
  return decisions.map(({ id, term, textId, dueOn, points }) => {
    const own = answers.get(id) ?? []
    return {
      id,
      term,
      text: textJson(texts.get(textId)!),
      dueOn,
      points,
      done: own.at(-1)?.done ?? false,
      answers: own.map((one) => ({
        id: one.id,
        done: one.done,
        text: textJson(texts.get(one.textId)!),
        recordedAt: one.recordedAt,
        byFunction: one.byFunction,
      })),
    }
  })
}

/** The remarks beside a report, as they travel. */
async function remarkRows(tx: Tx, reviewId: number): Promise<RemarkRow[]> {
  const remarks = await remarksOf(tx, reviewId)
  const texts = await readTexts(
    tx,
    remarks.map(({ textId }) => textId),
  )
  return remarks.map(({ id, point, textId, recordedAt, byFunction }) => ({
    id,
    point,
    text: textJson(texts.get(textId)!),
    recordedAt,
    byFunction,
  }))
}

const remarksIn = async (tx: Tx, plan: Plan, term: string) => {
  const review = await requireReview(tx, plan, term)
  return { items: await remarkRows(tx, review.id), next: null }
}

/** What is said after a review day: what became of its decisions, and corrections beside its report. */
export const afterwardsRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/decisions',
    { config: { open: true }, schema: { params: Address, response: responses(200, Decisions) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) => {
        return { items: await decisionRows(tx, plan.id), next: null }
      }),
  )

  api.post(
    '/plans/:plan/decisions/:id/answers',
    {
      config: { permission: 'review.plan', trail: 'decision.answer' },
      schema: { params: DecisionAddress, body: NewDecisionAnswer, response: responses(201, DecisionRow) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const id = Number(request.params.id)
        await answerDecision(tx, plan, id, request.body, context)
        return (await decisionRows(tx, plan.id)).find((row) => row.id === id)!
      }),
  )

  api.get(
    '/plans/:plan/reviews/:term/remarks',
    { config: { open: true }, schema: { params: ReviewAddress, response: responses(200, Remarks) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, ({ tx, plan }) =>
        remarksIn(tx, plan, request.params.term),
      ),
  )

  api.post(
    '/plans/:plan/reviews/:term/remarks',
    {
      config: { permission: 'review.plan', trail: 'review.remark' },
      schema: { params: ReviewAddress, body: NewRemark, response: responses(201, Remarks) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { term } = request.params
        await recordRemark(tx, plan, term, request.body, context)
        return remarksIn(tx, plan, term)
      }),
  )
}
