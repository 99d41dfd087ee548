import { responses, readOpen, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { Address } from '../http/schema.ts'
import { FocusAreas, NewFocusAreas } from './focus-areas.schema.ts'
import { areasWithPoints, asList, setAreas } from './focus-areas.store.ts'

export const focusAreaRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/focus-areas',
    { config: { open: true }, schema: { params: Address, response: responses(200, FocusAreas) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) =>
        asList(await areasWithPoints(tx, plan.id)),
      ),
  )

  api.put(
    '/plans/:plan/focus-areas',
    {
      config: { permission: 'plan.edit' },
      schema: { params: Address, body: NewFocusAreas, response: responses(200, FocusAreas) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan }) => {
        await setAreas(tx, plan, request.body)
        return asList(await areasWithPoints(tx, plan.id))
      }),
  )
}
