import { Type } from 'typebox'
import { responses, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { TextJson, textJson, Mask } from './json.ts'
import { maskedIn } from '../http/room.ts'
import { TextAddress } from '../http/schema.ts'
import { maskText, readTexts } from './store.ts'

/** Taking a text's words away for good (design: *Nothing about a person is chained*); the page says when and why. */
export const textRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/texts/:id/mask',
    {
      config: { permission: 'text.mask' },
      schema: { params: TextAddress, body: Mask, response: responses(200, Type.Object(TextJson.properties)) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const id = Number(request.params.id)
        await maskText(tx, plan, id, request.body.because, context, maskedIn(dependencies.rooms))
        return textJson((await readTexts(tx, [id])).get(id)!)
      }),
  )
}
