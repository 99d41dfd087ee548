import { eq, sql } from 'drizzle-orm'
import type { Tx } from './database.ts'

interface Installation {
  example: boolean
  createdAt: string
}
/** What this installation is, or undefined while the database is empty. */
export async function findInstallation(tx: Tx): Promise<Installation | undefined> {
  const { installation } = tx.tables
  const [row] = await tx.select().from(installation).where(eq(installation.id, 1))
  return row
}
/** Sets the mark, once and for good. */
export async function markInstallation(tx: Tx, example: boolean, now: Date): Promise<void> {
  await tx
    .insert(tx.tables.installation)
    .values({ id: 1, example, revision: 1, createdAt: now.toISOString() })
}
/** Called by every write outside a plan that a public page may show. */
export async function raiseInstallation(tx: Tx): Promise<void> {
  const { installation } = tx.tables
  await tx.update(installation).set({ revision: sql`${installation.revision} + 1` })
}
