import { responses, readOpen, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { writeOnce } from '../../http/write-once.ts'
import { Address } from '../../http/schema.ts'
import { ChangedIndicator, IndicatorAddress, Indicators, NewIndicator } from './schema.ts'
import { addIndicator, changeIndicator, indicatorsOf } from './store.ts'

const shown = async (tx: Tx, planId: number) => ({ items: await indicatorsOf(tx, planId), next: null })

/** How the municipality is doing at large, beside the plan (P14). */
export const indicatorRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/indicators',
    { config: { open: true }, schema: { params: Address, response: responses(200, Indicators) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, ({ tx, plan }) => shown(tx, plan.id)),
  )

  api.post(
    '/plans/:plan/indicators',
    {
      config: { permission: 'plan.edit', trail: 'indicator.edit' },
      schema: { params: Address, body: NewIndicator, response: responses(201, Indicators) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        await addIndicator(tx, plan, request.body, context)
        return shown(tx, plan.id)
      }),
  )

  api.put(
    '/plans/:plan/indicators/:id',
    {
      config: { permission: 'plan.edit', trail: 'indicator.edit' },
      schema: { params: IndicatorAddress, body: ChangedIndicator, response: responses(200, Indicators) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        await changeIndicator(tx, plan, Number(request.params.id), request.body, context)
        return shown(tx, plan.id)
      }),
  )
}
