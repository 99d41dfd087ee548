import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, inject as provided, test } from 'vitest'
import { can, type Role } from '#domain/roles.ts'
import { latestOf, update } from './given.ts'
import { actors, caseOf, everyRoute, slugs, type Case, type Route, type Whose } from './matrix.given.ts'

// Every route × everybody who can ask × their own plan, a plan of others, a hidden one and one that is not there (F42). What is expected is
// told by domain/roles.ts and by what the route says of itself; a route this file knows no address for fails it.

const isPage = ({ url }: Route) => !url.startsWith('/api/')
const whoseOf = ({ url }: Route): Whose[] =>
  url.includes(':plan') ? ['own', 'foreign', 'hidden', 'none'] : ['own']

/** What a parameter stands for: by the noun before it, else by its own name. */
function filled({ url }: Route, here: Case, whose: Whose): string {
  const things = here.things[whose === 'none' ? 'hidden' : whose]
  const open = /closure|participants|stang|agenda|mote|meeting|bjud|invitation|andra|cancellation/.test(url)
  const values: Record<string, string | number> = {
    plan: slugs[whose],
    number: things.number,
    term: open ? things.openTerm : things.closedTerm,
    'updates/:id': things.updateId,
    'activities/:id': things.activityId,
    'aktiviteter/:id': things.activityId,
    'texts/:id': things.textId,
    'files/:id': things.fileId,
    'people/:id': things.personId,
    'personer/:id': things.personId,
    'sessions/:id': 1,
    'links/:id': 1,
    'help/:id': 1,
    'indicators/:id': 1,
    'feedback/:id': 1,
    kind: 'reminder',
    lang: 'sv',
    'decisions/:id': 1,
    'comments/:id': 1,
    'still/:id': 1,
    n: 0,
    code: 'soc',
    'm/:code': here.tokens.meeting,
    issuer: 'kommun',
    token: url.includes('/logga-in/') ? here.tokens.signIn : here.tokens.log,
  }
  return url.replace(/([^/]+\/)?:([A-Za-z]+)/g, (whole, before: string | undefined, name: string) => {
    const value = values[`${before ?? ''}:${name}`] ?? values[name]
    if (value === undefined)
      throw new Error(`the matrix knows no address for ${url}: say what ${whole} stands for`)
    return `${before ?? ''}${value}`
  })
}

/** `gone`: the page that tells of a link that opens nothing here, whatever plan it names. */
type Expected = 'ok' | 'gone' | 401 | 403 | 404

function rolesIn({ viewer }: Case, planId: number): Role[] {
  const here = viewer.memberships.filter((one) => one.planId === planId).map((one) => one.role)
  return viewer.administrator ? ['administrator', ...here] : here
}

/** What is to be answered, told by the table of roles alone. */
function expectedOf(route: Route, here: Case, whose: Whose): Expected {
  const { open, permission, byLink } = route.config
  const { actor, viewer } = here
  const link = actor === 'log link' || actor === 'answer link'
  const session = actor !== 'nobody' && !link
  const roles = whose === 'none' || actor === 'nobody' ? [] : rolesIn(here, here.things[whose].planId)
  const exists = whose === 'hidden' ? can(roles, 'plan.read-unpublished') : whose !== 'none'
  if (open && route.config.byToken && route.url.includes(':plan')) return whose === 'own' ? 'ok' : 'gone'
  if (open) {
    // A link is no key to what is open: whoever carries one is nobody there.
    if (whose === 'none' || (whose === 'hidden' && !session)) return 404
    return exists ? 'ok' : 404
  }
  if (actor === 'nobody' || (link && isPage(route))) return 401
  if (!route.url.includes(':plan')) {
    const anywhere: Role[] = viewer.administrator
      ? ['administrator']
      : viewer.memberships.map((one) => one.role)
    return !link && can(anywhere, permission!) ? 'ok' : 403
  }
  if (!exists) return 404
  if (!can(roles, permission!)) return 403
  if (!link) return 'ok'
  const its = actor === 'log link' ? 'activity.log' : 'update.record'
  return permission === 'file.send' || (permission === its && byLink) ? 'ok' : 403
}

/** Where an open address answers 404 though the plan is there: what it names is not for everybody. */
const closedThings: readonly string[] = [
  // Files are internal until somebody marks them public, and these are not finished.
  '/api/v1/plans/:plan/files/:id/content',
  // Nobody has written a summary in easy language of the other plans.
  '/:plan/lattlast',
  // No issuer is named in this installation.
  '/logga-in/oidc/:issuer',
  '/logga-in/oidc/:issuer/svar',
]

const isClosedThing = ({ url }: Route) => closedThings.includes(url.replace(/^\/en/, ''))

interface Asked {
  route: Route
  whose: Whose
  expected: Expected
  url: string
}

const seenAs = ({ expected }: Asked, status: number): number | string =>
  expected === 'gone' && [200, 422].includes(status) ? 'gone' : status

const asksOf = (routes: readonly Route[], here: Case): Asked[] =>
  routes.flatMap((route) =>
    whoseOf(route).map((whose) => ({
      route,
      whose,
      expected: expectedOf(route, here, whose),
      url: filled(route, here, whose),
    })),
  )

/** Asked without a key, so that what may be done is not: the door refuses it before anything is written. */
const send = (here: Case, { route, url }: Asked) =>
  here.ask(route.method, url, /GET|HEAD/.test(route.method) ? undefined : {})

/** On PostgreSQL each connection prepares every question anew. */
const atOnce = 3

