import type { FastifyRequest } from 'fastify'
import { can } from '#domain/roles.ts'
import { planOf, responses, readOpen, type Routes } from '../http/routes.ts'
import { closeReview } from './close.store.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { Address, ReviewAddress } from '../http/schema.ts'
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
} from './schema.ts'
import { changeReview, planReview, planReviews, setParticipants } from './store.ts'
import { requireReview } from '../plans/review-days.store.ts'
import { rolesOf } from '../http/viewer.ts'
import type { Plan } from '../database/plan.ts'

/** Those who work with the plan are given what only they need. */
const worksInside = (request: FastifyRequest, plan: Plan): boolean =>
  can(rolesOf(request.viewer, plan), 'plan.read-unpublished')

const nothingElse = { next: null }

export const reviewRoutes: Routes = (api, dependencies, publicCache) => {
  const fresh = (tx: Tx, plan: Plan, term: string) =>
    reviewWhole(tx, plan, term, { now: dependencies.now(), inside: true })
  const told = (request: FastifyRequest, plan: Plan) => ({
    now: dependencies.now(),
    inside: worksInside(request, plan),
  })

  api.get(
    '/plans/:plan/reviews',
    { config: { open: true }, schema: { params: Address, response: responses(200, Reviews) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) => {
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
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) =>
        fresh(tx, plan, await planReview(tx, plan, request.body, context)),
      ),
  )

  api.post(
    '/plans/:plan/reviews/list',
    {
      config: { permission: 'review.plan' },
      schema: { params: Address, body: NewReviews, response: responses(201, Reviews) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        await planReviews(tx, plan, request.body.reviews, context)
        return { items: await reviewRows(tx, plan, { now: context.now, inside: true }), ...nothingElse }
      }),
  )

  api.get(
    '/plans/:plan/reviews/:term',
    { config: { open: true }, schema: { params: ReviewAddress, response: responses(200, ReviewWhole) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, ({ tx, plan }) =>
        reviewWhole(tx, plan, request.params.term, told(request, plan)),
      ),
  )

  api.put(
    '/plans/:plan/reviews/:term',
    {
      config: { permission: 'review.plan' },
      schema: { params: ReviewAddress, body: ChangedReview, response: responses(200, ReviewWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { term } = request.params
        await changeReview(tx, plan, term, request.body, context)
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
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { term } = request.params
        await closeReview(tx, plan, term, request.body, context)
        return fresh(tx, plan, term)
      }),
  )

  const participants = async (tx: Tx, plan: Plan, term: string) => {
    const review = await requireReview(tx, plan, term)
    return { items: await participantRows(tx, review.id), ...nothingElse }
  }

  api.get(
    '/plans/:plan/reviews/:term/participants',
    {
      config: { permission: 'review.plan' },
      schema: { params: ReviewAddress, response: responses(200, Participants) },
    },
    (request) => dependencies.db.read((tx) => participants(tx, planOf(request), request.params.term)),
  )

  api.put(
    '/plans/:plan/reviews/:term/participants',
    {
      config: { permission: 'review.plan', trail: 'review.participants' },
      schema: { params: ReviewAddress, body: NewParticipants, response: responses(200, Participants) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan }) => {
        const { term } = request.params
        await setParticipants(tx, plan, term, request.body.participants)
        return participants(tx, plan, term)
      }),
  )
}
