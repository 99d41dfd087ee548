import { parseArgs } from 'node:util'
import type { Database } from '../database/database.ts'
import { personByEmail } from '../people/privacy/erase.store.ts'
import { extractOf, inFile } from '../people/privacy/extract.routes.ts'
import { CannotStart } from '../http/refusal.ts'
import { recordRead } from '../trail/store.ts'

/** `npm run extract -- --email x`: the register extract of a person, as JSON (S07). Leaves a row in the trail, in nobody's name. */
export async function extractCommand(args: string[], db: Database, now: Date): Promise<string> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' } }, strict: false })
  if (typeof values.email !== 'string')
    throw new CannotStart('Say whose: npm run extract -- --email anna@kommun.se')
  const { email } = values
  return db.write(async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person) throw new CannotStart(`Nobody here has the address ${email}.`)
    const about = { object: 'person', objectId: String(person.id) }
    await recordRead(tx, { personId: null, list: 'extract', count: 1, ...about }, now)
    return inFile(await extractOf(tx, person.id, 'sv', now)).trimEnd()
  })
}
