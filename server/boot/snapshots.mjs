import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Deletes all of drizzle-kit's snapshots but the newest, which is the only one it compares the tables with: each holds the whole schema.
 * @param {string} folder the `meta` folder of one engine's migrations
 */
export function keepNewestSnapshot(folder) {
  const snapshots = readdirSync(folder).filter((name) => /^\d+_snapshot\.json$/.test(name))
  for (const name of snapshots.sort().slice(0, -1)) rmSync(join(folder, name))
}
