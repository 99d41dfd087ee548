import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { feedbackKinds, refuseFeedback } from '#domain/feedback.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import type { Lang } from '#words/format.ts'
import { sendUncached } from '../http/public-cache.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { TypedForm } from '../http/page.ts'
import { makePage } from '../http/render-page.ts'
import type { Dependencies } from '../dependencies.ts'
import { aboutPath, feedbackPage, planAt } from './feedback.page.ts'
import { receiveFeedback } from './store.ts'
import type { FormFault } from '../http/layout.ts'

const languages: readonly [Lang, string][] = [
  ['sv', ''],
  ['en', '/en'],
]

/**
 * What a reader sends by the plain form (K10): without account, cookie or script. A program that fills in the field nobody sees is thanked like anybody, and
 * nothing is kept; so is what comes too often, but with the text back and the reason, for that may be a person.
 */
export function feedbackFormRoutes(
  app: FastifyInstance,
  dependencies: Dependencies,
  limits: RateLimits,
): void {
  void app.register((forms, _options, done) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const [lang, base] of languages) {
      forms.post(
        `${base}/tyck-till`,
        { config: { open: true }, schema: { hide: true } },
        async (request, reply) => {
          const typed = (request.body ?? {}) as Record<string, string>
          const form = formOf(typed)
          const { om: path = '/', kind, text = '', email = '' } = form.fields
          const thanked = () =>
            reply.redirect(
              `${base}/tyck-till?om=${encodeURIComponent(path)}&tack=${email ? 'svar' : '1'}`,
              303,
            )
          if (typed.webbplats) return thanked()
          if (form.faults.length > 0) return comeBack(request, reply.code(422), lang, form)
          const wait = await limits.refusesFeedback(request)
          if (wait !== undefined) {
            reply.code(429).header('retry-after', wait)
            return comeBack(request, reply, lang, { ...form, faults: [{ field: 'text', code: 'too-many' }] })
          }
          await dependencies.db.write(async (tx) => {
            const plan = await planAt({ tx, viewer: request.viewer }, path)
            const about = feedbackKinds.find((one) => one === kind) ?? 'page'
            await receiveFeedback(
              tx,
              { planId: plan?.id ?? null, kind: about, path, lang, text, email },
              dependencies.now(),
            )
          })
          return thanked()
        },
      )
    }
    done()
  })

  const comeBack = (request: FastifyRequest, reply: FastifyReply, lang: Lang, typed: TypedForm) =>
    sendUncached(reply, () => makePage(dependencies, feedbackPage, lang, request, reply, { typed }))
}

/** What was typed, and what is wrong with it; personal data are asked about once (A05). */
function formOf(typed: Record<string, string>): TypedForm {
  const said = (name: string) => (typed[name] ?? '').replaceAll('\0', '').normalize('NFC')
  const text = said('text').replaceAll('\r\n', '\n')
  const email = said('email').trim()
  const wrong: FormFault[] = refuseFeedback({ text, email })
  const doubts = personalDataIn(text).map((doubt) => ({ field: 'text', doubt }))
  const asked = doubts.length === 0 ? '' : createHash('sha256').update(text).digest('hex').slice(0, 16)
  return {
    fields: { om: aboutPath(said('om')), kind: said('kind'), text, email },
    key: '',
    faults: typed.asked === asked ? wrong : [...wrong, ...doubts],
    asked,
  }
}
