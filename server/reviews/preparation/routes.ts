import { Type } from 'typebox'
import type { Tx } from '../../database/database.ts'
import { orCurrent, Refused } from '../../http/refusal.ts'
import { responses, type Routes } from '../../http/routes.ts'
import { PointAddress, ReviewAddress, StrictObject } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { pointWhole } from '../../points/json.ts'
import { PointWhole } from '../../points/schema.ts'
import { numbersOf, requireOwnPoint, requirePoint } from '../../points/store.ts'
import { textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { askEverybody } from './ask.ts'
import { HelpWhole, Asked, NewHelp, NewReply, NothingNew } from './schema.ts'
import { findHelp, answerNothingNew, askForHelp, replyToHelp } from './store.ts'
import type { Plan } from '../../database/plan.ts'

/** A request for help as it travels; 404 when the plan has none with this id. */
async function helpWhole(tx: Tx, plan: Plan, id: number): Promise<HelpWhole> {
  const found = await findHelp(tx, plan.id, id)
  if (!found) throw new Refused('not-found')
  const { help, reply } = found
  const texts = await readTexts(tx, [help.textId, reply?.textId ?? null])
  return {
    id: help.id,
    point: (await numbersOf(tx, plan.id)).get(help.pointId)!,
    text: textJson(texts.get(help.textId)!),
    recordedAt: help.recordedAt,
    by: help.byFunction,
    reply: reply && {
      text: textJson(texts.get(reply.textId)!),
      recordedAt: reply.recordedAt,
      by: reply.byFunction,
    },
  }
}

const Nothing = StrictObject({})
const HelpAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})

/** What is answered and asked ahead of a review day (F14, F16, F24). */
export const preparationRoutes: Routes = (api, dependencies) => {
  api.post(
    '/plans/:plan/points/:number/nothing-new',
    {
      config: { permission: 'update.record', byLink: true, trail: 'point.nothing-new' },
      schema: { params: PointAddress, body: NothingNew, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context, viewer }) => {
        const { id, number } = await requirePoint(tx, plan, request.params.number)
        await requireOwnPoint(tx, viewer, plan, id)
        const whole = () => pointWhole(tx, plan, number, context.now, true)
        await orCurrent(whole, () => answerNothingNew(tx, plan, number, request.body, context))
        return whole()
      }),
  )

  api.post(
    '/plans/:plan/points/:number/help',
    {
      config: { permission: 'update.record', byLink: true, trail: 'help.ask' },
      schema: { params: PointAddress, body: NewHelp, response: responses(201, HelpWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context, viewer }) => {
        const { id, number } = await requirePoint(tx, plan, request.params.number)
        await requireOwnPoint(tx, viewer, plan, id)
        return helpWhole(tx, plan, await askForHelp(tx, plan, number, request.body, context))
      }),
  )

  api.put(
    '/plans/:plan/reviews/:term/request',
    {
      config: { permission: 'review.plan', trail: 'review.ask' },
      schema: { params: ReviewAddress, body: Nothing, response: responses(200, Asked) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, ({ tx, plan, context }) =>
        askEverybody(tx, plan, request.params.term, context),
      ),
  )

  api.post(
    '/plans/:plan/help/:id/reply',
    {
      config: { permission: 'review.plan', trail: 'help.reply' },
      schema: { params: HelpAddress, body: NewReply, response: responses(201, HelpWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const id = Number(request.params.id)
        await replyToHelp(tx, plan, id, request.body, context)
        return helpWhole(tx, plan, id)
      }),
  )
}
