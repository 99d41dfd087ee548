import { describe, expect, onTestFinished, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { buildApp } from '../../server/app.ts'
import { world } from '../support/world.ts'

/** What stands at each place of an address, by the name it has there. */
const places = (base: string): Record<string, string | number> => ({
  base,
  plan: addresses.plan(base, 'planen'),
  slug: 'planen',
  follow: addresses.followMeeting(base, 'abc'),
  number: 'Ü1/2 B?',
  term: '2025-1',
  token: 'token',
  code: 'abc',
  issuer: 'entra',
  lang: base ? 'en' : 'sv',
  kind: 'decision',
  step: 'approval',
  name: 'report.pdf',
  id: 7,
  personId: 7,
  n: 1,
})

type Made = [name: string, address: string]

/** Every address a module gives; what is no address of its own is named. */
function every(module: object, base: string, except: readonly string[] = []): Made[] {
  return Object.entries(module).flatMap(([name, make]: [string, unknown]): Made[] => {
    if (typeof make !== 'function' || except.includes(name)) return []
    const [, told = ''] = /\(([^)]*)\)/.exec(make.toString())!
    const names = told.split(',').flatMap((one) => one.trim() || [])
    const given = names.map((one) => {
      expect(Object.keys(places(base)), `${name}(${one})`).toContain(one)
      return places(base)[one]
    })
    return [[name, (make as (...given: unknown[]) => string)(...given)]]
  })
}

/** A server that answers every address with the route it leads to, before anything else is asked. */
async function signposts(): Promise<FastifyInstance> {
  const { parts } = await world()
  const app = await buildApp(parts, (one) =>
    one.addHook('onRequest', async (request, reply) =>
      // Not as the route's own schema would write it.
      reply
        .serializer((told) => JSON.stringify(told))
        .send({ route: request.routeOptions.url, params: request.params }),
    ),
  )
  onTestFinished(() => app.close())
  return app
}

/** The route an address leads to; of those for several methods the one that says most itself. */
async function routeOf(app: FastifyInstance, url: string) {
  const found: { route?: string; params: Record<string, string> }[] = []
  for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const)
    found.push((await app.inject({ method, url })).json())
  const places = (route = '') => route.split(':').length
  return found.filter(({ route }) => route).sort((a, b) => places(a.route) - places(b.route))[0]
}

describe('an address', () => {
  const kinds = [
    ['of a page', (base: string) => every(addresses, base, ['asking', 'ownPath'])],
    ['of the API', (base: string) => every(api, base)],
  ] as const

  test.each(kinds)('%s leads to a route of its own', async (_kind, all) => {
    const app = await signposts()
    for (const base of Object.values(addresses.bases)) {
      const routes = new Map<string | undefined, string>()
      expect(all(base).length).toBeGreaterThan(50)
      for (const [name, address] of all(base)) {
        const route = (await routeOf(app, address))?.route
        expect(route, `${name}: ${address} leads nowhere`).toBeDefined()
        expect(routes.get(route), `${name}: ${address} leads where another does`).toBeUndefined()
        routes.set(route, name)
      }
    }
  })

  test('is escaped once: what stood there arrives', async () => {
    const app = await signposts()
    const number = 'Ü1/2 B?'
    const there = { plan: 'planen', number }
    const page = addresses.update(addresses.plan('', 'planen'), number)
    expect((await routeOf(app, page))?.params).toEqual(there)
    expect((await routeOf(app, api.updates('planen', number)))?.params).toEqual(there)
    const asked = addresses.asking(addresses.signIn(''), { till: '/a?b=c&d=å', fel: undefined })
    expect(asked).toBe('/logga-in?till=%2Fa%3Fb%3Dc%26d%3D%C3%A5')
  })
})
