import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { PointAddress } from '../../http/schema.ts'
import { NewTags, Tags } from './schema.ts'
import { setTags, tagsOfPoint } from './store.ts'

/** What a point is tied to (P13). Read with the point itself. */
export const tagRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/points/:number/tags',
    {
      config: { permission: 'tag.edit' },
      schema: { params: PointAddress, body: NewTags, response: responses(200, Tags) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { number } = request.params
        const point = await setTags(tx, plan, number, request.body.tags, context)
        return { items: await tagsOfPoint(tx, plan.id, point.id), next: null }
      }),
  )
}
