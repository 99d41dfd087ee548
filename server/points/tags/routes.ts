import { Type, type Static } from 'typebox'
import { responses, type Routes } from '../../http/routes.ts'
import { Maybe, StrictObject, Words, PointAddress } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { VocabularyName, TagShape } from '../schema.ts'
import { setTags, tagsOfPoint } from './store.ts'

/** Everything a point is to be tied to; what is left out is let go of. */
export const NewTags = StrictObject({
  tags: Type.Array(StrictObject({ vocabulary: VocabularyName, code: Words(20) }), { maxItems: 40 }),
})
export type NewTags = Static<typeof NewTags>

export const Tags = StrictObject({ items: Type.Array(TagShape), next: Maybe(Type.String()) })
export type Tags = Static<typeof Tags>

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
