import { parseCookie } from 'cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { can, type Permission } from '#domain/roles.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from './refusal.ts'
import { paramsOf } from './request-parts.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Dependencies } from '../dependencies.ts'
import { anywhere, exists, rolesOf, type Viewer } from './viewer.ts'
import { findPlan, type Plan } from '../database/plan.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Everybody may, signed in or not. */
    open?: true
    /** Or the permission that somebody signed in must be allowed. */
    permission?: Permission
    /** Its address holds a secret (`:token`). */
    byToken?: true
    /** A link that opens one permission (`Authorization: Bearer`) reaches it; without this none does. */
    byLink?: true
    /** Asking it is not using the session: it ends as it would have. */
    unnoticed?: true
  }
  interface FastifyRequest {
    viewer: Viewer | undefined
    /** The session's token, where there is a viewer. */
    session: string | undefined
    /** The plan at the address of a route that names a permission, as it stood when the guard asked: nobody need look it up again for its id. */
    plan: Plan | undefined
  }
}

/** How a session or a link becomes somebody: people/ keeps them, and the guard is handed these. */
export interface Identify {
  /** Whose session this token is; undefined when it has ended. */
  session: (tx: Tx, token: string, now: Date) => Promise<Viewer | undefined>
  /** For whom a link speaks that gives one permission; undefined when it no longer stands. */
  link: (tx: Tx, token: string, now: Date) => Promise<Viewer | undefined>
  /** Whether a link, of whatever purpose, still opens something. */
  opens: (tx: Tx, token: string, now: Date) => Promise<boolean>
  /** Notes that the session was used. */
  noteUse: (tx: Tx, viewer: Viewer, now: Date) => Promise<unknown>
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The session's cookie; its `__Host-` form wants https. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-avstamt' : 'avstamt')

/**
 * Closed by default: a route that is not open and names no permission does not start. In front of every handler: no session 401, what one may not
 * see 404, what one sees but may not do 403, then the origin of a change.
 */
export function guard(app: FastifyInstance, dependencies: Dependencies, limits: RateLimits): void {
  const { identify } = dependencies
  const cookieName = sessionCookie(dependencies.publicUrl?.startsWith('https:') ?? false)

  app.decorateRequest('viewer', undefined)
  app.decorateRequest('session', undefined)
  app.decorateRequest('plan', undefined)
  app.addHook('onRoute', (route) => {
    // The static plugin names no permission for the built files it serves.
    if (route.url.startsWith('/assets/')) route.config = { ...route.config, open: true }
    if (route.config?.open || route.config?.permission) return
    throw new Error(`${String(route.method)} ${route.url} is neither open nor names a permission`)
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { config } = request.routeOptions
    const hasCookie = request.headers.cookie?.includes(cookieName) ?? false
    if (config.open && !config.byToken && !hasCookie && !changing.has(request.method)) return done()
    check(request).then(() => done(), done)
  })
  // After the answer, so that no read waits for it.
  app.addHook('onResponse', (request, _reply, done) => {
    const { viewer } = request
    done()
    if (!viewer?.session?.worthNoting || request.routeOptions.config.unnoticed) return
    dependencies.db
      .write((tx) => identify.noteUse(tx, viewer, dependencies.now()))
      .catch((error: unknown) => request.log.error({ err: error }, 'the use of a session was not noted'))
  })

  async function check(request: FastifyRequest): Promise<void> {
    const { open, permission, byToken } = request.routeOptions.config
    const { plan: slug, token } = paramsOf(request)
    const session = parseCookie(request.headers.cookie ?? '')[cookieName]
    const bearer = open ? undefined : bearerOf(request)
    const now = dependencies.now()
    if (byToken || bearer) await limits.refuseGuessing(request)
    const { viewer, plan, opens } = await dependencies.db.read(async (tx) => ({
      viewer: bearer
        ? await identify.link(tx, bearer, now)
        : session
          ? await identify.session(tx, session, now)
          : undefined,
      plan: slug === undefined || open ? undefined : await findPlan(tx, slug),
      opens: byToken && token ? await identify.opens(tx, token, now) : false,
    }))
    if ((byToken && !opens) || (bearer && !viewer)) await limits.wrongToken(request)
    request.viewer = viewer
    request.plan = plan
    request.session = bearer ? undefined : viewer && session
    if (!open && permission) {
      if (!viewer) throw new Refused(bearer ? 'link-gone' : 'not-signed-in')
      if (slug !== undefined && !exists(plan, viewer)) throw new Refused('not-found')
      const roles = slug === undefined ? anywhere(viewer) : rolesOf(viewer, plan)
      if (!can(roles, permission) || !linkReaches(request, viewer, plan)) throw new Refused('not-allowed')
    }
    if (changing.has(request.method)) refuseForeignOrigin(request, dependencies.origins(), byToken)
  }
}

/** The token of a link that opens one permission. Only the API takes it: a page has its own address for that. */
function bearerOf({ headers, routeOptions }: FastifyRequest): string | undefined {
  if (!routeOptions.url?.startsWith('/api/')) return undefined
  return /^Bearer ([\w-]{1,100})$/i.exec(headers.authorization ?? '')?.[1]
}

/** A link opens its permission in its plan, and the sending of files that goes with it; a session is not held back. */
function linkReaches(request: FastifyRequest, { only }: Viewer, plan: Plan | undefined): boolean {
  if (!only) return true
  const { permission, byLink } = request.routeOptions.config
  if (plan?.id !== only.planId) return false
  return permission === 'file.send' || (permission === only.permission && byLink === true)
}

/**
 * A change must come from our own pages. Browsers always say where a change comes from; a program that says nothing carries no one's
 * cookie unasked. A page without referrer says `Origin: null` in its forms and is known by Sec-Fetch-Site; of an older browser, that does not
 * send it, `null` is believed where the address holds a secret. More is not: who has a link of their own could sign others in by it.
 */
function refuseForeignOrigin(request: FastifyRequest, origins: readonly string[], byToken = false): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return
  if (origin !== undefined && origins.includes(origin)) return
  if (origin === 'null' && (site === 'same-origin' || (byToken && site === undefined))) return
  throw new Refused('foreign-origin')
}
