import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { personalDataIn } from '#domain/personal-data.ts'
import { statuses, type Status } from '#domain/status.ts'
import type { Lang } from '#words/format.ts'
import { sendUncached } from '../../http/public-cache.ts'
import type { TypedForm } from '../../http/page.ts'
import { makePage } from '../../http/render-page.ts'
import type { Dependencies } from '../../dependencies.ts'
import { numbersOf } from '../../points/store.ts'
import type { ProblemDetails } from '../../http/schema.ts'
import { openedBy, answerKinds, answerPage, type AnswerKind } from './answer.page.ts'
import type { FormFault } from '../../http/layout.ts'

const Address = Type.Object({ plan: Type.String({ maxLength: 60 }), token: Type.String({ maxLength: 100 }) })
const languages: readonly [Lang, string][] = [
  ['sv', ''],
  ['en', '/en'],
]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const known = [
  'answer',
  'text',
  'status',
  'outlook',
  'reason',
  'note',
  'dueOn',
  'basedOn',
  'holdsFrom',
  'again',
]

type Fields = Readonly<Record<string, string>>
/** What a free text of each answer is called. */
const texts: Record<AnswerKind, readonly string[]> = {
  nothing_new: [],
  help: ['text'],
  update: ['reason', 'note'],
}
const nouns: Record<AnswerKind, string> = { nothing_new: 'nothing-new', help: 'help', update: 'updates' }

/**
 * The three answers of a mail's link, posted to the page's own address by any browser. Each asks the API as other clients do – one door, one set of
 * rules, one trail – and leads to its receipt, or comes back with its sentences.
 */
export function answerByLinkRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const [lang, base] of languages) {
      forms.post(
        `${base}/:plan/svara/:token`,
        { config: { open: true, byToken: true }, schema: { params: Address, hide: true } },
        async (request, reply) => {
          const { plan, token } = request.params as { plan: string; token: string }
          const typed = readForm((request.body ?? {}) as Record<string, string>)
          const kind = answerKinds.find((one) => one === typed.fields.answer)
          const comeBack = (back: TypedForm) => {
            reply.code(422)
            return sendUncached(reply, () =>
              makePage(dependencies, answerPage, lang, request, reply, { typed: back }),
            )
          }
          if (!kind || typed.faults.length > 0) return comeBack(typed)
          const number = await numberBehind(dependencies, { plan, token })
          if (number === undefined) return comeBack(typed)
          const problem = await ask(request, lang, kind, number, typed)
          if (typeof problem === 'string')
            return reply.redirect(`${base}/${plan}/svara/${token}?sparad=${problem}`, 303)
          // The first attempt did arrive: pressing again is a new intention.
          const key = problem.code === 'idempotency-key-reused' ? randomUUID() : typed.key
          const faults = (problem.errors ?? [{ field: '', code: problem.code }]) as FormFault[]
          return comeBack({ ...typed, key, faults })
        },
      )
    }

    /** Gives what the receipt names, or why nothing was saved. */
    async function ask(
      request: FastifyRequest,
      lang: Lang,
      kind: AnswerKind,
      number: string,
      { fields, key }: TypedForm,
    ): Promise<string | ProblemDetails> {
      const { plan, token } = request.params as { plan: string; token: string }
      const point = `/api/v1/plans/${encodeURIComponent(plan)}/points/${encodeURIComponent(number)}`
      const answer = await forms.inject({
        method: 'POST',
        url: `${point}/${nouns[kind]}`,
        remoteAddress: request.ip,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'accept-language': lang },
        payload: claims[kind](fields),
      })
      if (answer.statusCode !== 201) return answer.json<ProblemDetails>()
      return kind === 'help'
        ? `h${answer.json<{ id: number }>().id}`
        : `u${answer.json<{ latestUpdate: number }>().latestUpdate}`
    }
  })
}

const basedOn = (fields: Fields) => ({
  basedOn: /^\d{1,15}$/.test(fields.basedOn ?? '') ? Number(fields.basedOn) : null,
})

const claims: Record<AnswerKind, (fields: Fields) => object> = {
  nothing_new: (fields) => ({ ...basedOn(fields), ...(fields.again && { again: true }) }),
  help: ({ text = '' }) => ({ text }),
  update: (fields) => ({
    ...basedOn(fields),
    // Whoever wants to complete a point signs in, where what that demands is asked.
    status: statuses[fields.status as Status]?.open ? fields.status : '',
    outlook: fields.outlook ?? '',
    holdsFrom: fields.holdsFrom ?? '',
    note: fields.note ?? '',
    ...(fields.reason && { reason: fields.reason }),
    ...(fields.dueOn && { dueOn: fields.dueOn }),
    evidence: [],
  }),
}

const numberBehind = (
  dependencies: Dependencies,
  params: { plan: string; token: string },
): Promise<string | undefined> =>
  dependencies.db.read(async (tx) => {
    const opened = await openedBy({ tx, now: dependencies.now() }, params)
    return opened && (await numbersOf(tx, opened.plan.id)).get(opened.pointId)
  })

/** What was typed, and the doubts its free texts raise, each asked about once (A05). */
function readForm(body: Record<string, string>): TypedForm {
  const said = (name: string): string =>
    (body[name] ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n').normalize('NFC')
  const fields = Object.fromEntries(
    known.filter((name) => body[name] !== undefined).map((name) => [name, said(name)]),
  )
  const kind = answerKinds.find((one) => one === fields.answer)
  const written = kind ? texts[kind] : []
  const doubts = written.flatMap((field) =>
    personalDataIn(fields[field] ?? '').map((doubt) => ({ field, doubt })),
  )
  const asked = doubts.length === 0 ? '' : fingerprint(written.map((field) => fields[field] ?? '').join('\n'))
  return {
    fields,
    key: uuid.test(body.key ?? '') ? body.key! : randomUUID(),
    faults: body.asked === asked || doubts.length === 0 ? [] : doubts,
    asked,
  }
}

/** What was asked about, without saying it again in the page's source. */
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
