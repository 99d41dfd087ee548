import { randomUUID } from 'node:crypto'
import type { Database } from '../../server/database/database.ts'
import { openPostgres } from '../../server/database/open.ts'
import { connectPostgres } from '../../server/database/postgres.ts'

/** A database of its own in the cluster: a copy of the planted one, or empty; dropped when left. */
export async function ownPostgres(
  cluster: string,
  empty: boolean,
): Promise<{ db: Database; leave: () => Promise<void> }> {
  const name = `world_${randomUUID().replaceAll('-', '')}`
  await inCluster(
    cluster,
    `create database ${name} template ${empty ? 'template0' : 'planted'} strategy file_copy`,
  )
  const db = await openPostgres(`${cluster}/${name}`)
  const leave = async () => {
    await db.close()
    await inCluster(cluster, `drop database ${name} with (force)`)
  }
  return { db, leave }
}

/** Says one thing to the cluster itself. */
export async function inCluster(cluster: string, statement: string): Promise<void> {
  const client = connectPostgres(`${cluster}/postgres`, 1)
  try {
    await client.unsafe(statement)
  } finally {
    await client.end()
  }
}
