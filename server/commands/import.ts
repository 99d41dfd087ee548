import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Database, Tx } from '../database/database.ts'
import { faultOf, type Fault } from '../exchange/faults.ts'
import { importPlan } from '../exchange/import.ts'
import { linesOf } from '../exchange/report-import.ts'
import type { Actor } from '../http/write-context.ts'
import { peopleWithRole } from '../people/store.ts'

const { importing } = words.sv
const say = speaker('sv')

export interface Tools {
  db: Database
  now: () => Date
  salt: () => string
  print: (line: string) => void
}

/** `npm run import -- FILE --mapping MAPPING`: imports a plan with its history (docs/import.md). Gives the exit code: 0, or 1 and nothing written. */
export async function importCommand(args: string[], { print, ...tools }: Tools): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { mapping: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || typeof values.mapping !== 'string') {
    print(say(importing.usage))
    return 1
  }
  const table = read(file)
  const mapping = read(values.mapping)
  const missing = [table, mapping].filter((one) => 'code' in one)
  const imported =
    'code' in table || 'code' in mapping
      ? { faults: missing }
      : await importPlan({ table, mapping }, { ...tools, actor: administrator })
  for (const line of linesOf('sv', file, imported)) print(line)
  return 'faults' in imported ? 1 : 0
}

function read(path: string): Uint8Array | Fault {
  try {
    return readFileSync(path)
  } catch {
    return faultOf('file-missing', { path })
  }
}

/** The first administrator, in the function of the one who imports. */
async function administrator(tx: Tx): Promise<Actor | undefined> {
  const [person] = await peopleWithRole(tx, 'administrator')
  if (!person) return undefined
  return { personId: person.id, function: say(importing.function), organisationId: person.organisationId }
}
