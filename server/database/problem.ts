export type OpenProblem =
  | 'database-newer'
  | 'migration-failed'
  | 'first-migration-failed'
  | 'guard-missing'
  | 'folder-unwritable'
  | 'not-a-database'

/** Why the database could not be opened: a code, and what its sentence names. `main.ts` puts words on it. */
export class CannotOpen extends Error {
  readonly code: OpenProblem
  readonly facts: Record<string, string>

  constructor(code: OpenProblem, facts: Record<string, string>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.code = code
    this.facts = facts
  }
}

const codeOf = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error) return error.code
  return 'cause' in error ? codeOf(error.cause) : undefined
}

/** Whether the database refused a row because its unique value is taken (SQLite's and PostgreSQL's code). */
export const isUniqueViolation = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'].includes(String(codeOf(error)))

/** Whether the disk is full: reads go on, the write is answered 507. */
export const isDiskFull = (error: unknown): boolean =>
  ['SQLITE_FULL', '53100', 'ENOSPC'].includes(String(codeOf(error)))
