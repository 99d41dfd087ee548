import { afterwardsLimits } from '#domain/afterwards.ts'
import { isBlank, lengthOf } from '#domain/text.ts'
import { answers, type Routes } from '../api.ts'
import { writeOnce } from '../door.ts'
import { Refused, refusedField } from '../errors.ts'
import { findPlan } from '../plans/store.ts'
import { ownerOf } from '../points/store.ts'
import { note } from '../trail/note.ts'
import { NewStillAnswer, StillAddress, StillAnswered } from './schema.ts'
import { answerStill, findStill } from './store.ts'

/** *Lever det än?*, answered by somebody signed in: of the points they answer for, each question once. */
export const stillApiRoutes: Routes = (api, parts) => {
  api.put(
    '/plans/:plan/still/:id/answer',
    {
      config: { deed: 'update.record', trail: 'still.answer' },
      schema: { params: StillAddress, body: NewStillAnswer, response: answers(200, StillAnswered) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan: slug, id } = request.params as { plan: string; id: string }
        const { answer, text } = request.body as NewStillAnswer
        const plan = (await findPlan(tx, slug))!
        const question = await findStill(tx, Number(id))
        if (question?.planId !== plan.id) throw new Refused(404, 'not-found')
        if ((await ownerOf(tx, question.pointId)) !== act.by.personId)
          throw new Refused(403, 'not-your-point')
        if (question.answered) throw refusedField('still-answered', 'answer')
        if (lengthOf(text ?? '') > afterwardsLimits.still) throw refusedField('words-too-long', 'text')
        const said = { answer, text: isBlank(text) ? '' : text! }
        await answerStill(tx, plan, question, said, { ...act, personId: act.by.personId })
        note(act, {}, { object: 'point', objectId: question.number })
        return { id: question.id, answer }
      }),
  )
}
