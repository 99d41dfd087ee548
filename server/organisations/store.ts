import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { raiseInstallation } from '../installation/store.ts'

export interface Organisation {
  id: number
  code: string
  name: string
  kind: string
}

export async function listOrganisations(tx: Tx): Promise<Organisation[]> {
  const { organisations } = tx.tables
  return tx.select().from(organisations).orderBy(asc(organisations.id))
}

/** The organisation of this code, or undefined. */
export async function findOrganisation(tx: Tx, code: string): Promise<Organisation | undefined> {
  const { organisations } = tx.tables
  const [row] = await tx.select().from(organisations).where(eq(organisations.code, code))
  return row
}

/** Adds an organisation; one whose code is there already is left as it is. Gives the one that stands. */
export async function addOrganisation(tx: Tx, added: Omit<Organisation, 'id'>): Promise<Organisation> {
  const known = await findOrganisation(tx, added.code)
  if (known) return known
  await raiseInstallation(tx)
  const [row] = await tx.insert(tx.tables.organisations).values(added).returning()
  return row!
}
