import type { Database, Tx } from '../database/database.ts'
import type { Actor } from '../http/write-context.ts'
import { applyProposal, CannotImport } from './apply.ts'
import { faultOf } from './faults.ts'
import { interpret } from './interpret.ts'
import type { Imported } from './proposal.ts'
import { readMapping } from './read-mapping.ts'
import { readTable } from './read.ts'

interface Importing {
  db: Database
  now: () => Date
  salt: () => string
  /** As whom it is recorded; undefined when there is nobody. Asked in the import's own transaction. */
  actor: (tx: Tx) => Promise<Actor | undefined>
}

/** Imports a plan with its history from a CSV file and its mapping, all or nothing: what was written, or every reason why nothing was. */
export async function importPlan(
  files: { table: Uint8Array; mapping: Uint8Array },
  { db, now, salt, actor }: Importing,
): Promise<Imported> {
  const mapped = readMapping(files.mapping)
  const read = readTable(files.table)
  if ('faults' in mapped || 'faults' in read) {
    return { faults: [mapped, read].flatMap((part) => ('faults' in part ? part.faults : [])) }
  }
  const interpreted = interpret(read.table, mapped.mapping)
  if ('faults' in interpreted) return interpreted
  const { proposal } = interpreted
  try {
    const applied = await db.write(async (tx) => {
      const by = await actor(tx)
      if (!by) throw new CannotImport([faultOf('administrator-missing')])
      return applyProposal(tx, proposal, { by, now: now(), salt })
    })
    return { proposal, rows: read.table.rows.length, applied }
  } catch (error) {
    if (error instanceof CannotImport) return { faults: error.faults }
    throw error
  }
}
