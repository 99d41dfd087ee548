import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { answers, type Routes } from '../api.ts'
import { writeOnce } from '../door.ts'
import { ReviewAddress, Shape, Whole } from '../shapes.ts'
import { thankAmbassadors } from './store.ts'

export const Thanked = Shape({ thanked: Whole, later: Whole })
const Nothing = Type.Object({}, { additionalProperties: false })

/** Thanking the ambassadors after a review day: one mail each, nobody twice. */
export const thanksRoutes: Routes = (api, parts) => {
  api.post(
    '/plans/:plan/reviews/:term/thanks',
    {
      config: { deed: 'review.plan', trail: 'review.thank' },
      schema: { params: ReviewAddress, body: Nothing, response: answers(201, Thanked) },
    },
    (request: FastifyRequest, reply) =>
      writeOnce(parts, request, reply, 201, (tx, act) => {
        const { plan, term } = request.params as { plan: string; term: string }
        return thankAmbassadors(tx, plan, term, act)
      }),
  )
}
