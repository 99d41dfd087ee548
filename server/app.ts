import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, {
  LogController,
  type FastifyHttpOptions,
  type FastifyInstance,
  type RawServerDefault,
} from 'fastify'
import { Type } from 'typebox'
import { schemaCompilers } from './http/schema-compilers.ts'
import { compressUncached } from './http/compression.ts'
import { createPublicCache } from './http/public-cache.ts'
import { guard } from './http/guard.ts'
import { securityHeaders } from './http/headers.ts'
import { createRateLimits } from './http/rate-limits.ts'
import { nfc } from './http/routes.ts'
import type { AppOptions, Dependencies } from './dependencies.ts'
import { drawProblem, servePages } from './http/render-page.ts'
import { inPlace } from './http/room.ts'
import { layoutOf } from './layout.ts'
import { pages } from './pages.ts'
import { identify } from './people/identify.ts'
import { rooms } from './rooms.ts'
import { recordReading } from './trail/readings.ts'
import { recordChange } from './trail/store.ts'
import { handleErrors, clientErrorHandler } from './http/problem-details.ts'
import { ProblemDetails, StrictObject } from './http/schema.ts'

const nothingMore = StrictObject({})
const WriteHeaders = StrictObject({ 'idempotency-key': Type.String({ format: 'uuid' }) })

/** What the proxy next to us has added is believed; further to the left stands whatever the browser wrote there itself. */
const nearestProxy = (_address: string, hop: number): boolean => hop === 0

/** An error as it is logged: what and where, never the values of a query, which hold what people wrote. */
function withoutValues(error: Error & { code?: string }) {
  const inner = error.cause instanceof Error ? (error.cause as Error & { code?: string }) : error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: inner.name,
    message: inner.message,
    code: inner.code ?? error.code ?? '',
    stack: frames.join('\n'),
  }
}

/** What the server is started with, and what its ground is handed from the rooms. */
export const createDependencies = (options: AppOptions): Dependencies => ({
  ...options,
  rooms,
  identify,
  recordChange,
  recordReading,
  layoutOf,
})

/** The whole server, not yet listening: an explicit list of its parts. `prepare` is development's own: it comes first. */
export async function buildApp(
  dependencies: Dependencies,
  prepare: (app: FastifyInstance) => void = () => undefined,
): Promise<FastifyInstance> {
  const headers = securityHeaders({
    secure: dependencies.publicUrl?.startsWith('https:') ?? false,
    development: dependencies.development ? true : undefined,
  })
  const late: { tell?: ReturnType<typeof handleErrors> } = {}
  const options: FastifyHttpOptions<RawServerDefault> = {
    // Slow and half requests are closed (measured: the defaults left 300 drip-fed bodies open after 150 s).
    requestTimeout: 10_000,
    connectionTimeout: 15_000,
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 2_000 },
    bodyLimit: 64 * 1024,
    // A request may name a whole address; whose it says it is does not matter here.
    rewriteUrl: (request) => (request.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '') || '/',
    // What Fastify refuses before a route is found meets no hook: a broken address, one too long.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers)
      const trouble = { status: error.statusCode ?? 400, code: 'malformed' as const, errors: [] }
      void late.tell?.(request, reply, trouble)
    },
    clientErrorHandler: clientErrorHandler(headers),
    trustProxy: dependencies.trustProxy === true ? nearestProxy : (dependencies.trustProxy ?? false),
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: schemaCompilers },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    // Logs hold the route, never an address with its token, a cookie or a body.
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: dependencies.logLevel ?? 'silent',
      serializers: { req: () => ({}), err: withoutValues },
      stream: dependencies.logTo,
    },
  }
  const app = fastify(options)
  prepare(app)
  app.removeContentTypeParser('text/plain')

  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    request.log.info({
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
    done()
  })

  compressUncached(app)
  const limits = await createRateLimits(app, dependencies.limits)
  guard(app, dependencies, limits)
  late.tell = handleErrors(app, (request, reply, status) => drawProblem(dependencies, request, reply, status))
  const publicCache = createPublicCache(dependencies)

  await app.register(
    async (api) => {
      nfc(api)
      // What nobody asked for is refused in the address too.
      api.addHook('onRoute', (route) => {
        route.schema = { querystring: nothingMore, ...route.schema }
      })
      await api.register(swagger, {
        refResolver: {
          buildLocalReference: (schema, _base, _fragment, n) =>
            typeof schema.$id === 'string' ? schema.$id : `def-${n}`,
        },
        // Asked for by the door, not by a schema, so that its absence has a sentence of its own.
        transform: ({ schema, url, route }) => ({
          url,
          schema:
            /^(POST|PUT)$/.test(String(route.method)) && !route.config?.withoutKey
              ? { ...schema, headers: WriteHeaders }
              : schema,
        }),
        openapi: {
          openapi: '3.1.0',
          info: {
            title: 'Avstämt',
            version: '1',
            description:
              'Follow an action plan. Reads of published plans are open; changes need a session and an Idempotency-Key.',
            license: { name: 'CC0-1.0' },
          },
        },
      })
      api.addSchema({ $id: 'Problem', ...ProblemDetails })
      const typed = api.withTypeProvider<TypeBoxTypeProvider>()
      for (const routes of inPlace(rooms.flatMap((room) => room.routes ?? [])))
        routes(typed, dependencies, publicCache)
      api.get('/openapi.json', { config: { open: true }, schema: { hide: true } }, () => api.swagger())
    },
    { prefix: '/api/v1' },
  )
  for (const site of rooms.flatMap((room) => room.site ?? [])) await site(app, dependencies, limits)
  servePages(pages, app, dependencies, publicCache)
  if (dependencies.assets) {
    await app.register(fastifyStatic, {
      root: dependencies.assets,
      prefix: '/assets/',
      wildcard: false,
      preCompressed: true,
      // A name with a hash never has other bytes: there is nothing to ask about again, nor a part to go on from.
      immutable: true,
      maxAge: '1y',
      etag: false,
      lastModified: false,
      acceptRanges: false,
      decorateReply: false,
    })
  }
  return app
}
