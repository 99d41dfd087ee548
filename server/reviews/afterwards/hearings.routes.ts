import type { FastifyRequest } from 'fastify'
import type { Tx } from '../../database/database.ts'
import { Refused } from '../../http/refusal.ts'
import { responses, readOpen, type Routes } from '../../http/routes.ts'
import { ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findPlan } from '../../database/plan.ts'
import { visiblePlan } from '../../http/visible-plan.ts'
import { findReview } from '../../plans/review-days.store.ts'
import { Hearings, NewHearing, type HearingRow } from './hearings.schema.ts'
import { hearingsOf, recordHearing } from './hearings.store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string }

async function hearingsIn(
  tx: Tx,
  planId: number,
  term: string,
): Promise<{ items: HearingRow[]; next: null }> {
  const review = await findReview(tx, planId, term)
  if (!review) throw new Refused('not-found')
  const rows = (await hearingsOf(tx, planId)).filter(({ reviewId }) => reviewId === review.id)
  const items = rows.map(({ id, body, heldOn, paragraph, reference, url, recordedAt, byFunction }) => ({
    id,
    body,
    heldOn,
    paragraph,
    reference,
    url,
    recordedAt,
    byFunction,
  }))
  return { items, next: null }
}

/** Where a report was taken up (P10). */
export const hearingRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/reviews/:term/hearings',
    { config: { open: true }, schema: { params: ReviewAddress, response: responses(200, Hearings) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const { plan: slug, term } = paramsOf(request)
      const plan = await visiblePlan(tx, slug, request.viewer)
      return hearingsIn(tx, plan.id, term)
    }),
  )

  api.post(
    '/plans/:plan/reviews/:term/hearings',
    {
      config: { permission: 'review.plan', trail: 'review.hearing' },
      schema: { params: ReviewAddress, body: NewHearing, response: responses(201, Hearings) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan: slug, term } = paramsOf(request)
        await recordHearing(tx, slug, term, request.body as NewHearing, context)
        return hearingsIn(tx, (await findPlan(tx, slug))!.id, term)
      }),
  )
}
