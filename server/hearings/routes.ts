import type { FastifyRequest } from 'fastify'
import { answers, readOpen, type Routes } from '../api.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../door.ts'
import { Refused } from '../errors.ts'
import { findPlan } from '../plans/store.ts'
import { findReview } from '../reviews/store.ts'
import { ReviewAddress } from '../shapes.ts'
import { visiblePlan } from '../visible.ts'
import { Hearings, NewHearing, type HearingRow } from './schema.ts'
import { hearingsOf, recordHearing } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string }

async function hearingsIn(
  tx: Tx,
  planId: number,
  term: string,
): Promise<{ items: HearingRow[]; next: null }> {
  const review = await findReview(tx, planId, term)
  if (!review) throw new Refused(404, 'not-found')
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
export const hearingRoutes: Routes = (api, parts, answer) => {
  api.get(
    '/plans/:plan/reviews/:term/hearings',
    { config: { open: true }, schema: { params: ReviewAddress, response: answers(200, Hearings) } },
    readOpen(parts, answer, async (tx, request) => {
      const { plan: slug, term } = paramsOf(request)
      const plan = await visiblePlan(tx, slug, request.viewer)
      return hearingsIn(tx, plan.id, term)
    }),
  )

  api.post(
    '/plans/:plan/reviews/:term/hearings',
    {
      config: { deed: 'review.plan', trail: 'review.hearing' },
      schema: { params: ReviewAddress, body: NewHearing, response: answers(201, Hearings) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { plan: slug, term } = paramsOf(request)
        await recordHearing(tx, slug, term, request.body as NewHearing, act)
        return hearingsIn(tx, (await findPlan(tx, slug))!.id, term)
      }),
  )
}
