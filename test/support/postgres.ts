import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Database } from '../../server/database/database.ts'
import { openPostgres } from '../../server/database/open.ts'
import { connectPostgres } from '../../server/database/postgres.ts'
import { puttingBack, type PuttingBack } from './putting-back.ts'

/** A copy of a template, and what puts it back when a test has written in it. */
interface Copy {
  name: string
  db: Database
  back: PuttingBack
}

/** Copies that no test has just now, as new as when they were made; this process keeps them until it ends. */
const free = { planted: [] as Copy[], empty: [] as Copy[] }

/**
 * A database in the cluster that is nobody else's until it is left: as the planted one, or empty. Making one, and letting ten connections
 * get to know it, costs more than most tests, so what a test wrote is taken back and the next test gets the same; what cannot be put back
 * for certain is dropped.
 */
export async function ownPostgres(
  cluster: string,
  empty: boolean,
): Promise<{ db: Database; leave: () => Promise<void> }> {
  const template = empty ? 'empty' : 'planted'
  const copy = free[template].pop() ?? (await newCopy(cluster, template))
  let closed = false
  const close = async () => {
    closed = true
    await copy.db.close()
  }
  const leave = async () => {
    if (!closed && (await copy.back.putBack())) free[template].push(copy)
    else await drop(cluster, copy)
  }
  return { db: { ...copy.db, close }, leave }
}

async function newCopy(cluster: string, template: keyof typeof free): Promise<Copy> {
  const name = `world_${randomUUID().replaceAll('-', '')}`
  await inCluster(cluster, `create database ${name} template ${template} strategy file_copy`)
  const db = await openPostgres(`${cluster}/${name}`)
  return { name, db, back: await puttingBack(connectPostgres(`${cluster}/${name}`, 1)) }
}

async function drop(cluster: string, { name, db, back }: Copy): Promise<void> {
  await Promise.all([db.close(), back.end()])
  await inCluster(cluster, `drop database ${name} with (force)`)
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
