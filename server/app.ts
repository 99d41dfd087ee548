import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, {
  LogController,
  type FastifyHttpOptions,
  type FastifyInstance,
  type RawServerDefault,
} from 'fastify'
import { Type } from 'typebox'
import { logByLinkRoutes } from './activities/link-form.ts'
import { accessibilityRoutes } from './accessibility/routes.ts'
import { activityRoutes } from './activities/routes.ts'
import { draftRoutes } from './activities/drafts/routes.ts'
import { compilers } from './http/schema-compilers.ts'
import { comparisonRoutes } from './reviews/comparison/routes.ts'
import { afterwardsRoutes } from './reviews/afterwards/routes.ts'
import { csvRoutes } from './exchange/routes.ts'
import { erasureRoutes } from './people/privacy/erase.routes.ts'
import { extractRoutes, ownExtractRoutes } from './people/privacy/extract.routes.ts'
import { feedbackFormRoutes } from './feedback/form.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { finishedAnswers } from './http/public-cache.ts'
import { focusAreaRoutes } from './plans/focus-areas.routes.ts'
import { guard } from './http/guard.ts'
import { securityHeaders } from './http/headers.ts'
import { limit } from './http/rate-limits.ts'
import { hearingRoutes } from './reviews/afterwards/hearings.routes.ts'
import { indicatorRoutes } from './plans/indicators/routes.ts'
import { invitationRoutes } from './reviews/invitations/routes.ts'
import { meRoutes } from './people/account.routes.ts'
import { followRoutes } from './reviews/meetings/follow.ts'
import { meetingRoutes } from './reviews/meetings/routes.ts'
import { memberRoutes } from './people/routes.ts'
import { minutesRoutes } from './reviews/afterwards/minutes.routes.ts'
import { nfc } from './http/routes.ts'
import { ownerRoutes } from './points/owners/routes.ts'
import { drawProblem, servePages } from './pages.ts'
import { oidcRoutes } from './sign-in/oidc/routes.ts'
import { organisationRoutes } from './people/organisations/routes.ts'
import type { Parts } from './dependencies.ts'
import { peopleRoutes } from './sign-in/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { pointRoutes } from './points/routes.ts'
import { answerByLinkRoutes } from './reviews/preparation/answer-form.ts'
import { mailWordRoutes } from './reviews/preparation/mail-words.routes.ts'
import { preparationRoutes } from './reviews/preparation/routes.ts'
import { answerProblems, clientErrorHandler } from './http/problem-details.ts'
import { cancellationRoutes } from './reviews/cancel.routes.ts'
import { calendarRoutes } from './reviews/calendar.ts'
import { reportFileRoutes } from './reports/file-routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { Problem, Shape } from './http/schema.ts'
import { sharingRoutes } from './plans/sharing/routes.ts'
import { siteRoutes } from './http/site.ts'
import { tagRoutes } from './points/tags/routes.ts'
import { textRoutes } from './texts/routes.ts'
import { stillApiRoutes } from './points/follow-up/routes.ts'
import { stillRoutes } from './points/follow-up/routes.ts'
import { thanksRoutes } from './reviews/afterwards/thanks.routes.ts'
import { trailRoutes } from './trail/routes.ts'

const nothingMore = Shape({})
const WriteHeaders = Shape({ 'idempotency-key': Type.String({ format: 'uuid' }) })

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

/** The whole server, not yet listening: an explicit list of its parts. `prepare` is development's own: it comes first. */
export async function buildApp(
  parts: Parts,
  prepare: (app: FastifyInstance) => void = () => undefined,
): Promise<FastifyInstance> {
  const headers = securityHeaders({
    secure: parts.publicUrl?.startsWith('https:') ?? false,
    ...(parts.development && { development: true }),
  })
  const late: { tell?: ReturnType<typeof answerProblems> } = {}
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
    clientErrorHandler,
    trustProxy: parts.trustProxy === true ? nearestProxy : (parts.trustProxy ?? false),
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: compilers },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    // Logs hold the route, never an address with its token, a cookie or a body.
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: parts.logLevel ?? 'silent',
      serializers: { req: () => ({}), err: withoutValues },
      ...(parts.logTo && { stream: parts.logTo }),
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

  const limits = await limit(app, parts.limits)
  guard(app, parts, limits)
  late.tell = answerProblems(app, (request, reply, status) => drawProblem(parts, request, reply, status))
  const answer = finishedAnswers(parts)

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
      api.addSchema({ $id: 'Problem', ...Problem })
      for (const routes of [
        planRoutes,
        focusAreaRoutes,
        pointRoutes,
        tagRoutes,
        memberRoutes,
        ownerRoutes,
        activityRoutes,
        draftRoutes,
        reviewRoutes,
        reportRoutes,
        reportFileRoutes,
        comparisonRoutes,
        afterwardsRoutes,
        hearingRoutes,
        indicatorRoutes,
        minutesRoutes,
        thanksRoutes,
        calendarRoutes,
        meetingRoutes,
        invitationRoutes,
        cancellationRoutes,
        stillApiRoutes,
        preparationRoutes,
        mailWordRoutes,
        organisationRoutes,
        feedbackRoutes,
        accessibilityRoutes,
        textRoutes,
        fileRoutes,
        trailRoutes,
        extractRoutes,
        erasureRoutes,
        meRoutes,
        csvRoutes,
        sharingRoutes,
      ])
        routes(api, parts, answer)
      api.get('/openapi.json', { config: { open: true }, schema: { hide: true } }, () => api.swagger())
    },
    { prefix: '/api/v1' },
  )
  peopleRoutes(app, parts, limits)
  oidcRoutes(app, parts, limits)
  logByLinkRoutes(app, parts)
  answerByLinkRoutes(app, parts)
  ownExtractRoutes(app, parts)
  stillRoutes(app, parts)
  feedbackFormRoutes(app, parts, limits)
  siteRoutes(app, parts)
  await followRoutes(app, parts)
  servePages(app, parts, answer)
  if (parts.assets) {
    await app.register(fastifyStatic, {
      root: parts.assets,
      prefix: '/assets/',
      wildcard: false,
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      decorateReply: false,
    })
  }
  return app
}
