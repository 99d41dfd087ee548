import type { Tx } from '../database/database.ts'
import { decisionsOf } from '../decisions/store.ts'
import { Refused } from '../errors.ts'
import type { Plan } from '../plans/store.ts'
import { said } from '../points/answer.ts'
import { findReview } from '../reviews/store.ts'
import { readTexts } from '../texts/store.ts'
import { agendaFor } from './agenda.ts'
import type { AgendaWhole, MeetingWhole } from './schema.ts'
import { commentsOf, meetingOf } from './store.ts'

/** The agenda of a review day as the API tells it; 404 when there is none of that term. */
export async function agendaWhole(tx: Tx, plan: Plan, term: string): Promise<AgendaWhole> {
  const review = await findReview(tx, plan.id, term)
  if (!review) throw new Refused(404, 'not-found')
  const { rows, chosen, version } = await agendaFor(tx, plan, review)
  return { items: rows.map(({ number, part }) => ({ number, part })), chosen, version }
}

/** A meeting with what was decided and said, for those who lead it; 404 when there is no review day of that term. */
export async function meetingWhole(tx: Tx, plan: Plan, term: string): Promise<MeetingWhole> {
  const review = await findReview(tx, plan.id, term)
  if (!review) throw new Refused(404, 'not-found')
  const meeting = await meetingOf(tx, review.id)
  const open = meeting !== undefined && meeting.endedAt === null
  const decisions = await decisionsOf(tx, review.id)
  const comments = await commentsOf(tx, review.id)
  const texts = await readTexts(tx, [
    ...decisions.map(({ text }) => text.text),
    ...comments.map(({ textId }) => textId),
  ])
  return {
    open,
    code: open ? meeting.code : null,
    showing: open ? meeting.showing : null,
    version: meeting?.version ?? 0,
    decisions: decisions.map(({ id, text, responsible, dueOn, points, recordedAt }) => ({
      id,
      text: said(texts.get(text.text)!),
      responsible,
      dueOn,
      points,
      recordedAt,
    })),
    comments: comments.map(({ id, textId, number, recordedAt }) => ({
      id,
      text: said(texts.get(textId)!),
      point: number,
      recordedAt,
    })),
  }
}
