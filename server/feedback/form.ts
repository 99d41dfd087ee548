import type { FastifyInstance } from 'fastify'
import * as addresses from '#domain/addresses.ts'
import { feedbackKinds, refuseFeedback } from '#domain/feedback.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { Dependencies } from '../dependencies.ts'
import { plainForm, type Fields } from '../http/forms.ts'
import { Refused } from '../http/refusal.ts'
import { aboutPath, feedbackPage, planAt } from './feedback.page.ts'
import { receiveFeedback } from './store.ts'

/** A program has filled in the field that nobody sees. */
const byProgram = (fields: Fields): boolean => Boolean(fields.webbplats)

/**
 * What a reader sends by the plain form (K10): without account, cookie or script. A program that fills in the field nobody sees is thanked like anybody, and
 * nothing is kept; so is what comes too often, but with the text back and the reason, for that may be a person.
 */
export function feedbackFormRoutes(
  app: FastifyInstance,
  dependencies: Dependencies,
  limits: RateLimits,
): void {
  plainForm(app, dependencies, {
    page: feedbackPage,
    fields: ['om', 'kind', 'text', 'email', 'webbplats'],
    tidy: (fields) => ({
      ...fields,
      om: aboutPath(fields.om),
      email: (fields.email ?? '').trim(),
    }),
    texts: (fields) => (byProgram(fields) ? [] : ['text']),
    check: ({ fields: { text = '', email = '', ...others } }) =>
      byProgram(others) ? [] : refuseFeedback({ text, email }),

    async carryOut({ fields, request, base, lang }) {
      const { om: path = '/', kind, text = '', email = '' } = fields
      const thanks = addresses.asking(addresses.feedback(base), { om: path, tack: email ? 'svar' : '1' })
      if (byProgram(fields)) return thanks
      const wait = await limits.refusesFeedback(request)
      if (wait !== undefined) {
        const errors = [{ field: 'text', code: 'too-many' }] as const
        throw new Refused('too-many', { errors: [...errors], retryAfter: wait })
      }
      await dependencies.db.write(async (tx) => {
        const plan = await planAt({ tx, viewer: request.viewer }, path)
        const about = feedbackKinds.find((one) => one === kind) ?? 'page'
        const written = { planId: plan?.id ?? null, kind: about, path, lang, text, email }
        await receiveFeedback(tx, written, dependencies.now())
      })
      return thanks
    },
  })
}
