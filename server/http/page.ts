import type { TSchema } from 'typebox'
import type { Day } from '#domain/calendar.ts'
import type { FileLimits } from '#domain/file.ts'
import type { Permission, Role } from '#domain/roles.ts'
import type { Lang } from '#words/format.ts'
import type { Catalogue, Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import type { PageAnswer } from './layout.ts'
import type { RefusalCode } from './refusal.ts'
import type { FormFault } from './schema.ts'
import type { Room } from './room.ts'
import type { Viewer } from './viewer.ts'
import type { Plan } from '../database/plan.ts'

/** What a page's loader is given: one moment of the database, the address, and the reader's language. */
export interface PageContext {
  tx: Tx
  params: Record<string, string>
  query: Record<string, string>
  lang: Lang
  /** '' or '/en': what every address of this reader begins with. */
  base: string
  /** Speaks the reader's language with the nouns of the plan, where the page has one. */
  say: Say
  words: Words
  now: Date
  /** Today's Swedish day. Pages of a plan use `planNow` for how the plan stands. */
  today: Day
  /** What addresses that people type or photograph begin with, without a last slash. */
  origin: string
  viewer: Viewer | undefined
  /** Which files are taken here. */
  files: FileLimits
  /** Whether mail leaves from here; else links are printed on the console. */
  mail: boolean
  example: boolean
  /** Every room, for the pages that gather what each of them tells. */
  rooms: readonly Room[]
  /** The issuers one can sign in through, for their buttons. */
  issuers: readonly { key: string; name: string }[]
  /** What a form without JavaScript sent to the page's own address: what was typed, by field, and why it was not carried out. */
  typed?: TypedForm
}

/** What came of a plain form that was sent: its fields, its key, what is wrong with it, and which doubts it has now been asked about. */
export interface TypedForm {
  fields: Readonly<Record<string, string>>
  key: string
  faults: FormFault[]
  asked: string
}

/** The same, for a page of a plan that the reader may see. */
export interface PlanPageContext extends PageContext {
  plan: Plan
  roles: Role[]
}

export type Script = 'none' | 'chart' | 'page'

interface Address {
  /** The Swedish address; the English one is the same behind /en. */
  path: string
  /** The component in web/: `points/Point` is web/points/Point.svelte. */
  view: string
  /** What of the data may leave the server; nothing unnamed does. */
  schema: TSchema
  /** Whether everybody may look, or the permission that somebody signed in must be allowed. */
  access: 'open' | Permission
  /** The catalogues whose words the page speaks. */
  catalogues: readonly Exclude<Catalogue, 'refusals'>[]
  /** What its own script may refuse before anything is sent: the reasons of the rules it asks. What the server refuses travels with its sentence. */
  refusals?: readonly RefusalCode[]
  /**
   * What the browser runs: nothing, what draws a chart when it is seen, or the whole page taken over. A public page says everything without.
   */
  script: Script
  /** Its address is a key: the answer is never kept, sent on as a referrer, or found by search engines. */
  secret?: true
  /** Its address is good for a while only: the same, but what opens it is not a token of a person's. */
  passing?: true
}

export interface Page extends Address {
  of: 'installation'
  load: (context: PageContext) => Promise<PageAnswer<unknown> | undefined>
}

export interface PlanPage extends Address {
  of: 'plan'
  load: (context: PlanPageContext) => Promise<PageAnswer<unknown> | undefined>
}
