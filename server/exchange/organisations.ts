import { folded } from '#domain/text.ts'
import type { Tx } from '../database/database.ts'
import { addOrganisation } from '../people/organisations/store.ts'
import type { NewPoint } from '../points/schema.ts'
import type { Proposal } from './proposal.ts'
import { organisationsCalled } from '../people/organisations.store.ts'

/**
 * The organisations of an import, each found by its code, its name or an alias where the installation has it, and added where not. Gives what the
 * installation calls each of the file's codes.
 */
export async function settleOrganisations(
  tx: Tx,
  proposed: Proposal['organisations'],
): Promise<Map<string, string>> {
  const settled = new Map<string, string>()
  const here = await organisationsCalled(tx)
  for (const organisation of proposed) {
    const { code, name } = organisation
    const known =
      here.find((one) => one.code === code) ??
      here.find((one) => [one.code, one.name, ...one.alsoCalled].map(folded).includes(folded(name)))
    settled.set(code, (known ?? (await addOrganisation(tx, organisation))).code)
  }
  return settled
}

/** A point of the file, its organisations as the installation calls them. */
export const withSettled = (point: NewPoint, settled: Map<string, string>): NewPoint => ({
  ...point,
  lead: { ...point.lead, organisation: settled.get(point.lead.organisation) ?? point.lead.organisation },
  takesPart: point.takesPart?.map((code) => settled.get(code) ?? code),
})
