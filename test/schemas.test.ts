import fastify, { type RouteOptions } from 'fastify'
import { expect, test } from 'vitest'
import { buildApp } from '../server/app.ts'
import { pages } from '../server/pages.ts'
import { ProblemDetails } from '../server/http/schema.ts'
import { world } from './support/world.ts'

/** A server that compiles every schema when it starts, as Fastify does where nothing else is said. */
async function start(routes: Pick<RouteOptions, 'method' | 'url' | 'schema'>[]): Promise<void> {
  const app = fastify({ exposeHeadRoutes: false })
  app.addSchema({ $id: 'Problem', ...ProblemDetails })
  for (const { method, url, schema } of routes) app.route({ method, url, schema, handler: () => 'hej' })
  await app.ready()
  await app.close()
}

test('a schema that cannot be compiled is found', async () => {
  const broken = { method: 'GET', url: '/', schema: { querystring: { type: 'strin' } } }
  await expect(start([broken])).rejects.toThrow()
})

test('every route’s schemas can be compiled, though the server does it when they are first needed', async () => {
  const { parts } = await world()
  const routes: RouteOptions[] = []
  const app = await buildApp(parts, (one) => one.addHook('onRoute', (route) => void routes.push(route)))
  await app.ready()
  await app.close()
  expect(routes.length).toBeGreaterThan(100)
  await start(routes.filter(({ method }) => method !== 'HEAD'))
})

test('and every page’s', async () => {
  expect(pages.length).toBeGreaterThan(20)
  await start(
    pages.map((page, index) => ({
      method: 'GET',
      url: `/${index}`,
      schema: { response: { 200: page.schema } },
    })),
  )
})
