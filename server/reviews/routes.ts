import type { FastifyRequest } from 'fastify'
import { can } from '#domain/roles.ts'
import { responses, readOpen, type Routes } from '../http/routes.ts'
import { closeReview } from './close.store.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { Refused } from '../http/refusal.ts'
import { rolesOf } from '../http/viewer.ts'
import { findPlan, type Plan } from '../database/plan.ts'
import { Address, ReviewAddress } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { participantRows, reviewRows, reviewWhole } from './json.ts'
import {
  ChangedReview,
  NewClosure,
  NewParticipants,
  NewReview,
  NewReviews,
  Participants,
  Reviews,
  ReviewWhole,
  type NewParticipant,
} from './schema.ts'
import { changeReview, planReview, planReviews, setParticipants } from './store.ts'
import { findReview } from '../plans/review-days.store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string }

/** Those who work with the plan are given what only they need. */
const worksInside = (request: FastifyRequest, plan: Plan): boolean =>
  can(rolesOf(request.viewer, plan), 'plan.read-unpublished')

const nothingElse = { next: null }

export const reviewRoutes: Routes = (api, dependencies, publicCache) => {
  const fresh = async (tx: Tx, slug: string, term: string) =>
    reviewWhole(tx, (await findPlan(tx, slug))!, term, { now: dependencies.now(), inside: true })
  const told = (request: FastifyRequest, plan: Plan) => ({
    now: dependencies.now(),
    inside: worksInside(request, plan),
  })

  api.get(
    '/plans/:plan/reviews',
    { config: { open: true }, schema: { params: Address, response: responses(200, Reviews) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
      return { items: await reviewRows(tx, plan, told(request, plan)), ...nothingElse }
    }),
  )

  api.post(
    '/plans/:plan/reviews',
    {
      config: { permission: 'review.plan' },
      schema: { params: Address, body: NewReview, response: responses(201, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan } = paramsOf(request)
        return fresh(tx, plan, await planReview(tx, plan, request.body as NewReview, context))
      }),
  )

  api.post(
    '/plans/:plan/reviews/list',
    {
      config: { permission: 'review.plan' },
      schema: { params: Address, body: NewReviews, response: responses(201, Reviews) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan: slug } = paramsOf(request)
        await planReviews(tx, slug, (request.body as NewReviews).reviews, context)
        const plan = (await findPlan(tx, slug))!
        return { items: await reviewRows(tx, plan, { now: context.now, inside: true }), ...nothingElse }
      }),
  )

  api.get(
    '/plans/:plan/reviews/:term',
    { config: { open: true }, schema: { params: ReviewAddress, response: responses(200, ReviewWhole) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const { plan: slug, term } = paramsOf(request)
      const plan = await visiblePlan(tx, slug, request.viewer)
      return reviewWhole(tx, plan, term, told(request, plan))
    }),
  )

  api.put(
    '/plans/:plan/reviews/:term',
    {
      config: { permission: 'review.plan' },
      schema: { params: ReviewAddress, body: ChangedReview, response: responses(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, term } = paramsOf(request)
        await changeReview(tx, plan, term, request.body as ChangedReview, context)
        return fresh(tx, plan, term)
      }),
  )

  api.put(
    '/plans/:plan/reviews/:term/closure',
    {
      config: { permission: 'review.close' },
      schema: { params: ReviewAddress, body: NewClosure, response: responses(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, term } = paramsOf(request)
        await closeReview(tx, plan, term, request.body as NewClosure, context)
        return fresh(tx, plan, term)
      }),
  )

  const participants = async (tx: Tx, slug: string, term: string) => {
    const review = await findReview(tx, (await findPlan(tx, slug))!.id, term)
    if (!review) throw new Refused('not-found')
    return { items: await participantRows(tx, review.id), ...nothingElse }
  }

  api.get(
    '/plans/:plan/reviews/:term/participants',
    {
      config: { permission: 'review.plan' },
      schema: { params: ReviewAddress, response: responses(200, Participants) },
    },
    (request) => {
      const { plan, term } = paramsOf(request)
      return dependencies.db.read((tx) => participants(tx, plan, term))
    },
  )

  api.put(
    '/plans/:plan/reviews/:term/participants',
    {
      config: { permission: 'review.plan', trail: 'review.participants' },
      schema: { params: ReviewAddress, body: NewParticipants, response: responses(200, Participants) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx) => {
        const { plan, term } = paramsOf(request)
        const { participants: claims } = request.body as { participants: NewParticipant[] }
        await setParticipants(tx, plan, term, claims)
        return participants(tx, plan, term)
      }),
  )
}
