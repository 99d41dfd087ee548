import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { activityOf, refuseActivity } from '#domain/activity.ts'
import { dayOf } from '#domain/calendar.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import type { Lang } from '#words/format.ts'
import type { ActivityDraft } from './drafts/schema.ts'
import { sendUncached } from '../http/public-cache.ts'
import type { Posted } from '../http/page.ts'
import { makePage } from '../http/render-page.ts'
import type { Dependencies } from '../dependencies.ts'
import { findPlan } from '../database/plan.ts'
import type { ProblemDetails } from '../http/schema.ts'
import type { LoggedActivity } from './schema.ts'
import type { FormFault } from '../http/layout.ts'
import { logByLinkPage } from './link.page.ts'

const Address = Type.Object({ plan: Type.String({ maxLength: 60 }), token: Type.String({ maxLength: 100 }) })
const languages: readonly [Lang, string][] = [
  ['sv', ''],
  ['en', '/en'],
]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Typed = Record<string, string>

/**
 * The form of a mail's link for a browser without JavaScript: posted to the page's own address. It asks the API as any other client does –
 * one door, one set of rules, one trail – and answers with the same page and its sentences, or with the way to the receipt.
 */
export function logByLinkRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const [lang, base] of languages) {
      forms.post(
        `${base}/:plan/logga/:token`,
        { config: { open: true, byToken: true }, schema: { params: Address, hide: true } },
        async (request, reply) => {
          const { plan, token } = request.params as { plan: string; token: string }
          const typed = (request.body ?? {}) as Typed
          const posted = await refusedBefore(dependencies, plan, typed)
          if (posted.faults.length > 0) return comeBack(request, reply, lang, posted)
          const answer = await ask(request, lang, posted)
          if ('activity' in answer) {
            return reply.redirect(`${base}/${plan}/logga/${token}?sparad=${answer.activity.id}`, 303)
          }
          // The first attempt did arrive: pressing again is a new intention.
          const key = answer.code === 'idempotency-key-reused' ? randomUUID() : posted.key
          const faults = (answer.errors ?? [{ field: '', code: answer.code }]) as FormFault[]
          return comeBack(request, reply, lang, { ...posted, key, faults })
        },
      )
    }

    const comeBack = (request: FastifyRequest, reply: FastifyReply, lang: Lang, posted: Posted) => {
      reply.code(422)
      return sendUncached(reply, () =>
        makePage(dependencies, logByLinkPage, lang, request, reply, { posted }),
      )
    }

    async function ask(
      request: FastifyRequest,
      lang: Lang,
      { draft, key }: Posted,
    ): Promise<LoggedActivity | ProblemDetails> {
      const { plan, token } = request.params as { plan: string; token: string }
      const answer = await forms.inject({
        method: 'POST',
        url: `/api/v1/plans/${encodeURIComponent(plan)}/activities`,
        remoteAddress: request.ip,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'accept-language': lang },
        payload: { ...activityOf(draft), ...(draft.organisation && { organisation: draft.organisation }) },
      })
      return answer.json()
    }
  })
}

/** What was typed, and what is wrong with it by the rules the browser asks too, personal data asked about once (A05). */
async function refusedBefore(dependencies: Dependencies, slug: string, typed: Typed): Promise<Posted> {
  const said = (name: string): string => (typed[name] ?? '').replaceAll('\0', '').normalize('NFC')
  const draft: ActivityDraft = {
    point: said('point'),
    what: said('what').replaceAll('\r\n', '\n'),
    happenedOn: said('happenedOn'),
    targetGroup: said('targetGroup'),
    occasions: said('occasions'),
    participants: said('participants'),
    link: said('link'),
    organisation: said('organisation'),
  }
  const plan = await dependencies.db.read((tx) => findPlan(tx, slug))
  const claim = activityOf(draft)
  const context = { today: dayOf(dependencies.now()), planFrom: plan?.periodFrom ?? '' }
  const wrong = refuseActivity(
    { ...claim, targetGroup: claim.targetGroup ?? undefined, link: claim.link ?? undefined },
    context,
  )
  const doubts = personalDataIn(claim.what).map((doubt) => ({ field: 'what', doubt }))
  const asked = doubts.length === 0 ? '' : fingerprint(claim.what)
  const meant = wrong.length === 0 && typed.asked === asked
  return {
    draft,
    key: uuid.test(typed.key ?? '') ? typed.key! : randomUUID(),
    faults: meant ? [] : [...wrong, ...doubts],
    asked,
  }
}

/** What was asked about, without saying it again in the page's source. */
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
