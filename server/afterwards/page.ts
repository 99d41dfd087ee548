import { Type, type Static } from 'typebox'
import type { PlanPage } from '../page.ts'
import { ToldHearing } from '../hearings/told.ts'
import { ThanksPart } from '../thanks/part.ts'
import { loadAfterwards } from './loader.ts'
import { ToldAnswer, ToldRemark } from './told.ts'

/** `/{plan}/avstamningar/{term}/efterat`: what remains to be done when a review day is closed, for those who lead the plan. */
export const AfterwardsData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  decisions: Type.Array(
    Type.Object({
      id: Type.Integer(),
      text: Type.String(),
      masked: Type.Optional(Type.Boolean()),
      done: Type.Boolean(),
      answers: Type.Array(ToldAnswer),
    }),
  ),
  points: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  remarks: Type.Array(ToldRemark),
  /** Where the report has been taken up, and between which days that can have been. */
  hearings: Type.Array(ToldHearing),
  heldOn: Type.String(),
  today: Type.String(),
  thanks: Type.Optional(ThanksPart),
})
export type AfterwardsData = Static<typeof AfterwardsData>

export const afterwardsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/efterat',
  view: 'afterwards/Afterwards',
  schema: AfterwardsData,
  access: 'review.plan',
  rooms: ['afterwards', 'hearings', 'saving', 'refusals'],
  script: 'page',
  load: loadAfterwards,
}
