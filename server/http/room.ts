import type { FastifyInstance } from 'fastify'
import type { Tx } from '../database/database.ts'
import type { Dependencies } from '../dependencies.ts'
import type { MailMaker } from '../mail/mail-context.ts'
import type { OutboxKind } from '../mail/outbox.store.ts'
import type { PageAction } from './page-actions.ts'
import type { Page, PlanPage } from './page.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Routes } from './routes.ts'
import type { TodoSource } from './todo-context.ts'

/** Something of a room, and its place in an order that somebody sees: OpenAPI's paths, the rows of `/mitt`. */
type Placed<T> = readonly [place: number, it: T]

/** Addresses outside the API: a plain form's, a file's, a stream's. */
type SiteRoutes = (
  app: FastifyInstance,
  dependencies: Dependencies,
  limits: RateLimits,
) => void | Promise<void>

/** What a room does when words of a plan are masked: it lets go of what it has made of them, in the same transaction. */
export type Masked = (tx: Tx, planId: number) => Promise<void>

/** What a room does when somebody is erased: it forgets them, in the same transaction. */
export type Erased = (tx: Tx, person: { id: number; email: string | null }) => Promise<void>

/** What a room takes part in, said by the room itself; `server/rooms.ts` lists them. What it has nothing of it leaves out. */
export interface Room {
  /** Its folder below server/: `points/tags`. */
  name: string
  /** Its routes below /api/v1. */
  routes?: readonly Placed<Routes>[]
  site?: readonly SiteRoutes[]
  pages?: readonly (Page | PlanPage)[]
  /** What it asks of somebody on `/mitt`. */
  duties?: readonly Placed<TodoSource>[]
  /** What somebody signed in can do from a page of a plan. */
  actions?: readonly PageAction[]
  /** How its mails are made, when they are sent. */
  mails?: Partial<Record<OutboxKind, MailMaker>>
  masked?: Masked
  erased?: Erased
}

/** What was placed, in its order. Two in one place are a mistake: throws. */
export function inPlace<T>(placed: readonly Placed<T>[]): T[] {
  const places = placed.map(([place]) => place)
  const twice = places.find((place, index) => places.indexOf(place) !== index)
  if (twice !== undefined) throw new Error(`place ${twice} is taken twice`)
  return placed.toSorted(([a], [b]) => a - b).map(([, it]) => it)
}

/** What all rooms together do when words are masked. */
export const maskedIn =
  (rooms: readonly Room[]): Masked =>
  async (tx, planId) => {
    for (const { masked } of rooms) await masked?.(tx, planId)
  }

/** What all rooms together do when somebody is erased. */
export const erasedFrom =
  (rooms: readonly Room[]): Erased =>
  async (tx, person) => {
    for (const { erased } of rooms) await erased?.(tx, person)
  }
