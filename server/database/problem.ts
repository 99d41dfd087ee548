type OpenProblem =
  | 'database-newer'
  | 'database-too-old'
  | 'database-in-use'
  | 'database-unreachable'
  | 'copy-failed'
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

/** What whoever starts the program is told: what is wrong, and how to mend it. */
export function sentenceFor({ code, facts, cause }: CannotOpen): string {
  const because = innermost(cause)
  const sentences: Record<OpenProblem, string> = {
    'database-newer': `The database ${facts.file} was made by a newer version of the program: start that one, or take back a copy from before.`,
    'database-too-old': `The database ${facts.file} was made by a version before this one's first migration and can not be brought up to it: take out what you need with that version, and start this one with an empty ${facts.setting}.`,
    'database-in-use': `The database ${facts.file} is open in another process: stop that one before this version of the program is started.`,
    'database-unreachable': `The database ${facts.file} can not be used (${because}): check DATABASE_URL, and that its server runs.`,
    'copy-failed': `The database ${facts.file} was left as it is, for it could not be copied to ${facts.copy} first (${because}): make room and start again.`,
    'migration-failed': `The database ${facts.file} could not be brought up to this version (${because}); it is as it was before. Start the version before.`,
    'first-migration-failed': `The database ${facts.file} could not be made (${because}); nothing was left behind.`,
    'guard-missing': `The database ${facts.file} lacks guards (${facts.guards}): somebody has changed it by hand. Take back a copy from before.`,
    'folder-unwritable': `The data folder ${facts.folder} can not be written: check that it is there and whose it is, or choose another with DATA_DIR.`,
    'not-a-database': `${facts.file} is no database of this program: move it away, or choose another folder with DATA_DIR.`,
  }
  return sentences[code]
}

/** What really happened: whoever passes an error on wraps it in what it was doing. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : innermost(error.cause)
}
