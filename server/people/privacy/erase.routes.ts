import { responses, type Routes } from '../../http/routes.ts'
import { erasedFrom } from '../../http/room.ts'
import { writeOnce } from '../../http/write-once.ts'
import { refusedField } from '../../http/refusal.ts'
import { Erased, Erasure, PersonAddress } from './erase.schema.ts'
import { erasePerson } from './erase.store.ts'

/** Taking somebody's name and address away for good, when they have left; an administrator's, for it reaches every plan. */
export const erasureRoutes: Routes = (api, dependencies) => {
  api.put(
    '/people/:id/erasure',
    {
      config: { permission: 'people.erase' },
      schema: { params: PersonAddress, body: Erasure, response: responses(200, Erased) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, context: { now } }) => {
        const id = Number(request.params.id)
        if (!request.body.confirmed) throw refusedField('erasure-unconfirmed', 'confirmed')
        await erasePerson(tx, id, now, erasedFrom(dependencies.rooms))
        return { id, erasedAt: now.toISOString() }
      }),
  )
}
