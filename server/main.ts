import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Database } from './database/database.ts'
import { CannotOpen, sentenceFor } from './database/problem.ts'
import { Refused, CannotStart } from './http/refusal.ts'
import type { IssuerEntry } from './sign-in/oidc/configuration.ts'
import { readSettings, type Settings } from './settings.ts'

// The only file that reads the environment. What it is asked for stands first among its words:
// serve · dev · link · import · verify · extract · erase. What a command does not need is not loaded.

const root = fileURLToPath(new URL('..', import.meta.url))
const print = (line: string): void => console.log(line)
const [command = 'serve', ...args] = process.argv.slice(2)

async function main(): Promise<number | undefined> {
  const settings = readSettings(process.env, root)
  const now = new Date()
  const { prepareInstallation, refuseNamelessStart } = await import('./commands/prepare.ts')
  refuseNamelessStart(settings)
  const issuers = await issuersOf(settings)
  const db = await open(settings, now)
  try {
    const example = await prepareInstallation(db, settings, now)
    const origin = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`
    switch (command) {
      case 'serve':
      case 'dev': {
        const pages = command === 'dev' ? await (await import('./commands/dev.ts')).devPages(root) : undefined
        const { serve } = await import('./commands/serve.ts')
        const app = await serve({ settings, db, example, issuers, root, print, pages })
        closeOnSignal(async () => {
          await app.close()
          await pages?.close()
          await db.close()
        })
        return undefined
      }
      case 'link': {
        const { linkCommand } = await import('./commands/link.ts')
        print(await linkCommand(args, db, origin, now))
        return await finish(db, 0)
      }
      case 'import': {
        const { importCommand } = await import('./commands/import.ts')
        const tools = { db, now: () => new Date(), salt: () => randomBytes(16).toString('hex'), print }
        return await finish(db, await importCommand(args, tools))
      }
      case 'verify': {
        const { verifyCommand } = await import('./commands/verify.ts')
        return await finish(db, await verifyCommand(db, print))
      }
      case 'extract': {
        const { extractCommand } = await import('./commands/extract.ts')
        print(await extractCommand(args, db, now))
        return await finish(db, 0)
      }
      case 'erase': {
        const { eraseCommand } = await import('./commands/erase.ts')
        print(await eraseCommand(args, db, now))
        return await finish(db, 0)
      }
      default:
        throw new CannotStart(`There is no command "${command}".`)
    }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Read before the database is opened, and only where people sign in. */
async function issuersOf({ oidcFile }: Settings): Promise<IssuerEntry[]> {
  if (!oidcFile || !['serve', 'dev'].includes(command)) return []
  return (await import('./sign-in/oidc/configuration.ts')).readIssuers(oidcFile)
}

async function open({ databaseUrl, dataDir }: Settings, now: Date): Promise<Database> {
  const { openDatabase, openPostgres } = await import('./database/open.ts')
  const onSlowWrite = ({ milliseconds }: { milliseconds: number }) =>
    console.error(`A write took ${Math.round(milliseconds)} ms.`)
  return databaseUrl
    ? openPostgres(databaseUrl, onSlowWrite)
    : openDatabase({ folder: dataDir, now, onSlowWrite })
}

async function finish(db: Database, code: number): Promise<number> {
  await db.close()
  return code
}

/** Stops once, however often it is told: the terminal, npm and the starter may all pass the same Ctrl-C on. */
function closeOnSignal(close: () => Promise<void>): void {
  let closing: Promise<void> | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      closing ??= close().then(() => process.exit(0))
    })
  }
}

try {
  const code = await main()
  if (code !== undefined) process.exitCode = code
} catch (error) {
  if (error instanceof CannotStart) console.error(error.message)
  else if (error instanceof CannotOpen) console.error(sentenceFor(error))
  else if (error instanceof Refused) console.error(`Refused: ${error.code}`)
  // Not the error itself: a database's names the values of its query.
  else console.error(error instanceof Error && error.cause instanceof Error ? error.cause : error)
  process.exitCode = 1
}
