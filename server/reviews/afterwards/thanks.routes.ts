import { Type } from 'typebox'
import { responses, type Routes } from '../../http/routes.ts'
import { ReviewAddress, StrictObject, Whole } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { thankAmbassadors } from './thanks.store.ts'

const Thanked = StrictObject({ thanked: Whole, later: Whole })
const Nothing = Type.Object({}, { additionalProperties: false })

/** Thanking the ambassadors after a review day: one mail each, nobody twice. */
export const thanksRoutes: Routes = (api, dependencies) => {
  api.post(
    '/plans/:plan/reviews/:term/thanks',
    {
      config: { permission: 'review.plan', trail: 'review.thank' },
      schema: { params: ReviewAddress, body: Nothing, response: responses(201, Thanked) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, ({ tx, plan, context }) =>
        thankAmbassadors(tx, plan, request.params.term, context),
      ),
  )
}
