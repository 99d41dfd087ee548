import { eq } from 'drizzle-orm'
import { aliasesOf, refuseOrganisation, type OrganisationClaim } from '#domain/organisation.ts'
import type { Tx } from '../../database/database.ts'
import { Refused, refuseFor } from '../../http/refusal.ts'
import { raiseInstallation } from '../../database/installation.ts'
import type { NewOrganisation, OrganisationWhole } from './schema.ts'
import { type Organisation, organisationsCalled, findOrganisation } from '../organisations.store.ts'

/** Adds an organisation; one whose code is there already is left as it is. Gives the one that stands. */
export async function addOrganisation(tx: Tx, added: Omit<Organisation, 'id'>): Promise<Organisation> {
  const known = await findOrganisation(tx, added.code)
  if (known) return known
  await raiseInstallation(tx)
  const [row] = await tx.insert(tx.tables.organisations).values(added).returning()
  return row!
}

/** The organisations as they travel, in the order they came. */
export async function wholeOrganisations(tx: Tx): Promise<OrganisationWhole[]> {
  return (await organisationsCalled(tx)).map(({ code, name, kind, authority, committee, alsoCalled }) => ({
    code,
    name,
    kind,
    authority: authority ?? null,
    committee: committee ?? null,
    aliases: alsoCalled,
  }))
}

const rowOf = ({ code, name, kind, authority, committee }: OrganisationClaim) => ({
  code,
  name: name.trim(),
  kind,
  authority: authority?.trim() || null,
  committee: committee?.trim() || null,
})

async function wholeOrganisation(tx: Tx, code: string): Promise<OrganisationWhole> {
  return (await wholeOrganisations(tx)).find((one) => one.code === code)!
}

/** Registers an organisation by hand: 422 with every reason when its code or one of its names is another's (F45). */
export async function registerOrganisation(tx: Tx, claim: NewOrganisation): Promise<OrganisationWhole> {
  // First, since it is the lock that keeps two from taking one name.
  await raiseInstallation(tx)
  refuseFor(refuseOrganisation(claim, await wholeOrganisations(tx)))
  const [row] = await tx.insert(tx.tables.organisations).values(rowOf(claim)).returning()
  await setAliases(tx, row!.id, claim)
  return wholeOrganisation(tx, claim.code)
}

/**
 * Changes what an organisation is called and what it is; its code stays. Every page that names it is drawn anew; closed reports are text and keep
 * the name they were closed with. 404 for a code nobody has, 422 with every reason when a rule refuses it.
 */
export async function changeOrganisation(tx: Tx, claim: OrganisationClaim): Promise<OrganisationWhole> {
  // Kept pages of every plan depend on this too, so that all are drawn anew.
  await raiseInstallation(tx)
  const { organisations } = tx.tables
  const all = await wholeOrganisations(tx)
  const known = await findOrganisation(tx, claim.code)
  if (!known) throw new Refused('not-found')
  refuseFor(
    refuseOrganisation(
      claim,
      all.filter(({ code }) => code !== claim.code),
    ),
  )
  await tx.update(organisations).set(rowOf(claim)).where(eq(organisations.id, known.id))
  await setAliases(tx, known.id, claim)
  return wholeOrganisation(tx, claim.code)
}

async function setAliases(tx: Tx, organisationId: number, claim: OrganisationClaim): Promise<void> {
  const { organisationAliases } = tx.tables
  await tx.delete(organisationAliases).where(eq(organisationAliases.organisationId, organisationId))
  const rows = aliasesOf(claim).map((alias) => ({ organisationId, alias }))
  if (rows.length > 0) await tx.insert(organisationAliases).values(rows)
}
