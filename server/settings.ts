import { isIP } from 'node:net'
import { join } from 'node:path'
import { kinds, usualLimits, type FileLimits, type Kind } from '#domain/file.ts'
import { CannotStart } from './http/refusal.ts'

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
  /** Where mail is handed over, and who it comes from; undefined where links are printed on the console. */
  mail: { smtpUrl: string; from: string } | undefined
  /** Which files people may send, and how large. */
  files: FileLimits
  /** Whether a new database is an example; undefined where nobody has said. */
  example: boolean | undefined
  adminEmail: string | undefined
  /** The file that names the issuers people may sign in through. */
  oidcFile: string | undefined
  logLevel: string | undefined
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const isAddress = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)

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
    trustProxy: proxiesOf(said('TRUST_PROXY')),
    mail: mailOf(said('SMTP_URL'), said('MAIL_FROM')),
    files: { bytes: megabytesOf(said('FILE_MAX_MB')), kinds: kindsOf(said('FILE_KINDS')) },
    example: yesOrNo('EXAMPLE', said('EXAMPLE')),
    adminEmail: said('ADMIN_EMAIL'),
    oidcFile: said('OIDC_FILE'),
    logLevel: said('LOG_LEVEL'),
  }
  if (settings.adminEmail && !isAddress(settings.adminEmail)) {
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

function megabytesOf(text: string | undefined): number {
  if (text === undefined) return usualLimits.bytes
  const megabytes = Number(text)
  if (/^\d+$/.test(text) && megabytes >= 1 && megabytes <= 100) return megabytes * 1024 * 1024
  throw new CannotStart(`FILE_MAX_MB is "${text}": write a whole number from 1 to 100.`)
}

function kindsOf(text: string | undefined): readonly Kind[] {
  if (text === undefined) return usualLimits.kinds
  const named = text.split(/[\s,]+/).filter(Boolean)
  const known = (name: string): name is Kind => Object.hasOwn(kinds, name)
  if (named.length > 0 && named.every(known)) return named
  const all = usualLimits.kinds.join(', ')
  throw new CannotStart(`FILE_KINDS is "${text}": write some of ${all}, with commas between.`)
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

/** Never says the address again: it holds a password. */
function mailOf(smtpUrl: string | undefined, from: string | undefined): Settings['mail'] {
  if (smtpUrl === undefined) {
    if (from === undefined) return undefined
    throw new CannotStart(
      'MAIL_FROM is set without SMTP_URL: say which mail server takes the mail, or take it away.',
    )
  }
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.search)
    throw new CannotStart(
      'SMTP_URL is no address of a mail server: write smtp://user:password@host:587, or smtps:// where TLS comes first.',
    )
  if (from === undefined)
    throw new CannotStart(
      'SMTP_URL is set without MAIL_FROM: say who the mails come from, like Handlingsplanen <plan@kommun.se>.',
    )
  if (!isAddress(/^[^<>\r\n]+<([^<>]+)>$/.exec(from)?.[1] ?? from))
    throw new CannotStart(
      `MAIL_FROM is "${from}": write an e-mail address, like plan@kommun.se or Handlingsplanen <plan@kommun.se>.`,
    )
  return { smtpUrl, from }
}

/** Whose word about where a request comes from is believed. */
function proxiesOf(text: string | undefined): boolean | string {
  if (text === undefined || text === 'no') return false
  if (text === 'yes') return true
  const addresses = text.split(',').map((one) => one.trim())
  const fits = (one: string): boolean => {
    const [address = '', length, ...more] = one.split('/')
    const version = isIP(address)
    const bits = version === 4 ? 32 : 128
    return (
      version > 0 &&
      more.length === 0 &&
      (length === undefined || (/^\d+$/.test(length) && Number(length) <= bits))
    )
  }
  if (addresses.every(fits)) return addresses.join(',')
  throw new CannotStart(
    `TRUST_PROXY is "${text}": write yes, no, or the addresses of the proxies in front, like 10.0.0.5 or 10.0.0.0/8, with commas between.`,
  )
}
