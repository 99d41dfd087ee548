import { and, count, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Role } from '#domain/roles.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import type { Erased } from '../../http/room.ts'
import { forgetPerson } from '../../http/idempotency.ts'
import { Refused } from '../../http/refusal.ts'
import { raiseInstallation } from '../../database/installation.ts'

type Person = Tables['people']['$inferSelect']

/** The person of this id, erased or not; undefined where there never was one. */
export async function findPerson(tx: Tx, id: number): Promise<Person | undefined> {
  const { people } = tx.tables
  const [person] = await tx.select().from(people).where(eq(people.id, id))
  return person
}

/** The person with this e-mail address. */
export async function personByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  const { people } = tx.tables
  const [person] = await tx.select().from(people).where(eq(people.email, email.trim().toLowerCase()))
  return person
}

/**
 * Takes away what may be taken away of somebody who has left (GDPR art. 17): name, address, workplace, ways to sign in, links, drafts, mail not
 * yet sent, kept answers. What they recorded stays, in the function they had, for it is public record. For good. 404 for nobody, 422
 * `person-erased` the second time, `last-administrator` for the one without whom nobody could administer the house. `erased`: what the other rooms forget.
 */
export async function erasePerson(tx: Tx, id: number, now: Date, erased: Erased): Promise<void> {
  // The house's own lock: two administrators who erase each other wait for one another here.
  await raiseInstallation(tx)
  const person = await findPerson(tx, id)
  if (!person) throw new Refused('not-found')
  if (person.erasedAt) throw new Refused('person-erased')
  if (person.administrator && !(await hasOtherAdministrator(tx, id))) throw new Refused('last-administrator')
  await forgetPerson(tx, person)
  await erased(tx, person)
  const { people, memberships, identities, sessions, links, drafts, outbox } = tx.tables
  await tx.delete(identities).where(eq(identities.personId, id))
  await tx.delete(sessions).where(eq(sessions.personId, id))
  await tx.delete(links).where(eq(links.personId, id))
  await tx.delete(drafts).where(eq(drafts.personId, id))
  await tx.delete(outbox).where(and(eq(outbox.personId, id), isNull(outbox.sentAt)))
  const at = now.toISOString()
  await tx
    .update(memberships)
    .set({ workplace: null, endedAt: sql`coalesce(${memberships.endedAt}, ${at})` })
    .where(eq(memberships.personId, id))
  const gone = { name: null, email: null, administrator: false, deactivatedAt: person.deactivatedAt ?? at }
  await tx
    .update(people)
    .set({ ...gone, erasedAt: at })
    .where(eq(people.id, id))
}

async function hasOtherAdministrator(tx: Tx, id: number): Promise<boolean> {
  const { people } = tx.tables
  const others = and(eq(people.administrator, true), isNull(people.deactivatedAt), ne(people.id, id))
  const found = await tx.select({ id: people.id }).from(people).where(others).limit(1)
  return found.length > 0
}

/** In how many free texts a name stands: words that somebody has to read, and mask one by one. */
export async function textsNaming(tx: Tx, name: string): Promise<number> {
  const { texts } = tx.tables
  const anywhere = `%${name.replace(/[!%_]/g, '!$&')}%`
  const [row] = await tx
    .select({ n: count() })
    .from(texts)
    .where(sql`${texts.body} like ${anywhere} escape '!'`)
  return row?.n ?? 0
}

/** What stands where a name would: of somebody erased, what they last were – "Tidigare ambassadör". */
export function calledNow(
  { name }: { name: string | null },
  memberships: readonly { role: Role }[],
  { say, words }: { say: Say; words: Words },
): string {
  return name ?? say(words.erasure.former[memberships.at(-1)?.role ?? 'nobody'])
}
