import { parseArgs } from 'node:util'
import type { Database } from '../database/database.ts'
import { erasePerson, personByEmail } from '../people/privacy/erase.store.ts'
import { erasedFrom } from '../http/room.ts'
import { rooms } from '../rooms.ts'
import { CannotStart } from '../http/refusal.ts'
import { recordChange } from '../trail/store.ts'

/** `npm run erase -- --email x --yes`: takes a person's name and address away for good (docs/privacy.md). */
export async function eraseCommand(args: string[], db: Database, now: Date): Promise<string> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, yes: { type: 'boolean' } },
    strict: false,
  })
  const { email } = values
  if (typeof email !== 'string')
    throw new CannotStart('Say whose: npm run erase -- --email anna@kommun.se --yes')
  return db.write(async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person) throw new CannotStart(`Nobody here has the address ${email}.`)
    if (values.yes !== true)
      throw new CannotStart(`This cannot be undone. To erase ${email} for good, say it again with --yes.`)
    await erasePerson(tx, person.id, now, erasedFrom(rooms))
    const about = { object: 'person', objectId: String(person.id) }
    await recordChange(tx, { personId: null, deed: 'people.erase', ...about }, now)
    return `Person ${person.id} has been erased. What they recorded stays, in the function they had.`
  })
}
