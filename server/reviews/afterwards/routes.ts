import type { FastifyRequest } from 'fastify'
import type { Tx } from '../../database/database.ts'
import { Refused } from '../../http/refusal.ts'
import { responses, readOpen, type Routes } from '../../http/routes.ts'
import { Address, ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findPlan } from '../../database/plan.ts'
import { visiblePlan } from '../../http/visible-plan.ts'
import { textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { findReview } from '../../plans/review-days.store.ts'
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

/** The decisions of a plan's closed review days with their answers, as they travel. */
export async function decisionRows(tx: Tx, planId: number): Promise<DecisionRow[]> {
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
export async function remarkRows(tx: Tx, reviewId: number): Promise<RemarkRow[]> {
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

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string; id: string }

const remarksIn = async (tx: Tx, planId: number, term: string) => {
  const review = await findReview(tx, planId, term)
  if (!review) throw new Refused('not-found')
  return { items: await remarkRows(tx, review.id), next: null }
}

/** What is said after a review day: what became of its decisions, and corrections beside its report. */
export const afterwardsRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/decisions',
    { config: { open: true }, schema: { params: Address, response: responses(200, Decisions) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
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
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan: slug, id } = paramsOf(request)
        await answerDecision(tx, slug, Number(id), request.body as NewDecisionAnswer, context)
        const plan = (await findPlan(tx, slug))!
        return (await decisionRows(tx, plan.id)).find((row) => row.id === Number(id))!
      }),
  )

  api.get(
    '/plans/:plan/reviews/:term/remarks',
    { config: { open: true }, schema: { params: ReviewAddress, response: responses(200, Remarks) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const { plan: slug, term } = paramsOf(request)
      const plan = await visiblePlan(tx, slug, request.viewer)
      return remarksIn(tx, plan.id, term)
    }),
  )

  api.post(
    '/plans/:plan/reviews/:term/remarks',
    {
      config: { permission: 'review.plan', trail: 'review.remark' },
      schema: { params: ReviewAddress, body: NewRemark, response: responses(201, Remarks) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan: slug, term } = paramsOf(request)
        await recordRemark(tx, slug, term, request.body as NewRemark, context)
        return remarksIn(tx, (await findPlan(tx, slug))!.id, term)
      }),
  )
}
