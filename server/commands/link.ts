import { parseArgs } from 'node:util'
import * as addresses from '#domain/addresses.ts'
import { permissions, type Role } from '#domain/roles.ts'
import { emailOf } from '#domain/members.ts'
import type { Database, Tx } from '../database/database.ts'
import { issueSignInLink } from '../people/links.store.ts'
import { peopleByEmail } from '../people/members.store.ts'
import { peopleWithRole } from '../people/store.ts'
import { CannotStart } from '../http/refusal.ts'
import { recordChange } from '../trail/store.ts'

/** The roles a link can be asked for: every one that may look at what needs it. */
export const rolesWithLinks: readonly Role[] = permissions['mine.read']

/**
 * A fresh sign-in link, 15 minutes and one use, for the first person with this role or for whoever has this e-mail address; undefined when
 * there is nobody.
 */
export async function linkFor(
  db: Database,
  whose: { role: Role } | { email: string },
  origin: string,
  now: Date,
): Promise<string | undefined> {
  return db.write(async (tx) => {
    const person =
      'role' in whose ? (await peopleWithRole(tx, whose.role))[0] : await personOfEmail(tx, whose.email)
    if (!person) return undefined
    const touched = { object: 'person', objectId: String(person.id) }
    await recordChange(tx, { personId: null, deed: 'link.issue', ...touched }, now)
    return addresses.signInByLink(origin, await issueSignInLink(tx, person.id, now))
  })
}

/** Somebody who is still here, by address, however it is written. */
async function personOfEmail(tx: Tx, email: string) {
  const person = (await peopleByEmail(tx, [emailOf(email)])).get(emailOf(email))
  return person?.deactivatedAt ? undefined : person
}

/** `npm run link -- --role strategist`, or `--email anna@kommun.se`: prints a link. */
export async function linkCommand(args: string[], db: Database, origin: string, now: Date): Promise<string> {
  const options = { role: { type: 'string' }, email: { type: 'string' } } as const
  const { values } = parseArgs({ args, options, strict: false })
  if (typeof values.email === 'string') {
    const link = await linkFor(db, { email: values.email }, origin, now)
    if (!link) throw new CannotStart(`Nobody here has the address ${values.email}, or they have left.`)
    return link
  }
  const role = rolesWithLinks.find((one) => one === values.role)
  if (!role)
    throw new CannotStart(
      `Say whose link: npm run link -- --role ${rolesWithLinks.join(' | ')}, or --email ADDRESS`,
    )
  const link = await linkFor(db, { role }, origin, now)
  if (!link) throw new CannotStart(`Nobody here is ${role}.`)
  return link
}
