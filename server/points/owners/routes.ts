import type { FastifyRequest } from 'fastify'
import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findPlan } from '../../database/plan.ts'
import { PointAddress } from '../../http/schema.ts'
import { ownerWhole } from './owner.page.ts'
import { setOwner } from './store.ts'
import { NewOwner, OwnerWhole } from './schema.ts'

const config = { permission: 'people.manage' } as const
const paramsOf = (request: FastifyRequest) => request.params as { plan: string; number: string }

/** Who answers for a point (F41). Names, so only for those who may manage people; readers see organisation and function. */
export const ownerRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/points/:number/owner',
    {
      config: { ...config, trail: 'people.hand-over' },
      schema: { params: PointAddress, body: NewOwner, response: responses(200, OwnerWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, number } = paramsOf(request)
        await setOwner(tx, plan, number, request.body as NewOwner, context)
        return ownerWhole(tx, (await findPlan(tx, plan))!, number, context.now)
      }),
  )
}
