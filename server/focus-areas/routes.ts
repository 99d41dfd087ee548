import { answers, readOpen, type Routes } from '../api.ts'
import { writeOnce } from '../door.ts'
import { Address } from '../shapes.ts'
import { visiblePlan } from '../visible.ts'
import { FocusAreas, NewFocusAreas } from './schema.ts'
import { areasWithPoints, asList, setAreas } from './store.ts'

export const focusAreaRoutes: Routes = (api, parts, answer) => {
  api.get(
    '/plans/:plan/focus-areas',
    { config: { open: true }, schema: { params: Address, response: answers(200, FocusAreas) } },
    readOpen(parts, answer, async (tx, request) => {
      const { plan: slug } = request.params as { plan: string }
      const plan = await visiblePlan(tx, slug, request.viewer)
      return asList(await areasWithPoints(tx, plan.id))
    }),
  )

  api.put(
    '/plans/:plan/focus-areas',
    {
      config: { deed: 'plan.edit' },
      schema: { params: Address, body: NewFocusAreas, response: answers(200, FocusAreas) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx) => {
        const { plan: slug } = request.params as { plan: string }
        const plan = await setAreas(tx, slug, request.body as NewFocusAreas)
        return asList(await areasWithPoints(tx, plan.id))
      }),
  )
}
