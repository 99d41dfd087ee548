import { responses, readOpen, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { Address } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { FocusAreas, NewFocusAreas } from './focus-areas.schema.ts'
import { areasWithPoints, asList, setAreas } from './focus-areas.store.ts'

export const focusAreaRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/focus-areas',
    { config: { open: true }, schema: { params: Address, response: responses(200, FocusAreas) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const { plan: slug } = request.params as { plan: string }
      const plan = await visiblePlan(tx, slug, request.viewer)
      return asList(await areasWithPoints(tx, plan.id))
    }),
  )

  api.put(
    '/plans/:plan/focus-areas',
    {
      config: { permission: 'plan.edit' },
      schema: { params: Address, body: NewFocusAreas, response: responses(200, FocusAreas) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx) => {
        const { plan: slug } = request.params as { plan: string }
        const plan = await setAreas(tx, slug, request.body as NewFocusAreas)
        return asList(await areasWithPoints(tx, plan.id))
      }),
  )
}
