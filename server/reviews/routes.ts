import type { FastifyRequest } from 'fastify'
import { answers, readOpen, type Routes } from '../api.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../door.ts'
import { Refused } from '../errors.ts'
import { findPlan, type Plan } from '../plans/store.ts'
import { latestUpdateOf } from '../points/updates.ts'
import { Address, ReviewAddress } from '../shapes.ts'
import { readTexts } from '../texts/store.ts'
import { visiblePlan } from '../visible.ts'
import { MovedReview, NewClosure, NewReview, Reviews, ReviewWhole } from './schema.ts'
import type { Snapshot, TextReference } from './snapshot.ts'
import { closeReview } from '../closures/store.ts'
import { findReview, listReviews, moveReview, planReview, type Review } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string }

const reviewRow = ({ term, heldOn, closure }: Review) => ({
  term,
  heldOn,
  closedAt: closure?.closedAt ?? null,
  hash: closure?.hash ?? null,
  completion: closure?.snapshot.completion ?? null,
})

/** Every free text a snapshot points at. */
export const textsOf = (snapshot: Snapshot): TextReference[] => [
  ...snapshot.points.flatMap((point) => [point.reason, point.note].filter((text) => text !== null)),
  ...snapshot.decisions.map((decision) => decision.text),
]

async function reviewWhole(tx: Tx, plan: Plan, term: string) {
  const review = await findReview(tx, plan.id, term)
  if (!review) throw new Refused(404, 'not-found')
  const references = review.closure ? textsOf(review.closure.snapshot) : []
  const texts = await readTexts(
    tx,
    references.map((reference) => reference.text),
  )
  return {
    ...reviewRow(review),
    previousHash: review.closure?.previousHash ?? null,
    latestUpdate: await latestUpdateOf(tx, plan.id),
    snapshot: review.closure?.text ?? null,
    texts: [...texts.values()].map(({ id, sha256, body }) => ({ id, sha256, text: body })),
  }
}

export const reviewRoutes: Routes = (api, parts, answer) => {
  const fresh = async (tx: Tx, slug: string, term: string) =>
    reviewWhole(tx, (await findPlan(tx, slug))!, term)

  api.get(
    '/plans/:plan/reviews',
    { config: { open: true }, schema: { params: Address, response: answers(200, Reviews) } },
    readOpen(parts, answer, async (tx, request) => {
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
      return { items: (await listReviews(tx, plan.id)).map(reviewRow), next: null }
    }),
  )

  api.post(
    '/plans/:plan/reviews',
    {
      config: { deed: 'review.plan' },
      schema: { params: Address, body: NewReview, response: answers(201, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { plan } = paramsOf(request)
        return fresh(tx, plan, await planReview(tx, plan, request.body as NewReview, act))
      }),
  )

  api.get(
    '/plans/:plan/reviews/:term',
    { config: { open: true }, schema: { params: ReviewAddress, response: answers(200, ReviewWhole) } },
    readOpen(parts, answer, async (tx, request) => {
      const { plan, term } = paramsOf(request)
      return reviewWhole(tx, await visiblePlan(tx, plan, request.viewer), term)
    }),
  )

  api.put(
    '/plans/:plan/reviews/:term',
    {
      config: { deed: 'review.plan' },
      schema: { params: ReviewAddress, body: MovedReview, response: answers(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx) => {
        const { plan, term } = paramsOf(request)
        await moveReview(tx, plan, term, (request.body as { heldOn: string }).heldOn)
        return fresh(tx, plan, term)
      }),
  )

  api.put(
    '/plans/:plan/reviews/:term/closure',
    {
      config: { deed: 'review.close' },
      schema: { params: ReviewAddress, body: NewClosure, response: answers(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan, term } = paramsOf(request)
        await closeReview(tx, plan, term, request.body as NewClosure, act)
        return fresh(tx, plan, term)
      }),
  )
}
