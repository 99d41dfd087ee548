import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
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

let kept: { cluster: string; client: Sql } | undefined

/** Says one thing to the cluster itself, over one connection that this process keeps until it ends. */
export async function inCluster(cluster: string, statement: string): Promise<void> {
  if (kept?.cluster !== cluster) {
    await kept?.client.end()
    kept = { cluster, client: connectPostgres(`${cluster}/postgres`, 1) }
  }
  await kept.client.unsafe(statement)
}
