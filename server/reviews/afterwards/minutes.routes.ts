import type { FastifyRequest } from 'fastify'
import { responses, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { writeOnce } from '../../http/write-once.ts'
import { Refused } from '../../http/refusal.ts'
import { findPlan } from '../../database/plan.ts'
import { findReview } from '../../plans/review-days.store.ts'
import { ReviewAddress } from '../../http/schema.ts'
import { textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { MinutesWhole, NewMinutes } from './minutes.schema.ts'
import { minutesOf, saveMinutes } from './minutes.store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string }

async function versions(tx: Tx, slug: string, term: string): Promise<MinutesWhole> {
  const review = await findReview(tx, (await findPlan(tx, slug))!.id, term)
  if (!review) throw new Refused('not-found')
  const all = await minutesOf(tx, review.id)
  const texts = await readTexts(
    tx,
    all.map(({ textId }) => textId),
  )
  return {
    items: all.map(({ id, recordedAt, textId }) => ({ id, recordedAt, text: textJson(texts.get(textId)!) })),
    next: null,
  }
}

/** The minutes of a review day, for those who lead the plan (F26). */
export const minutesRoutes: Routes = (api, dependencies) => {
  api.get(
    '/plans/:plan/reviews/:term/minutes',
    {
      config: { permission: 'review.plan' },
      schema: { params: ReviewAddress, response: responses(200, MinutesWhole) },
    },
    (request, reply) => {
      const { plan, term } = paramsOf(request)
      reply.header('cache-control', 'no-store')
      return dependencies.db.read((tx) => versions(tx, plan, term))
    },
  )

  api.post(
    '/plans/:plan/reviews/:term/minutes',
    {
      config: { permission: 'review.plan', trail: 'review.minutes' },
      schema: { params: ReviewAddress, body: NewMinutes, response: responses(201, MinutesWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan, term } = paramsOf(request)
        await saveMinutes(tx, plan, term, request.body as NewMinutes, context)
        return versions(tx, plan, term)
      }),
  )
}
