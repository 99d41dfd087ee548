import type { FastifyInstance } from 'fastify'
import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { followUpAnswers, type FollowUpAnswer, afterwardsLimits } from '#domain/afterwards.ts'
import { lengthOf, isBlank } from '#domain/text.ts'
import { findPlan, lockPlan } from '../../database/plan.ts'
import type { Dependencies } from '../../dependencies.ts'
import { plainForm, type Fields } from '../../http/forms.ts'
import { Refused, refusedField } from '../../http/refusal.ts'
import { responses, type Routes } from '../../http/routes.ts'
import { Maybe, StrictObject, Whole, Words, type FormFault } from '../../http/schema.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findLink, useLink } from '../../people/links.store.ts'
import { ownerOf } from '../../people/store.ts'
import { recordChange, note } from '../../trail/store.ts'
import { followUpPage } from './answer.page.ts'
import { answerFollowUp, findFollowUp } from './store.ts'

/** What whoever answers for an embedded point says of it, with words where they want to. */
export const NewFollowUpAnswer = StrictObject({
  answer: Type.Unsafe<FollowUpAnswer>({ type: 'string', enum: [...followUpAnswers] }),
  text: Type.Optional(Maybe(Words(4000))),
})
export type NewFollowUpAnswer = Static<typeof NewFollowUpAnswer>

export const FollowUpAnswered = StrictObject({ id: Whole, answer: Type.String() })
export type FollowUpAnswered = Static<typeof FollowUpAnswered>

const FollowUpAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})

const answerIn = (fields: Fields) => followUpAnswers.find((one) => one === fields.answer)

/**
 * The one answer of a mail's link. The link is used up in the transaction that keeps the answer: once. Looking at it uses nothing.
 */
export function followUpForm(app: FastifyInstance, dependencies: Dependencies): void {
  plainForm(app, dependencies, {
    page: followUpPage,
    fields: ['answer', 'text'],
    tidy: (fields) => ({ answer: answerIn(fields) ?? '', text: fields.text ?? '' }),
    texts: () => ['text'],

    check({ fields }) {
      const faults: FormFault[] = []
      if (!fields.answer) faults.push({ field: 'answer', code: 'answer-missing' })
      if (lengthOf(fields.text ?? '') > afterwardsLimits.still)
        faults.push({ field: 'text', code: 'words-too-long' })
      return faults
    },

    async carryOut({ fields, params, base }) {
      const { plan: slug = '', token = '' } = params
      const kept = { answer: answerIn(fields)!, text: fields.text ?? '' }
      const now = dependencies.now()
      const saved = await dependencies.db.write(async (tx) => {
        const plan = await findPlan(tx, slug)
        const link = await findLink(tx, token, now)
        // Looked at before it is used up: at another plan's address it opens nothing, and stays.
        if (!plan || link?.purpose !== 'still' || link.planId !== plan.id) return false
        const question = await findFollowUp(tx, Number(link.scope))
        if (!question || question.answered || !(await useLink(tx, token, ['still'], now))) return false
        const { personId } = link
        await answerFollowUp(tx, await lockPlan(tx, plan.slug), question, kept, {
          personId,
          salt: dependencies.salt,
          now,
        })
        const touched = { object: 'point', objectId: question.number }
        await recordChange(tx, { personId, planId: plan.id, ...touched, deed: 'still.answer' }, now)
        return true
      })
      const form = addresses.followUp(addresses.plan(base, slug), token)
      return saved ? addresses.asking(form, { klart: 1 }) : undefined
    },
  })
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
