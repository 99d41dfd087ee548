import { parseArgs } from 'node:util'
import { deeds, type Role } from '#domain/roles.ts'
import type { Database } from '../database/database.ts'
import { issueSignInLink } from '../links/store.ts'
import { peopleWithRole } from '../people/store.ts'
import { CannotStart } from '../settings.ts'
import { recordChange } from '../trail/store.ts'

/** The roles a link can be asked for: every one that may look at what needs it. */
export const rolesWithLinks: readonly Role[] = deeds['mine.read']

/** A fresh sign-in link for the first person with this role, 15 minutes and one use; undefined when there is none. */
export async function linkFor(
  db: Database,
  role: Role,
  origin: string,
  now: Date,
): Promise<string | undefined> {
  return db.write(async (tx) => {
    const [person] = await peopleWithRole(tx, role)
    if (!person) return undefined
    const touched = { object: 'person', objectId: String(person.id) }
    await recordChange(tx, { personId: null, deed: 'link.issue', ...touched }, now)
    return `${origin}/logga-in/${await issueSignInLink(tx, person.id, now)}`
  })
}

/** `npm run link -- --role strategist`: prints a link. */
export async function linkCommand(args: string[], db: Database, origin: string, now: Date): Promise<string> {
  const { values } = parseArgs({ args, options: { role: { type: 'string' } }, strict: false })
  const role = rolesWithLinks.find((one) => one === values.role)
  if (!role) throw new CannotStart(`Say whose link: npm run link -- --role ${rolesWithLinks.join(' | ')}`)
  const link = await linkFor(db, role, origin, now)
  if (!link) throw new CannotStart(`Nobody here is ${role}.`)
  return link
}
