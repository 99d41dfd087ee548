import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { PointAddress } from '../../http/schema.ts'
import { ownerWhole } from './owner.page.ts'
import { setOwner } from './store.ts'
import { NewOwner, OwnerWhole } from './schema.ts'

const config = { permission: 'people.manage' } as const

/** Who answers for a point (F41). Names, so only for those who may manage people; readers see organisation and function. */
export const ownerRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/points/:number/owner',
    {
      config: { ...config, trail: 'people.hand-over' },
      schema: { params: PointAddress, body: NewOwner, response: responses(200, OwnerWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { number } = request.params
        await setOwner(tx, plan, number, request.body, context)
        return ownerWhole(tx, plan, number, context.now)
      }),
  )
}
