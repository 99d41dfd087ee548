import { Type, type Static } from 'typebox'
import type { Tx } from '../../database/database.ts'
import { Day, Instant, Line, Maybe, ReviewAddress, StrictObject, Whole } from '../../http/schema.ts'
import type { Plan } from '../../database/plan.ts'
import { TextJson, textJson } from '../../texts/json.ts'
import { readTexts } from '../../texts/store.ts'
import { decisionsOf } from '../decisions.store.ts'
import { NewDecision } from '../schema.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import { agendaFor } from './agenda.ts'
import { meetingOf } from '../open-meeting.store.ts'
import { commentsOf } from '../comments.store.ts'
import { OrganisationName } from '../../people/schema.ts'

const Id = Type.Integer({ minimum: 1 })

/** The whole order, or none: then it makes itself. `version` is that of the order the person saw. */
export const NewAgenda = StrictObject({
  numbers: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 500 }),
  version: Whole,
})
export type NewAgenda = Static<typeof NewAgenda>

export const AgendaWhole = StrictObject({
  items: Type.Array(StrictObject({ number: Type.String(), part: Type.String() })),
  chosen: Type.Boolean(),
  version: Whole,
})
export type AgendaWhole = Static<typeof AgendaWhole>

export const MeetingChange = StrictObject({ open: Type.Boolean() })
export type MeetingChange = Static<typeof MeetingChange>

export const NewShowing = StrictObject({
  showing: Type.String({ minLength: 1, maxLength: 40 }),
  version: Whole,
})
export type NewShowing = Static<typeof NewShowing>

export const NewLiveDecision = StrictObject({ ...NewDecision.properties, replaces: Type.Optional(Maybe(Id)) })
export type NewLiveDecision = Static<typeof NewLiveDecision>

export const NewComment = StrictObject({
  text: Line(1000),
  /** The number of a point; left out for what was said of the whole. */
  point: Type.Optional(Maybe(Type.String({ maxLength: 20 }))),
  replaces: Type.Optional(Maybe(Id)),
})
export type NewComment = Static<typeof NewComment>

/** What was entered was never decided or said. */
export const Withdrawal = StrictObject({})

export const EnteredAddress = Type.Object({
  ...ReviewAddress.properties,
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})

export const MeetingWhole = StrictObject({
  open: Type.Boolean(),
  /** What it is followed by; null when it is not under way. */
  code: Maybe(Type.String()),
  showing: Maybe(Type.String()),
  version: Whole,
  decisions: Type.Array(
    StrictObject({
      id: Whole,
      text: TextJson,
      responsible: StrictObject({ organisation: Maybe(OrganisationName), function: Maybe(Type.String()) }),
      dueOn: Maybe(Day),
      points: Type.Array(Type.String()),
      recordedAt: Instant,
    }),
  ),
  comments: Type.Array(
    StrictObject({ id: Whole, text: TextJson, point: Maybe(Type.String()), recordedAt: Instant }),
  ),
})
export type MeetingWhole = Static<typeof MeetingWhole>

/** The agenda of a review day as the API tells it; 404 when there is none of that term. */
export async function agendaWhole(tx: Tx, plan: Plan, term: string): Promise<AgendaWhole> {
  const review = await requireReview(tx, plan, term)
  const { rows, chosen, version } = await agendaFor(tx, plan, review)
  return { items: rows.map(({ number, part }) => ({ number, part })), chosen, version }
}

/** A meeting with what was decided and said, for those who lead it; 404 when there is no review day of that term. */
export async function meetingWhole(tx: Tx, plan: Plan, term: string): Promise<MeetingWhole> {
  const review = await requireReview(tx, plan, term)
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
      text: textJson(texts.get(text.text)!),
      responsible,
      dueOn,
      points,
      recordedAt,
    })),
    comments: comments.map(({ id, textId, number, recordedAt }) => ({
      id,
      text: textJson(texts.get(textId)!),
      point: number,
      recordedAt,
    })),
  }
}
