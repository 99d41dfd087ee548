import type { TestProject } from 'vitest/node'
import { openPostgres } from '../../server/database/open.ts'
import { connectPostgres } from '../../server/database/postgres.ts'
import { markInstallation } from '../../server/database/installation.ts'
import { readExample } from '../../server/seed/example.ts'
import { plantExample } from '../../server/seed/plant.ts'
import { startCluster } from './cluster.ts'
import { lostTests } from './engines.ts'
import { inCluster } from './postgres.ts'
import { keepRows } from './putting-back.ts'

/** Starts a cluster for the run and plants the example in it once, as the template of every test's own database. */
export default async function setup(project: TestProject): Promise<() => void> {
  const lost = lostTests(project.config.root)
  if (lost.length > 0) throw new Error(`test/support/engines.ts names what is not there: ${lost.join(', ')}`)
  const { address, stop } = await startCluster()
  await inCluster(address, 'create database empty')
  await (await openPostgres(`${address}/empty`)).close()
  await inCluster(address, 'create database planted template empty')
  const db = await openPostgres(`${address}/planted`)
  const founded = new Date('2020-12-14T12:00:00.000Z')
  await db.write(async (tx) => {
    await markInstallation(tx, true, founded)
    await plantExample(tx, readExample())
  })
  await db.close()
  for (const template of ['empty', 'planted']) {
    const client = connectPostgres(`${address}/${template}`, 1)
    await keepRows(client)
    await client.end()
  }
  project.provide('plantedFile', '')
  project.provide('emptyFile', '')
  project.provide('postgres', address)
  return stop
}
