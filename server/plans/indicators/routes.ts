import type { FastifyRequest } from 'fastify'
import { responses, readOpen, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findPlan } from '../../database/plan.ts'
import { Address } from '../../http/schema.ts'
import { visiblePlan } from '../../http/visible-plan.ts'
import { ChangedIndicator, IndicatorAddress, Indicators, NewIndicator } from './schema.ts'
import { addIndicator, changeIndicator, indicatorsOf } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; id: string }
const shown = async (tx: Tx, planId: number) => ({ items: await indicatorsOf(tx, planId), next: null })

/** How the municipality is doing at large, beside the plan (P14). */
export const indicatorRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/indicators',
    { config: { open: true }, schema: { params: Address, response: responses(200, Indicators) } },
    readOpen(dependencies, publicCache, async (tx, request) =>
      shown(tx, (await visiblePlan(tx, paramsOf(request).plan, request.viewer)).id),
    ),
  )

  api.post(
    '/plans/:plan/indicators',
    {
      config: { permission: 'plan.edit', trail: 'indicator.edit' },
      schema: { params: Address, body: NewIndicator, response: responses(201, Indicators) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan } = paramsOf(request)
        await addIndicator(tx, plan, request.body as NewIndicator, context)
        return shown(tx, (await findPlan(tx, plan))!.id)
      }),
  )

  api.put(
    '/plans/:plan/indicators/:id',
    {
      config: { permission: 'plan.edit', trail: 'indicator.edit' },
      schema: { params: IndicatorAddress, body: ChangedIndicator, response: responses(200, Indicators) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, id } = paramsOf(request)
        await changeIndicator(tx, plan, Number(id), request.body as ChangedIndicator, context)
        return shown(tx, (await findPlan(tx, plan))!.id)
      }),
  )
}
