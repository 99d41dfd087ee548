import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterwardsLimits, followUpAnswers } from '#domain/afterwards.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import { lengthOf, isBlank } from '#domain/text.ts'
import type { Lang } from '#words/format.ts'
import type { Dependencies } from '../../dependencies.ts'
import { sendUncached } from '../../http/public-cache.ts'
import { Refused, refusedField } from '../../http/refusal.ts'
import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { makePage } from '../../http/render-page.ts'
import { findLink, useLink } from '../../people/links.store.ts'
import { recordChange, note } from '../../trail/store.ts'
import { followUpPage } from './answer.page.ts'
import { NewFollowUpAnswer, FollowUpAddress, FollowUpAnswered } from './schema.ts'
import { answerFollowUp, findFollowUp } from './store.ts'
import type { FormFault } from '../../http/layout.ts'
import { ownerOf } from '../../people/store.ts'
import { findPlan, lockPlan } from '../../database/plan.ts'

const Address = Type.Object({ plan: Type.String({ maxLength: 60 }), token: Type.String({ maxLength: 100 }) })
const languages: readonly [Lang, string][] = [
  ['sv', ''],
  ['en', '/en'],
]

/**
 * The one answer of a mail's link, posted to the page's own address by any browser. The link is used up in the transaction that keeps the answer: once.
 * Looking at it uses nothing.
 */
export function followUpForm(app: FastifyInstance, dependencies: Dependencies): void {
  void app.register((forms, _options, done) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const [lang, base] of languages) {
      forms.post(
        `${base}/:plan/lever/:token`,
        { config: { open: true, byToken: true }, schema: { params: Address, hide: true } },
        async (request, reply) => {
          const { plan: slug, token } = request.params as { plan: string; token: string }
          const typed = (request.body ?? {}) as Record<string, string>
          const text = (typed.text ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n').normalize('NFC')
          const answer = followUpAnswers.find((one) => one === typed.answer)
          const { faults, asked } = faultsIn(answer, text, typed.asked ?? '')
          const kept = answer === undefined || faults.length > 0 ? undefined : { answer, text }
          const now = dependencies.now()
          const saved =
            kept &&
            (await dependencies.db.write(async (tx) => {
              const plan = await findPlan(tx, slug)
              const link = await findLink(tx, token, now)
              // Looked at before it is used up: at another plan's address it opens nothing, and stays.
              if (!plan || link?.purpose !== 'still' || link.planId !== plan.id) return false
              const question = await findFollowUp(tx, Number(link.scope))
              if (!question || question.answered || !(await useLink(tx, token, ['still'], now))) return false
              const { personId } = link
              await answerFollowUp(tx, await lockPlan(tx, slug), question, kept, {
                personId,
                salt: dependencies.salt,
                now,
              })
              const touched = { object: 'point', objectId: question.number }
              await recordChange(tx, { personId, planId: plan.id, ...touched, deed: 'still.answer' }, now)
              return true
            }))
          if (saved) return reply.redirect(`${base}/${slug}/lever/${token}?klart=1`, 303)
          reply.code(422)
          const back = { fields: { answer: answer ?? '', text }, key: '', faults, asked }
          return sendUncached(reply, () =>
            makePage(dependencies, followUpPage, lang, request, reply, { typed: back }),
          )
        },
      )
    }
    done()
  })
}

/** What is wrong with it; personal data are asked about once (A05). */
function faultsIn(answer: string | undefined, text: string, before: string) {
  const faults: FormFault[] = []
  if (answer === undefined) faults.push({ field: 'answer', code: 'answer-missing' })
  if (lengthOf(text) > afterwardsLimits.still) faults.push({ field: 'text', code: 'words-too-long' })
  const doubts = personalDataIn(text).map((doubt) => ({ field: 'text', doubt }))
  const asked = doubts.length === 0 ? '' : createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { faults: asked === before ? faults : [...faults, ...doubts], asked }
}

/** *Lever det än?*, answered by somebody signed in: of the points they answer for, each question once. */
export const followUpRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/still/:id/answer',
    {
      config: { permission: 'update.record', trail: 'still.answer' },
      schema: {
        params: FollowUpAddress,
        body: NewFollowUpAnswer,
        response: responses(200, FollowUpAnswered),
      },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { answer, text } = request.body
        const question = await findFollowUp(tx, Number(request.params.id))
        if (question?.planId !== plan.id) throw new Refused('not-found')
        if ((await ownerOf(tx, question.pointId)) !== context.by.personId) throw new Refused('not-your-point')
        if (question.answered) throw refusedField('still-answered', 'answer')
        if (lengthOf(text ?? '') > afterwardsLimits.still) throw refusedField('words-too-long', 'text')
        const said = { answer, text: isBlank(text) ? '' : text! }
        await answerFollowUp(tx, plan, question, said, { ...context, personId: context.by.personId })
        note(context, {}, { object: 'point', objectId: question.number })
        return { id: question.id, answer }
      }),
  )
}
