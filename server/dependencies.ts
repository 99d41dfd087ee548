import type { FileLimits } from '#domain/file.ts'
import type { Catalogue, Words } from '#words/index.ts'
import type { Database } from './database/database.ts'
import type { Layout } from './http/layout.ts'
import type { layoutOf } from './layout.ts'
import type { Identify } from './http/guard.ts'
import type { Room } from './http/room.ts'
import type { Allowance } from './http/rate-limits.ts'
import type { Issuer } from './sign-in/oidc/issuers.ts'
import type { Script } from './http/page.ts'
import type { DocumentMaking } from './reports/making.ts'
import type { recordReading } from './trail/readings.ts'
import type { recordChange } from './trail/store.ts'

/** What a page is drawn from. `words` holds the catalogues it speaks, and no others; where the browser takes the view over it is given `carried` of them. */
export interface Drawing {
  layout: Layout
  data: unknown
  words: Words
  carried: readonly Catalogue[]
  script: Script
  /** Whether somebody works on it: forms, what needs them, what is not for everybody. */
  working: boolean
}

/** Draws a whole HTML document. `main.ts` hands over the built one, `npm run dev` Vite's, tests the module. */
export type Render = (view: string, drawing: Drawing) => string | Promise<string>

/** A mail as it leaves: plain text in one person's language. */
export interface MailMessage {
  to: string
  subject: string
  text: string
  /** Without angle brackets. The same for every attempt at the same notice, so that a second delivery after a crash is known again. */
  messageId: string
  /** A calendar invitation that goes along (RFC 6047). */
  calendar?: string
  headers?: Record<string, string>
}

export interface Mail {
  /** `MAIL_FROM`: who the mails say they come from. */
  from: string
  /** Gives the mail to the mail server; throws when it is not taken. */
  send: (message: MailMessage) => Promise<void>
}

/** What the program is started with: main.ts hands it over, a test hands over its own. */
export interface AppOptions {
  db: Database
  render: Render
  now: () => Date
  /** Salt for the hash of a free text. */
  salt: () => string
  example: boolean
  /** What people type to come here, without a last slash; absolute addresses come only from it. */
  publicUrl: string | undefined
  /** Which `Origin` may change things. */
  origins: () => readonly string[]
  /** Whether the nearest proxy is believed about where a request comes from, or the addresses of those that are. */
  trustProxy?: boolean | string
  /** How often links may be asked for and tokens tried; the usual where nothing is said. */
  limits?: Allowance
  /** The way mail leaves; absent without SMTP_URL, when links are printed on the console instead. */
  mail?: Mail
  /** The issuers that people may sign in through, by key; absent without OIDC_FILE. */
  issuers?: ReadonlyMap<string, Issuer>
  /** Which files are taken, and how large; the usual where nothing is said. */
  files?: FileLimits
  /** Who makes documents of reports, closed by whoever hands them over; threads of its own where nothing is said. */
  documents?: DocumentMaking
  /** Folder of the built client, served under /assets/; absent where no browser looks. */
  assets?: string | undefined
  /** The built worker of the log form (A16), served as /sw.js; absent where nothing is built. */
  worker?: string | undefined
  development?: boolean
  logLevel?: string
  /** Where log lines go instead of the console. */
  logTo?: { write: (line: string) => void }
}

/**
 * Everything the server is built from; nothing of it is looked up anywhere else. Besides what it is started with stands what the ground is
 * handed from the rooms above it, so that no file below imports one of them.
 */
export interface Dependencies extends AppOptions {
  /** Every room, from the ground up. */
  rooms: readonly Room[]
  identify: Identify
  recordChange: typeof recordChange
  recordReading: typeof recordReading
  layoutOf: typeof layoutOf
}
