import { Type, type Static } from 'typebox'
import { OutlookName, StatusName } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { loadMeeting } from './meeting-loader.ts'
import { Slide } from './slide.ts'

/** `/{plan}/avstamningar/{term}/mote`: what the projector shows, and what those who lead enter beside it. */
export const MeetingData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** Why the meeting can not be started. */
  refused: Type.Optional(Type.Unsafe<'ahead' | 'closed' | 'elsewhere'>({ type: 'string' })),
  day: Type.String(),
  /** Present while it is under way. */
  live: Type.Optional(
    Type.Object({
      slide: Slide,
      code: Type.String(),
      /** Where others follow, as they type it, and the same as a drawn code. */
      address: Type.String(),
      qr: Type.Object({ size: Type.Integer(), path: Type.String() }),
      /** Every slide in its order, with what it is called at the foot of the one beside it. */
      steps: Type.Array(Type.Object({ showing: Type.String(), label: Type.String() })),
      /** What was said of the point that is shown. */
      comments: Type.Array(Type.Object({ id: Type.Integer(), text: Type.String() })),
      decisions: Type.Array(
        Type.Object({
          id: Type.Integer(),
          text: Type.String(),
          organisation: Type.String(),
          function: Type.String(),
          points: Type.Array(Type.String()),
          dueOn: Type.String(),
        }),
      ),
      /** What a new status of the point is based on, and from when it holds. */
      update: Type.Optional(
        Type.Object({
          number: Type.String(),
          status: StatusName,
          outlook: OutlookName,
          basedOn: Type.Optional(Type.Integer()),
          holdsFrom: Type.String(),
        }),
      ),
    }),
  ),
  organisations: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
})
export type MeetingData = Static<typeof MeetingData>

export const meetingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/mote',
  view: 'meetings/Meeting',
  schema: MeetingData,
  access: 'review.close',
  rooms: ['meeting', 'entered', 'following', 'saving', 'refusals'],
  script: 'page',
  load: loadMeeting,
}