async function inTurns<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = []
  for (let start = 0; start < all.length; start += atOnce)
    done.push(...(await Promise.all(all.slice(start, start + atOnce).map(work))))
  return done
}

/** Heads and English pages have the same guard as what they double, and ask the database the same: asked by those who may least, on one engine. */
const onPostgres = () => provided('postgres') !== undefined
const doubled = ({ method, url }: Route) => method === 'HEAD' || /^\/en(\/|$)/.test(url)

const leaves = ({ route }: Asked) => route.method === 'POST' && /^(\/en)?\/logga-(in|ut)/.test(route.url)

const told = ({ route, whose, url }: Asked, status: number | string) =>
  `${route.method} ${url} (${whose}): ${status}`

test.each(actors)(
  '%s may what the table of roles says; what is refused writes nothing, and a hidden plan looks like none',
  async (actor) => {
    const here = await caseOf(actor)
    const routes = (await everyRoute(here)).filter(
      (route) => !doubled(route) || (actor === 'reader' && !onPostgres()),
    )
    expect(routes.length).toBeGreaterThan(100)
    const asks = asksOf(routes, here)

    const before = await here.digest()
    const refused = asks.filter(({ expected }) => expected !== 'ok')
    const answers = await inTurns(refused, (one) => send(here, one))
    expect(refused.map((one, index) => told(one, seenAs(one, answers[index]!.statusCode)))).toEqual(
      refused.map((one) => told(one, one.expected)),
    )
    expect(await here.digest()).toBe(before)

    const seen = new Map(refused.map((one, index) => [one, comparable(one, answers[index]!)]))
    const hidden = refused.filter(({ whose }) => whose === 'hidden')
    const absent = new Map(
      refused.filter(({ whose }) => whose === 'none').map((one) => [one.route, seen.get(one)]),
    )
    expect(hidden.length).toBeGreaterThan(0)
    for (const one of hidden) expect(seen.get(one), told(one, '')).toBe(absent.get(one.route))

    const wrong: string[] = []
    const allowed = asks.filter(({ expected }) => expected === 'ok')
    // Signing out, or in as somebody else, ends what the others are asked with.
    const [others, leaving] = [allowed.filter((one) => !leaves(one)), allowed.filter(leaves)]
    for (const one of [...others, ...leaving]) {
      const { statusCode } = await send(here, one)
      const shut = isClosedThing(one.route) ? [401, 403] : [401, 403, 404]
      if (shut.includes(statusCode) || statusCode >= 500) wrong.push(told(one, statusCode))
    }
    expect(wrong).toEqual([])
  },
  60_000,
)

/** Status, headers and body, but for the time of day and the plan's own address. */
function comparable({ whose }: Asked, { statusCode, headers, body }: LightMyRequestResponse): string {
  const { date: _now, ...rest } = headers
  return JSON.stringify({ statusCode, rest, body }).replaceAll(slugs[whose], '…')
}

describe('own and foreign points', () => {
  const plan = `/api/v1/plans/${slugs.own}`
  const written = (here: Case, url: string, body: unknown) =>
    here.ask('POST', url, body, { 'idempotency-key': randomUUID() })
  const basedOnLatest = async (here: Case, number: string) =>
    update({ basedOn: await latestOf({ get: (url) => here.ask('GET', url) }, number) })

  test('every route that a reporter’s own points bound is asked here', async () => {
    const here = await caseOf('nobody')
    const bound = (await everyRoute(here)).filter(
      ({ method, config }) => method === 'POST' && /^update\./.test(config.permission ?? ''),
    )
    expect(bound.map(({ url }) => url).sort()).toEqual([
      '/api/v1/plans/:plan/points/:number/help',
      '/api/v1/plans/:plan/points/:number/nothing-new',
      '/api/v1/plans/:plan/points/:number/updates',
      '/api/v1/plans/:plan/updates/:id/corrections',
    ])
  })

  test.each(['reporter', 'answer link'] as const)(
    '%s: one’s own, and nothing is written to others',
    async (actor) => {
      const here = await caseOf(actor)
      const { number, otherNumber, updateId, otherUpdateId } = here.things.own
      const before = await here.digest()
      const foreign = [
        await written(here, `${plan}/points/${otherNumber}/updates`, await basedOnLatest(here, otherNumber)),
        await written(
          here,
          `${plan}/updates/${otherUpdateId}/corrections`,
          await basedOnLatest(here, otherNumber),
        ),
      ]
      expect(foreign.map(({ statusCode }) => statusCode)).toEqual([403, 403])
      expect(await here.digest()).toBe(before)
      const own = await written(here, `${plan}/points/${number}/updates`, await basedOnLatest(here, number))
      expect(own.statusCode).toBe(201)
      const correction = { ...(await basedOnLatest(here, number)), holdsFrom: undefined }
      const corrected = await written(here, `${plan}/updates/${updateId}/corrections`, correction)
      expect(corrected.statusCode).toBe(actor === 'reporter' ? 201 : 403)
    },
  )

  test('an ambassador corrects their own activity and no other’s', async () => {
    const here = await caseOf('ambassador')
    const { activityId, otherActivityId } = here.things.own
    const said = { point: '15', what: 'Träffen igen', happenedOn: '2023-11-16' }
    const before = await here.digest()
    const foreign = await written(here, `${plan}/activities/${otherActivityId}/corrections`, said)
    expect(foreign.statusCode).toBe(404)
    expect(await here.digest()).toBe(before)
    expect((await written(here, `${plan}/activities/${activityId}/corrections`, said)).statusCode).toBe(201)
  })
})
