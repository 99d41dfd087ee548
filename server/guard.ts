import { parseCookie } from 'cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { may, type Deed, type Role } from '#domain/roles.ts'
import { Refused } from './errors.ts'
import type { Parts } from './parts.ts'
import { rolesIn, type Viewer } from './people/store.ts'
import { findPlan, type Plan } from './plans/store.ts'
import { findViewer } from './sessions/store.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Everybody may, signed in or not. */
    open?: true
    /** Or the deed that somebody signed in must be allowed. */
    deed?: Deed
    /** Its address holds a secret that no other website knows, so it need not be asked where it comes from. */
    byToken?: true
  }
  interface FastifyRequest {
    viewer: Viewer | undefined
    /** The session's token, where there is a viewer. */
    session: string | undefined
  }
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The session's cookie; its `__Host-` form wants https. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-avstamt' : 'avstamt')

/** What the viewer is in this plan. */
export const rolesOf = (viewer: Viewer | undefined, plan: Pick<Plan, 'id'> | undefined): Role[] =>
  viewer ? rolesIn(viewer, plan?.id) : []

/** Whether the plan exists for this viewer: published, or theirs to work on. */
export const exists = (plan: Plan | undefined, viewer: Viewer | undefined): plan is Plan =>
  plan !== undefined && (plan.publishedAt !== null || may(rolesOf(viewer, plan), 'plan.read-unpublished'))

/**
 * Closed by default: a route that is not open and names no deed does not start. In front of every handler: no session 401, what one may not
 * see 404, what one sees but may not do 403, then the origin of a change.
 */
export function guard(app: FastifyInstance, parts: Parts): void {
  const cookieName = sessionCookie(parts.publicUrl?.startsWith('https:') ?? false)

  app.decorateRequest('viewer', undefined)
  app.decorateRequest('session', undefined)
  app.addHook('onRoute', (route) => {
    // The static plugin names no deed for the built files it serves.
    if (route.url.startsWith('/assets/')) route.config = { ...route.config, open: true }
    if (route.config?.open || route.config?.deed) return
    throw new Error(`${String(route.method)} ${route.url} is neither open nor names a deed`)
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { config } = request.routeOptions
    const hasCookie = request.headers.cookie?.includes(cookieName) ?? false
    if (config.open && !hasCookie && !changing.has(request.method)) return done()
    check(request).then(() => done(), done)
  })

  async function check(request: FastifyRequest): Promise<void> {
    const { open, deed, byToken } = request.routeOptions.config
    const token = parseCookie(request.headers.cookie ?? '')[cookieName]
    const slug = (request.params as { plan?: string } | undefined)?.plan
    const { viewer, plan } = await parts.db.read(async (tx) => ({
      viewer: token ? await findViewer(tx, token, parts.now()) : undefined,
      plan: slug === undefined || open ? undefined : await findPlan(tx, slug),
    }))
    request.viewer = viewer
    request.session = viewer && token
    if (!open && deed) {
      if (!viewer) throw new Refused(401, 'not-signed-in')
      if (slug !== undefined && !exists(plan, viewer)) throw new Refused(404, 'not-found')
      const roles = slug === undefined ? anywhere(viewer) : rolesOf(viewer, plan)
      if (!may(roles, deed)) throw new Refused(403, 'not-allowed')
    }
    if (changing.has(request.method) && !byToken) refuseForeignOrigin(request, parts.origins())
  }
}

/** For a deed outside any one plan: what somebody is in at least one. */
const anywhere = (viewer: Viewer): Role[] => [
  ...(viewer.administrator ? (['administrator'] as const) : []),
  ...viewer.memberships.map((one) => one.role),
]

/**
 * A change must come from our own pages. Browsers always say where a change comes from; a program that says nothing carries no one's
 * cookie unasked. A page without referrer says `Origin: null` in its forms and is known by Sec-Fetch-Site.
 */
function refuseForeignOrigin(request: FastifyRequest, origins: readonly string[]): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return
  if (origin !== undefined && origins.includes(origin)) return
  if (origin === 'null' && site === 'same-origin') return
  throw new Refused(403, 'foreign-origin')
}
