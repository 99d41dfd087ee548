import { Type } from 'typebox'
import { answers, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { SaidShape } from '../points/schema.ts'
import { said } from '../points/json.ts'
import { TextAddress } from '../http/schema.ts'
import { Mask } from './json.ts'
import { maskText, readTexts } from './store.ts'

/** Taking a text's words away for good (design: *Nothing about a person is chained*); the page says when and why. */
export const textRoutes: Routes = (api, parts) => {
  api.put(
    '/plans/:plan/texts/:id/mask',
    {
      config: { deed: 'text.mask' },
      schema: { params: TextAddress, body: Mask, response: answers(200, Type.Object(SaidShape.properties)) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan, id } = request.params as { plan: string; id: string }
        await maskText(tx, plan, Number(id), (request.body as { because: string }).because, act)
        return said((await readTexts(tx, [Number(id)])).get(Number(id))!)
      }),
  )
}
