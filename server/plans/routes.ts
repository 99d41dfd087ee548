import type { FastifyRequest } from 'fastify'
import { answers, readOpen, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { Refused } from '../http/refusal.ts'
import { addMembership } from '../people/store.ts'
import { completionItems } from '../reviews/close.store.ts'
import { Address } from '../http/schema.ts'
import { note } from '../trail/store.ts'
import { visiblePlan } from './visible.ts'
import { planRow, planWhole } from './json.ts'
import { CompletionItems, NewPlan, PlanFacts, Plans, PlanWhole, Publication } from './schema.ts'
import { changePlan, createPlan, findPlan, listPlans, publishPlan } from './store.ts'

const slugOf = (request: FastifyRequest): string => (request.params as { plan: string }).plan

export const planRoutes: Routes = (api, parts, answer) => {
  api.get(
    '/plans',
    { config: { open: true }, schema: { response: answers(200, Plans) } },
    readOpen(parts, answer, async (tx) => {
      const items = []
      for (const plan of await listPlans(tx)) items.push(await planRow(tx, plan, parts.now()))
      return { items, next: null }
    }),
  )

  api.post(
    '/plans',
    { config: { deed: 'plan.create' }, schema: { body: NewPlan, response: answers(201, PlanWhole) } },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act, viewer) => {
        const plan = await createPlan(tx, request.body as NewPlan, act)
        // Whoever registers a plan leads it, so that it exists for them before it is published.
        const lead = { planId: plan.id, personId: viewer.personId, role: 'strategist' as const }
        await addMembership(tx, { ...lead, function: act.by.function }, act.now)
        note(act, {}, { planId: plan.id })
        return planWhole(tx, plan, act.now)
      }),
  )

  api.get(
    '/plans/:plan',
    { config: { open: true }, schema: { params: Address, response: answers(200, PlanWhole) } },
    readOpen(parts, answer, async (tx, request) =>
      planWhole(tx, await visiblePlan(tx, slugOf(request), request.viewer), parts.now()),
    ),
  )

  api.put(
    '/plans/:plan',
    {
      config: { deed: 'plan.edit' },
      schema: { params: Address, body: PlanFacts, response: answers(200, PlanWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        try {
          return await planWhole(
            tx,
            await changePlan(tx, slugOf(request), request.body as PlanFacts),
            act.now,
          )
        } catch (error) {
          if (!(error instanceof Refused) || error.status !== 409) throw error
          const current = await planWhole(tx, (await findPlan(tx, slugOf(request)))!, act.now)
          throw new Refused(409, error.code, { current })
        }
      }),
  )

  api.put(
    '/plans/:plan/publication',
    {
      config: { deed: 'plan.edit', trail: 'plan.publish' },
      schema: { params: Address, body: Publication, response: answers(200, PlanWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        await publishPlan(tx, slugOf(request), act)
        return planWhole(tx, (await findPlan(tx, slugOf(request)))!, act.now)
      }),
  )

  api.get(
    '/plans/:plan/completion',
    { config: { open: true }, schema: { params: Address, response: answers(200, CompletionItems) } },
    readOpen(parts, answer, async (tx, request) => {
      const plan = await visiblePlan(tx, slugOf(request), request.viewer)
      return { items: await completionItems(tx, plan, parts.now()), next: null }
    }),
  )
}
