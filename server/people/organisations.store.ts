import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { statement } from '../database/statement.ts'

export interface Organisation {
  id: number
  code: string
  name: string
  kind: string
  /** The authority it belongs to, where that is not itself. */
  authority?: string | null
  /** The committee (nämnd) it works for. */
  committee?: string | null
}

const everyOrganisation = statement((tx) => {
  const { organisations } = tx.tables
  return tx.select().from(organisations).orderBy(asc(organisations.id))
})

export const listOrganisations = (tx: Tx): Promise<Organisation[]> => everyOrganisation(tx, {})

/** Every organisation with the other names people write for it. */
export async function organisationsCalled(tx: Tx): Promise<(Organisation & { alsoCalled: string[] })[]> {
  const { organisationAliases } = tx.tables
  const called = await tx.select().from(organisationAliases).orderBy(asc(organisationAliases.id))
  const aliases = Map.groupBy(called, (one) => one.organisationId)
  return (await listOrganisations(tx)).map((one) => ({
    ...one,
    alsoCalled: (aliases.get(one.id) ?? []).map(({ alias }) => alias),
  }))
}

/** The organisation of this code, or undefined. */
export async function findOrganisation(tx: Tx, code: string): Promise<Organisation | undefined> {
  const { organisations } = tx.tables
  const [row] = await tx.select().from(organisations).where(eq(organisations.code, code))
  return row
}
