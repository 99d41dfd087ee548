import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { inject as provided, onTestFinished } from 'vitest'
import { buildApp, createDependencies } from '../../server/app.ts'
import type { Database } from '../../server/database/database.ts'
import { fileIn } from '../../server/database/open.ts'
import { sqliteDatabase } from '../../server/database/sqlite.ts'
import type { Dependencies, Render } from '../../server/dependencies.ts'
import { issueSignInLink } from '../../server/people/links.store.ts'
import { peopleWithRole } from '../../server/people/store.ts'
import { sessionCookie } from '../../server/http/guard.ts'
import type { Role } from '#domain/roles.ts'
import { documents } from './documents.ts'
import { newFolder } from './folders.ts'
import type { Over } from './of-file.ts'
import { ownPostgres } from './postgres.ts'

/** The day the tests live in, unless they say another: a working day in the plan's last autumn, after its last review day. */
export const usualNow = new Date('2023-11-20T09:00:00.000Z')

export interface Member {
  personId: number
  /** Their session, as the browser sends it. */
  cookie: string
  get: (url: string, options?: InjectOptions) => Promise<LightMyRequestResponse>
  post: (url: string, body: unknown, key?: string) => Promise<LightMyRequestResponse>
  put: (url: string, body: unknown, key?: string) => Promise<LightMyRequestResponse>
  /** A piece of a file: raw bytes, without a key. */
  putBytes: (url: string, bytes: Buffer) => Promise<LightMyRequestResponse>
}

export interface World {
  app: FastifyInstance
  db: Database
  now: Date
  /** Somebody of the example's cast, signed in by a link as people are; the first with this role, or of this e-mail address. */
  as: (who: Role | (string & {})) => Promise<Member>
  /** Somebody who is not signed in. */
  anybody: Pick<Member, 'get'>
  /** How many rows each table holds: what "nothing was written" compares. */
  rows: () => Promise<Record<string, number>>
  parts: Dependencies
}

export interface WorldOptions {
  now?: Date
  render?: Render
  empty?: boolean
  parts?: Partial<Dependencies>
  /** When it is closed: when the test is over, unless this says later. */
  over?: Over | undefined
}

/** A copy of the planted example for one test alone – or an empty database – on the engine this run is for. */
async function ownDatabase(empty: boolean): Promise<{ db: Database; leave: () => Promise<void> }> {
  const cluster = provided('postgres')
  if (cluster) return ownPostgres(cluster, empty)
  const folder = newFolder('world')
  copyFileSync(provided(empty ? 'emptyFile' : 'plantedFile'), fileIn(folder))
  // Brought up to date when it was planted: what opening does besides is test/database's.
  const db = sqliteDatabase(fileIn(folder), () => undefined)
  const leave = async () => {
    await db.close()
    rmSync(folder, { recursive: true })
  }
  return { db, leave }
}

const drawNothing: Render = (view, drawing) =>
  `<!doctype html><title>${drawing.layout.title}</title><main data-view="${view}"></main>`

/** A database of its own – a copy of the planted example, or empty – an app on it, and the cast. Closed when the test is over. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const state = { now: options.now ?? usualNow }
  const { db, leave } = await ownDatabase(options.empty ?? false)
  let salts = 0
  const dependencies = createDependencies({
    db,
    render: options.render ?? drawNothing,
    now: () => state.now,
    salt: () =>
      createHash('sha256')
        .update(`test ${(salts += 1)}`)
        .digest('hex'),
    example: true,
    publicUrl: undefined,
    origins: () => ['http://127.0.0.1:3000'],
    documents,
    ...options.parts,
  })
  const app = await buildApp(dependencies)
  const over = options.over ?? onTestFinished
  over(async () => {
    await app.close()
    await leave()
  })

  const call =
    (method: 'GET' | 'POST' | 'PUT', cookie?: string) => (url: string, body?: unknown, key?: string) =>
      app.inject({
        method,
        url,
        headers: {
          ...(cookie && { cookie }),
          ...(method !== 'GET' && { 'idempotency-key': key ?? randomUUID() }),
        },
        payload: body as object | undefined,
      })

  return {
    app,
    db,
    parts: dependencies,
    get now() {
      return state.now
    },
    set now(now) {
      state.now = now
    },
    anybody: { get: (url, more = {}) => app.inject({ method: 'GET', url, ...more }) },
    async as(who) {
      const { token, personId } = await db.write(async (tx) => {
        const { people } = tx.tables
        const everybody = who.includes('@')
          ? await tx.select().from(people)
          : await peopleWithRole(tx, who as Role)
        const person = everybody.find((one) => !who.includes('@') || one.email === who)
        if (!person) throw new Error(`nobody in the cast is ${who}`)
        return { token: await issueSignInLink(tx, person.id, state.now), personId: person.id }
      })
      const signedIn = await app.inject({ method: 'POST', url: `/logga-in/${token}` })
      const session = signedIn.cookies.find(
        ({ name }) => name === sessionCookie(dependencies.publicUrl?.startsWith('https:') ?? false),
      )
      if (!session) throw new Error(`${who} could not sign in: ${signedIn.statusCode}`)
      const cookie = `${session.name}=${session.value}`
      return {
        personId,
        cookie,
        get: (url, more = {}) =>
          app.inject({ method: 'GET', url, ...more, headers: { ...more.headers, cookie } }),
        post: call('POST', cookie),
        put: call('PUT', cookie),
        putBytes: (url, payload) =>
          app.inject({
            method: 'PUT',
            url,
            headers: { cookie, 'content-type': 'application/octet-stream' },
            payload,
          }),
      }
    },
    rows: () =>
      db.read(async (tx) => {
        const counts: Record<string, number> = {}
        for (const [name, table] of Object.entries(tx.tables))
          counts[name] = (await tx.select().from(table)).length
        return counts
      }),
  }
}
