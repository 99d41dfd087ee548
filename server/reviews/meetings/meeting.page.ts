import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { dayText, termName } from '#words/format.ts'
import { type PageAnswer, OutlookName, StatusName } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import { qrOf } from '../../http/markup.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { updatesOf } from '../../points/updates.store.ts'
import { readTexts } from '../../texts/store.ts'
import { decisionsOf } from '../decisions.store.ts'
import { findReview, type Review } from '../../plans/review-days.store.ts'
import type { Step } from './agenda.ts'
import { slideOf, Slide } from './slides.ts'
import { openMeeting, type Meeting } from '../open-meeting.store.ts'
import { commentsOf } from '../comments.store.ts'
import { listOrganisations } from '../../people/organisations.store.ts'

type Live = NonNullable<MeetingData['live']>

/** The meeting of a review day; undefined when the plan has none of that term. */
export async function loadMeeting(context: PlanPageContext): Promise<PageAnswer<MeetingData> | undefined> {
  const { tx, plan, params, lang, say, words } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const name = termName(lang, review.term)
  const underWay = await openMeeting(tx, plan.id)
  const own = underWay?.reviewId === review.id && !review.closure ? underWay : undefined
  const refused = own ? null : refusedOf(review, context.today, underWay)
  return {
    title: say(words.meeting.title, { term: name, plan: plan.title }),
    description: say(words.meeting.description, { term: name, plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      refused,
      day: dayText(lang, review.heldOn),
      live: own ? await livePart(context, review, own) : null,
      organisations: (await listOrganisations(tx)).map((one) => ({ value: one.code, label: one.name })),
    },
  }
}

function refusedOf(review: Review, today: string, underWay: Meeting | undefined): MeetingData['refused'] {
  if (review.closure) return 'closed'
  if (review.heldOn > today) return 'ahead'
  return underWay ? 'elsewhere' : null
}

async function livePart(context: PlanPageContext, review: Review, meeting: Meeting): Promise<Live> {
  const { tx, base } = context
  const { slide, steps } = await slideOf(context, review, meeting)
  const step = steps.find(({ showing }) => showing === slide.showing)
  const row = step?.kind === 'point' ? step.row : undefined
  const comments = (await commentsOf(tx, review.id)).filter(({ number }) => number === (row?.number ?? null))
  const decisions = (await decisionsOf(tx, review.id)).filter(
    ({ points }) => row !== undefined && points.includes(row.number),
  )
  const texts = await readTexts(tx, [
    ...comments.map(({ textId }) => textId),
    ...decisions.map(({ text }) => text.text),
  ])
  const told = (id: number) => texts.get(id)?.body ?? ''
  const basedOn =
    row && (await updatesOf(tx, row.point.id)).reduce((latest, { id }) => Math.max(latest, id), 0)
  const address = addresses.followMeeting(context.origin + base, meeting.code)
  return {
    slide,
    code: meeting.code,
    address,
    qr: qrOf(address),
    steps: steps.map((one) => ({ showing: one.showing, label: labelOf(one, context) })),
    comments: comments.map(({ id, textId }) => ({ id, text: told(textId) })),
    decisions: decisions.map(({ id, text, responsible, points, dueOn }) => ({
      id,
      text: told(text.text),
      organisation: responsible.organisation?.code ?? '',
      function: responsible.function ?? '',
      points,
      dueOn: dueOn ?? '',
    })),
    update: row
      ? {
          number: row.number,
          status: row.point.status,
          outlook: row.point.outlook,
          basedOn: basedOn || null,
          holdsFrom: review.heldOn,
        }
      : null,
  }
}

function labelOf(step: Step, { say, words }: PlanPageContext): string {
  const spoken = words.meeting
  if (step.kind === 'point') return `${step.row.number} ${step.row.point.title}`
  return say({ start: spoken.toStart, example: spoken.toExample, end: spoken.toEnd }[step.kind])
}

/** `/{plan}/avstamningar/{term}/mote`: what the projector shows, and what those who lead enter beside it. */
export const MeetingData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** Why the meeting can not be started. */
  refused: Maybe(Type.Unsafe<'ahead' | 'closed' | 'elsewhere'>({ type: 'string' })),
  day: Type.String(),
  /** Present while it is under way. */
  live: Maybe(
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
      update: Maybe(
        Type.Object({
          number: Type.String(),
          status: StatusName,
          outlook: OutlookName,
          basedOn: Maybe(Type.Integer()),
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
  view: 'reviews/meetings/Meeting',
  schema: MeetingData,
  access: 'review.close',
  catalogues: ['status', 'meeting', 'entered', 'following', 'saving'],
  refusals: ['review-closed'],
  script: 'page',
  load: loadMeeting,
}
