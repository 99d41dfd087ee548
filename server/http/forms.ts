import { createHash, randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { bases, type Base } from '#domain/addresses.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import type { Lang } from '#words/format.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Page, TypedForm } from './page.ts'
import { makePage } from './render-page.ts'
import { sendUncached } from './public-cache.ts'
import { Refused, type FieldRefusal, type RefusalCode } from './refusal.ts'
import { formFieldsOf, paramsOf } from './request-parts.ts'
import type { Api } from './routes.ts'
import type { FormFault } from './schema.ts'

export type Fields = Readonly<Record<string, string>>

/** A form that was sent: by whom, in which language, to which address, with what in its fields. */
export interface Sent {
  request: FastifyRequest
  lang: Lang
  base: Base
  params: Readonly<Record<string, string>>
  fields: Fields
  /** The idempotency key the page gave it, or a fresh one. */
  key: string
}

/** A form that works without script: posted to the address of the page it stands on. */
interface PlainForm {
  page: Page
  /** The names of the fields that are read; one that was not sent is absent. */
  fields: readonly string[]
  /** What is made of them before anything looks at them. */
  tidy?: (fields: Fields) => Fields
  /** The names of those whose words are asked about once when they seem to tell of a person (A05). */
  texts: (fields: Fields) => readonly string[]
  /** What is wrong with it by rules that need no deed to be tried. */
  check?: (sent: Sent) => FormFault[] | Promise<FormFault[]>
  /**
   * Carries it out and gives the address that tells so. Undefined where nothing was done and the page itself says why. A `Refused` that names fields
   * comes back as faults on the page.
   */
  carryOut: (sent: Sent) => Promise<string | undefined>
}

const LinkAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  token: Type.String({ maxLength: 100 }),
})
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Text as it is kept: composed, lines ended as everywhere else, without what no engine keeps alike. */
export const cleanText = (text: string): string =>
  text.replaceAll('\0', '').replaceAll('\r\n', '\n').normalize('NFC')

/** Puts up routes in both languages that take what a browser's own form sends, beside JSON: no other route takes such a form. */
export function formRoutes(app: FastifyInstance, put: (forms: Api, base: Base, lang: Lang) => void): void {
  void app.register(async (forms) => {
    // Of a field that is sent twice the last holds.
    await forms.register(formbody, { parser: (body) => Object.fromEntries(new URLSearchParams(body)) })
    const typed = forms.withTypeProvider<TypeBoxTypeProvider>()
    put(typed, bases.sv, 'sv')
    put(typed, bases.en, 'en')
  })
}

/**
 * Puts up a plain form: read, cleaned, looked at, asked once about personal data, carried out – and on with 303; or its page again with 422, what was
 * typed and what is wrong with it (429 where it came too often, with the seconds to wait).
 */
export function plainForm(app: FastifyInstance, dependencies: Dependencies, form: PlainForm): void {
  const { page } = form
  const config: FastifyContextConfig = { open: true, byToken: page.secret }
  const schema = page.secret ? { hide: true, params: LinkAddress } : { hide: true }
  formRoutes(app, (forms, base, lang) => {
    forms.post(`${base}${page.path}`, { config, schema }, async (request, reply) => {
      const params = paramsOf(request)
      const read = readFields(form, formFieldsOf(request))
      const sent: Sent = { request, lang, base, params, fields: read.fields, key: read.key }
      const typed = { ...read, faults: [...((await form.check?.(sent)) ?? []), ...read.faults] }
      const comeBack = (back: TypedForm, status = 422) =>
        sendUncached(reply.code(status), () =>
          makePage(dependencies, page, lang, request, reply, { typed: back }),
        )
      if (typed.faults.length > 0) return comeBack(typed)
      try {
        const onward = await form.carryOut(sent)
        return onward === undefined ? await comeBack(typed) : reply.redirect(onward, 303)
      } catch (refusal) {
        if (!(refusal instanceof Refused) || refusal.errors.length === 0) throw refusal
        const { code, errors: faults, retryAfter } = refusal
        // The first attempt did arrive: pressing again is a new intention.
        const key = code === 'idempotency-key-reused' ? randomUUID() : typed.key
        if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
        return comeBack({ ...typed, key, faults }, retryAfter === undefined ? 422 : 429)
      }
    })
  })
}

/**
 * Asks the API with the token of the form's address, as any other client does: one door, one set of rules, one trail. Gives its answer; throws its refusal,
 * which always names a field ('' for the whole form).
 */
export async function askApi<Answer>(
  app: FastifyInstance,
  { request, lang, params, key }: Sent,
  url: string,
  payload: object,
): Promise<Answer> {
  const answer = await app.inject({
    method: 'POST',
    url,
    remoteAddress: request.ip,
    headers: { authorization: `Bearer ${params.token}`, 'idempotency-key': key, 'accept-language': lang },
    payload,
  })
  if (answer.statusCode < 400) return answer.json<Answer>()
  const { code, errors } = answer.json<{ code: RefusalCode; errors?: FieldRefusal[] }>()
  throw new Refused(code, { errors: errors ?? [{ field: '', code }] })
}

/** What was typed, and the doubts that it raises and has not been asked about. */
function readFields(form: PlainForm, body: Fields): TypedForm {
  const said = (name: string): [string, string][] => {
    const value = body[name]
    return value === undefined ? [] : [[name, cleanText(value)]]
  }
  const sent = Object.fromEntries(form.fields.flatMap(said))
  const fields = form.tidy?.(sent) ?? sent
  const texts = form.texts(fields).map((field) => ({ field, text: (fields[field] ?? '').trim() }))
  const doubts = texts.flatMap(({ field, text }) => personalDataIn(text).map((doubt) => ({ field, doubt })))
  // By the words themselves: what was meant stays so while they stand, whatever else of the form is changed.
  const marks = new Map(
    doubts.map(({ field }) => [field, fingerprint(texts.find((one) => one.field === field)!.text)]),
  )
  const meant = new Set(body.asked?.split('.'))
  return {
    fields,
    key: body.key !== undefined && uuid.test(body.key) ? body.key : randomUUID(),
    faults: doubts.filter(({ field }) => !meant.has(marks.get(field)!)),
    asked: [...marks.values()].join('.'),
  }
}

/** What was asked about, without saying it again in the page's source. */
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
