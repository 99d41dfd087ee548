import { planOf, responses, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { writeOnce } from '../../http/write-once.ts'
import type { Plan } from '../../database/plan.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import { ReviewAddress } from '../../http/schema.ts'
import { textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { MinutesWhole, NewMinutes } from './minutes.schema.ts'
import { minutesOf, saveMinutes } from './minutes.store.ts'

async function versions(tx: Tx, plan: Plan, term: string): Promise<MinutesWhole> {
  const review = await requireReview(tx, plan, term)
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
      reply.header('cache-control', 'no-store')
      return dependencies.db.read((tx) => versions(tx, planOf(request), request.params.term))
    },
  )

  api.post(
    '/plans/:plan/reviews/:term/minutes',
    {
      config: { permission: 'review.plan', trail: 'review.minutes' },
      schema: { params: ReviewAddress, body: NewMinutes, response: responses(201, MinutesWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { term } = request.params
        await saveMinutes(tx, plan, term, request.body, context)
        return versions(tx, plan, term)
      }),
  )
}
