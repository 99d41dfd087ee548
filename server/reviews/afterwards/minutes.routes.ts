import { Type, type Static } from 'typebox'
import type { Tx } from '../../database/database.ts'
import type { Plan } from '../../database/plan.ts'
import { planOf, responses, type Routes } from '../../http/routes.ts'
import { Instant, Maybe, StrictObject, Whole, Words, ReviewAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import { TextJson, textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { minutesOf, saveMinutes } from './minutes.store.ts'

/** A new version of the minutes, and which one it was made from. */
export const NewMinutes = StrictObject({ text: Words(30_000), basedOn: Maybe(Whole) })
export type NewMinutes = Static<typeof NewMinutes>

export const MinutesWhole = StrictObject({
  /** The versions, the first first. */
  items: Type.Array(StrictObject({ id: Whole, recordedAt: Instant, text: TextJson })),
  next: Maybe(Type.String()),
})
export type MinutesWhole = Static<typeof MinutesWhole>

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
