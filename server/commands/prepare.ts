import { existsSync } from 'node:fs'
import type { Database } from '../database/database.ts'
import { fileIn } from '../database/open.ts'
import { addPerson, peopleWithRole } from '../people/store.ts'
import { markInstallation, findInstallation } from '../database/installation.ts'
import { readExample } from '../seed/example.ts'
import { plantExample } from '../seed/plant.ts'
import type { Settings } from '../settings.ts'
import { CannotStart } from '../http/refusal.ts'
import { recordChange } from '../trail/store.ts'

const nobodyYet =
  'There is no administrator yet: set ADMIN_EMAIL to the address of the first one and start again.'

/** Stops the start of a new installation of its own before its database is made, when nobody could sign in to it. */
export function refuseNamelessStart({ example, adminEmail, dataDir, databaseUrl }: Settings): void {
  if (example === false && !adminEmail && !databaseUrl && !existsSync(fileIn(dataDir)))
    throw new CannotStart(nobodyYet)
}

/**
 * Makes an empty database what it shall be for good: an example, planted, or an installation of its own with its first administrator. Refuses
 * to make the one of the other. Gives whether it is an example.
 */
export async function prepareInstallation(db: Database, settings: Settings, now: Date): Promise<boolean> {
  return db.write(async (tx) => {
    const known = await findInstallation(tx)
    const example = known?.example ?? settings.example ?? true
    if (known && settings.example !== undefined && settings.example !== known.example) {
      throw new CannotStart(
        known.example
          ? `EXAMPLE is no, but the database in ${settings.dataDir} was made as an example and stays one: choose another DATA_DIR.`
          : `EXAMPLE is yes, but the database in ${settings.dataDir} is an installation of its own and stays one: choose another DATA_DIR.`,
      )
    }
    if (!example && (await peopleWithRole(tx, 'administrator')).length === 0) await addFirst()
    if (!known) {
      await markInstallation(tx, example, now)
      if (example) await plantExample(tx, readExample())
    }
    return example

    async function addFirst(): Promise<void> {
      const email = settings.adminEmail
      if (!email) {
        throw new CannotStart(nobodyYet)
      }
      const first = { name: email, email, organisationId: null, administrator: true }
      const touched = { object: 'person', objectId: String(await addPerson(tx, first, now)) }
      await recordChange(tx, { personId: null, deed: 'people.invite', ...touched }, now)
    }
  })
}
