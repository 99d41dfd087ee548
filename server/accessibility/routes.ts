import { answers, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { NewCheck, NewStatement, SavedCheck, SavedStatement } from './schema.ts'
import { recordCheck, saveStatement } from './store.ts'

/** As much as the rules allow of shortcomings, in a language of many bytes a sign. */
const statementBytes = 512 * 1024

/** The statement of accessibility and the checks it rests on, for administrators (P09, T10). */
export const accessibilityRoutes: Routes = (api, parts) => {
  api.put(
    '/accessibility/statement',
    {
      bodyLimit: statementBytes,
      config: { deed: 'statement.edit' },
      schema: { body: NewStatement, response: answers(200, SavedStatement) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const saved = request.body as NewStatement
        return { id: await saveStatement(tx, saved, act), published: saved.published }
      }),
  )

  api.post(
    '/accessibility/checks',
    {
      config: { deed: 'statement.edit' },
      schema: { body: NewCheck, response: answers(201, SavedCheck) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => ({
        id: await recordCheck(tx, request.body as NewCheck, act),
      })),
  )
}
