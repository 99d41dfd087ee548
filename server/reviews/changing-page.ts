import { Type, type Static } from 'typebox'
import { Dated } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { loadChanging } from './changing-loader.ts'

/** What is told of a review day, as its form holds it; '' where nothing is. Clocks as the reader writes them: `13.00`. */
export const FactsDraft = Type.Object({
  heldOn: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  place: Type.String(),
  videoUrl: Type.String(),
  guest: Type.String(),
  agenda: Type.String(),
  preparedFrom: Type.String(),
})
export type FactsDraft = Static<typeof FactsDraft>

/** A row of who takes part; `attended` is '' until somebody has said. */
export const ParticipantDraft = Type.Object({
  function: Type.String(),
  organisation: Type.String(),
  attended: Type.Unsafe<'' | 'yes' | 'no'>({ type: 'string' }),
})
export type ParticipantDraft = Static<typeof ParticipantDraft>

/** `/{plan}/avstamningar/{term}/andra`: its day and what is told of it, and who takes part. */
export const ChangingData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  draft: FactsDraft,
  /** What the rule compares a new day with; the review day itself is left out. */
  adoptedOn: Type.String(),
  lastClosed: Type.Optional(Dated),
  others: Type.Array(Type.Object({ term: Type.String(), heldOn: Type.String() })),
  participants: Type.Array(ParticipantDraft),
  /** Functions of those who lead the plan or answer for points. */
  suggested: Type.Array(ParticipantDraft),
  /** Whether it can be cancelled, how many were invited and are told, and whether mail leaves from here. */
  cancelling: Type.Optional(Type.Object({ invited: Type.Integer(), mail: Type.Boolean() })),
  organisations: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
})
export type ChangingData = Static<typeof ChangingData>

export const changingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/andra',
  view: 'reviews/Changing',
  schema: ChangingData,
  access: 'review.plan',
  rooms: ['reviewChanging', 'reviewFacts', 'saving', 'refusals'],
  script: 'page',
  load: loadChanging,
}
