import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker, type Say } from '#words/say.ts'
import { isDiskFull } from '../database/problem.ts'
import { Refused, statusOf, type FieldRefusal, type RefusalCode } from './refusal.ts'

/** Draws the page that a person sees instead of the one that failed. */
type DrawProblem = (request: FastifyRequest, reply: FastifyReply, status: number) => Promise<FastifyReply>

const fastifyCodes: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
}

interface Trouble {
  status: number
  code: RefusalCode
  errors: { field: string; code: RefusalCode; detail?: string }[]
  current?: unknown
}

function troubleOf(error: FastifyError | Refused): Trouble {
  if (error instanceof Refused) {
    const { status, code, errors, current } = error
    return { status, code, errors, current }
  }
  if (error.validation) {
    const errors = error.validation.map((fault) => ({
      field: [fault.instancePath.slice(1).replaceAll('/', '.'), Object.values(fault.params)[0]]
        .filter(
          (part, index) =>
            typeof part === 'string' && (index === 0 ? part !== '' : namesField(fault.keyword)),
        )
        .join('.'),
      code: 'malformed' as const,
      detail: fault.message ?? '',
    }))
    // A value that fits none of several shapes is told once.
    const told = new Map(errors.map((error) => [error.field, error]))
    return { ...troubled('malformed'), errors: [...told.values()] }
  }
  if (isDiskFull(error)) return troubled('disk-full')
  const code = fastifyCodes[error.code]
  if (code) return troubled(code)
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? { ...troubled('malformed'), status } : troubled('failed')
}

const troubled = (code: RefusalCode): Trouble => ({ status: statusOf(code), code, errors: [] })

const namesField = (keyword: string | undefined) =>
  keyword === 'required' || keyword === 'additionalProperties'

/** The reader's language: that of the address for a page, that of `Accept-Language` for the API; Swedish unless English is asked for. */
export function languageOf(request: FastifyRequest): Lang {
  if (/^\/en(\/|\?|$)/.test(request.url)) return 'en'
  if (!isApi(request)) return 'sv'
  const [first] = (request.headers['accept-language'] ?? '').split(',')
  return first?.trim().toLowerCase().startsWith('en') ? 'en' : 'sv'
}

export const isApi = (request: FastifyRequest): boolean =>
  request.url.startsWith('/api/') || request.url === '/api'

const titled = (say: Say, lang: Lang) => (refusal: FieldRefusal & { detail?: string }) => ({
  ...refusal,
  title: say(words[lang].refusals[refusal.code]),
})

/** RFC 9457: what went wrong, as a code for programs and a sentence in the reader's language. */
function problemBody(trouble: Trouble, lang: Lang, say: Say) {
  return {
    type: `urn:avstamt:problem:${trouble.code}`,
    title: say(words[lang].refusals[trouble.code]),
    status: trouble.status,
    code: trouble.code,
    errors: trouble.errors.length > 0 ? trouble.errors.map(titled(say, lang)) : undefined,
    current: trouble.current,
  }
}

/** The one place that answers errors: problem details for programs, a page with a way on for people. */
export function handleErrors(app: FastifyInstance, draw: DrawProblem) {
  const answer = async (request: FastifyRequest, reply: FastifyReply, trouble: Trouble) => {
    // What a half-made answer already said of itself does not hold for this one.
    for (const name of ['etag', 'content-encoding', 'content-disposition', 'vary']) reply.removeHeader(name)
    reply.header('cache-control', 'no-store')
    // The address is a key: no page that one goes on to is told of it.
    if (request.routeOptions.config.byToken) reply.header('referrer-policy', 'no-referrer')
    const wantsJson = isApi(request) || request.headers.accept?.startsWith('application/json')
    if (!wantsJson) return draw(request, reply, trouble.status)
    const lang = languageOf(request)
    // Forms show the sentence as it stands here: it speaks the plan's own nouns.
    const body = JSON.stringify(problemBody(trouble, lang, speaker(lang, request.plan?.labels)))
    return reply.code(trouble.status).type('application/problem+json').send(body)
  }

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const trouble = troubleOf(error)
    if (error instanceof Refused && error.retryAfter !== undefined)
      reply.header('retry-after', error.retryAfter)
    if (trouble.status >= 500) request.log.error({ err: error }, 'a request failed')
    return answer(request, reply, trouble)
  })
  app.setNotFoundHandler((request, reply) => answer(request, reply, troubled('not-found')))
  return answer
}

/** Answers what is not even a request – half a head, one too large, one too slow – with these headers, and lets go of the connection. */
export const clientErrorHandler =
  (headers: Readonly<Record<string, string>>) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return
    const statuses: Record<string, string> = {
      HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
      ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
    }
    const status = statuses[error.code ?? ''] ?? '400 Bad Request'
    const trouble = { status: Number(status.slice(0, 3)), code: 'malformed' as const, errors: [] }
    const body = JSON.stringify(problemBody(trouble, 'sv', speaker('sv')))
    const head = [
      'content-type: application/problem+json',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      'connection: close',
    ]
    socket.end(
      [`HTTP/1.1 ${status}`, ...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'),
    )
  }
