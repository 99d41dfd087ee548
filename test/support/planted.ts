import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { fileIn, openDatabase } from '../../server/database/open.ts'
import { markInstallation } from '../../server/database/installation.ts'
import { readExample } from '../../server/seed/example.ts'
import { plantExample } from '../../server/seed/plant.ts'
import { newFolder, sweepFolders } from './folders.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database file with the example planted, to be copied. */
    plantedFile: string
    /** A database file as a first start makes it, nothing planted, to be copied. */
    emptyFile: string
    /** Where the cluster answers, when this run is for PostgreSQL; its database `planted` is the template. */
    postgres: string | undefined
  }
}

/** One process sets all projects up, each with this file loaded anew. */
const run = globalThis as typeof globalThis & { planting?: Promise<string> }

/** Plants the example once for all tests of the run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = await (run.planting ??= plant())
  project.provide('plantedFile', fileIn(folder))
  project.provide('emptyFile', fileIn(join(folder, 'empty')))
  project.provide('postgres', undefined)
  return () => rmSync(folder, { recursive: true, force: true })
}

async function plant(): Promise<string> {
  sweepFolders()
  const folder = newFolder('planted')
  const founded = new Date('2020-12-14T12:00:00.000Z')
  await openDatabase({ folder: join(folder, 'empty'), now: founded }).close()
  const db = openDatabase({ folder, now: founded })
  await db.write(async (tx) => {
    await markInstallation(tx, true, founded)
    await plantExample(tx, readExample())
  })
  await db.close()
  return folder
}
