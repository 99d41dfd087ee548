import { responses, readOpen, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { orCurrent } from '../http/refusal.ts'
import { addMembership } from '../people/store.ts'
import { completionItems } from '../reviews/close.store.ts'
import { Address } from '../http/schema.ts'
import { note } from '../trail/store.ts'
import { planRow, planWhole } from './json.ts'
import { CompletionItems, NewPlan, PlanFacts, Plans, PlanWhole, Publication } from './schema.ts'
import { changePlan, createPlan, listPlans, publishPlan } from './store.ts'

export const planRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans',
    { config: { open: true }, schema: { response: responses(200, Plans) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx }) => {
        const items = []
        for (const plan of await listPlans(tx)) items.push(await planRow(tx, plan, dependencies.now()))
        return { items, next: null }
      }),
  )

  api.post(
    '/plans',
    { config: { permission: 'plan.create' }, schema: { body: NewPlan, response: responses(201, PlanWhole) } },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, context, viewer }) => {
        const plan = await createPlan(tx, request.body, context)
        // Whoever registers a plan leads it, so that it exists for them before it is published.
        const lead = { planId: plan.id, personId: viewer.personId, role: 'strategist' as const }
        await addMembership(tx, { ...lead, function: context.by.function }, context.now)
        note(context, {}, { planId: plan.id })
        return planWhole(tx, plan, context.now)
      }),
  )

  api.get(
    '/plans/:plan',
    { config: { open: true }, schema: { params: Address, response: responses(200, PlanWhole) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) =>
        planWhole(tx, plan, dependencies.now()),
      ),
  )

  api.put(
    '/plans/:plan',
    {
      config: { permission: 'plan.edit' },
      schema: { params: Address, body: PlanFacts, response: responses(200, PlanWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const changed = await orCurrent(
          () => planWhole(tx, plan, context.now),
          () => changePlan(tx, plan, request.body),
        )
        return planWhole(tx, changed, context.now)
      }),
  )

  api.put(
    '/plans/:plan/publication',
    {
      config: { permission: 'plan.edit', trail: 'plan.publish' },
      schema: { params: Address, body: Publication, response: responses(200, PlanWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) =>
        planWhole(tx, await publishPlan(tx, plan, context), context.now),
      ),
  )

  api.get(
    '/plans/:plan/completion',
    { config: { open: true }, schema: { params: Address, response: responses(200, CompletionItems) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) => {
        return { items: await completionItems(tx, plan, dependencies.now()), next: null }
      }),
  )
}
