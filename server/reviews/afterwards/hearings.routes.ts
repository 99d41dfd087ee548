import type { Tx } from '../../database/database.ts'
import { responses, readOpen, type Routes } from '../../http/routes.ts'
import { ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import type { Plan } from '../../database/plan.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import { Hearings, NewHearing, type HearingRow } from './hearings.schema.ts'
import { hearingsOf, recordHearing } from './hearings.store.ts'

async function hearingsIn(tx: Tx, plan: Plan, term: string): Promise<{ items: HearingRow[]; next: null }> {
  const review = await requireReview(tx, plan, term)
  const rows = (await hearingsOf(tx, plan.id)).filter(({ reviewId }) => reviewId === review.id)
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
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, ({ tx, plan }) =>
        hearingsIn(tx, plan, request.params.term),
      ),
  )

  api.post(
    '/plans/:plan/reviews/:term/hearings',
    {
      config: { permission: 'review.plan', trail: 'review.hearing' },
      schema: { params: ReviewAddress, body: NewHearing, response: responses(201, Hearings) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { term } = request.params
        await recordHearing(tx, plan, term, request.body, context)
        return hearingsIn(tx, plan, term)
      }),
  )
}
