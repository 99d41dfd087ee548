import type { Tx } from '../../database/database.ts'
import { addPerson } from '../../people/store.ts'
import { recordChange } from '../../trail/store.ts'
import type { Identity } from './claims.ts'
import type { IssuerEntry } from './configuration.ts'
import { inPlansHere, settleGroupRoles } from './groups.store.ts'
import { isKnown, personBehind, personWithEmail, recordIdentity } from './store.ts'
import { findOrganisation } from '../../people/organisations.store.ts'
import { SignInFailed } from '../sign-in-failed.ts'

/**
 * Whom an issuer's claims let in: the person known by issuer and subject; the first time, by an address that an administrator has entered.
 * Their roles by group become what the claims say. Throws SignInFailed, and then nothing is written (S02).
 */
export async function matchPerson(
  tx: Tx,
  entry: IssuerEntry,
  identity: Identity,
  now: Date,
): Promise<number> {
  const { issuer, subject, roles } = identity
  const known = await personBehind(tx, issuer, subject)
  if (known?.deactivatedAt) throw new SignInFailed('person-deactivated')
  const personId = known?.id ?? (await firstSeen(tx, entry, identity, now))
  if (roles) await settleGroupRoles(tx, { personId, issuer: entry.key, roles }, now)
  return personId
}

/** Somebody this issuer has not sent before: found by address, or added; from now on known by issuer and subject. */
async function firstSeen(tx: Tx, entry: IssuerEntry, identity: Identity, now: Date): Promise<number> {
  const { issuer, subject, email } = identity
  if (email === undefined) throw new SignInFailed('email-not-confirmed')
  const entered = await personWithEmail(tx, email)
  if (entered?.deactivatedAt) throw new SignInFailed('person-deactivated')
  if (entered && (await isKnown(tx, entered.id))) {
    // Two tabs at once: the other has just written it.
    const meanwhile = await personBehind(tx, issuer, subject)
    if (meanwhile) return meanwhile.id
    // The address has gone to somebody else, or the account was made anew: people decide that, not an address.
    throw new SignInFailed('person-unknown', 'known-by-another-account')
  }
  const personId = entered?.id ?? (await addByGroup(tx, entry, { ...identity, email }, now))
  await recordIdentity(tx, { personId, issuer, subject }, now)
  const fields = { issuer: { after: entry.key }, added: { after: entered === undefined } }
  const who = { personId: null, object: 'person', objectId: String(personId) }
  await recordChange(tx, { ...who, deed: 'people.manage', fields }, now)
  return personId
}

/** Adds somebody nobody has entered, where the entry says so and a group gives them a role in a plan that is here. */
async function addByGroup(
  tx: Tx,
  entry: IssuerEntry,
  { email, name, roles = [] }: Identity & { email: string },
  now: Date,
): Promise<number> {
  const given = entry.adds ? await inPlansHere(tx, roles) : []
  if (given.length === 0) throw new SignInFailed('person-unknown')
  const organisation =
    entry.organisation === undefined ? undefined : await findOrganisation(tx, entry.organisation)
  const added = { name: name ?? email, email, organisationId: organisation?.id ?? null, administrator: false }
  return addPerson(tx, added, now)
}
