import { isIP } from 'node:net'
import { join } from 'node:path'

/** What an installation is told by its environment. */
export interface Settings {
  host: string
  port: number
  dataDir: string
  /** `postgres://…` where the data lie in PostgreSQL instead of a file in `dataDir`. */
  databaseUrl: string | undefined
  /** `PUBLIC_URL` without a last slash: what people type to come here. */
  publicUrl: string | undefined
  trustProxy: boolean | string
  /** Whether a new database is an example; undefined where nobody has said. */
  example: boolean | undefined
  adminEmail: string | undefined
  logLevel: string | undefined
}

/** A sentence for whoever starts the program: what is wrong and how to mend it. */
export class CannotStart extends Error {}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

/** Reads the settings from an environment; throws CannotStart for one that can not be meant. `root` is the program's folder. */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  const said = (name: string): string | undefined => env[name]?.trim() || undefined
  const host = said('HOST') ?? '127.0.0.1'
  const settings: Settings = {
    host,
    port: portOf(said('PORT')),
    dataDir: said('DATA_DIR') ?? join(root, 'data'),
    databaseUrl: postgresOf(said('DATABASE_URL')),
    publicUrl: addressOf(said('PUBLIC_URL')),
    trustProxy: said('TRUST_PROXY') === 'yes' ? true : (said('TRUST_PROXY') ?? false),
    example: yesOrNo('EXAMPLE', said('EXAMPLE')),
    adminEmail: said('ADMIN_EMAIL'),
    logLevel: said('LOG_LEVEL'),
  }
  if (settings.adminEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(settings.adminEmail)) {
    throw new CannotStart(
      `ADMIN_EMAIL is "${settings.adminEmail}", which is no e-mail address: write it like anna@kommun.se.`,
    )
  }
  if (settings.logLevel && !levels.includes(settings.logLevel)) {
    throw new CannotStart(`LOG_LEVEL is "${settings.logLevel}": choose one of ${levels.join(', ')}.`)
  }
  if (!isLoopback(host) && (settings.example === undefined || settings.publicUrl === undefined)) {
    throw new CannotStart(
      `HOST is "${host}", where others can reach the server: then say outright EXAMPLE (yes or no) and PUBLIC_URL (the address people type).`,
    )
  }
  return settings
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 3000
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new CannotStart(`PORT is "${text}": write a whole number from 0 to 65535.`)
}

function yesOrNo(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new CannotStart(`${name} is "${text}": write yes or no.`)
}

function addressOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const fits =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (fits) return url.origin
  throw new CannotStart(
    `PUBLIC_URL is "${text}": write where people reach the server, like https://plan.kommun.se, without a path.`,
  )
}

function postgresOf(text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(ql)?:\/\/\S+$/.test(text)) return text
  throw new CannotStart(
    'DATABASE_URL is no address of a PostgreSQL database: write postgres://user:password@host:5432/name, or take it away.',
  )
}
