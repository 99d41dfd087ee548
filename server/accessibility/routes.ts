import { responses, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { NewCheck, NewStatement, SavedCheck, SavedStatement } from './schema.ts'
import { recordCheck, saveStatement } from './store.ts'

/** As much as the rules allow of shortcomings, in a language of many bytes a sign. */
const statementBytes = 512 * 1024

/** The statement of accessibility and the checks it rests on, for administrators (P09, T10). */
export const accessibilityRoutes: Routes = (api, dependencies) => {
  api.put(
    '/accessibility/statement',
    {
      bodyLimit: statementBytes,
      config: { permission: 'statement.edit' },
      schema: { body: NewStatement, response: responses(200, SavedStatement) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, context }) => {
        const id = await saveStatement(tx, request.body, context)
        return { id, published: request.body.published }
      }),
  )

  api.post(
    '/accessibility/checks',
    {
      config: { permission: 'statement.edit' },
      schema: { body: NewCheck, response: responses(201, SavedCheck) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, context }) => ({
        id: await recordCheck(tx, request.body, context),
      })),
  )
}
