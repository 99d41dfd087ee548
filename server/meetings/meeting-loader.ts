import { dayText, termName } from '#words/format.ts'
import { decisionsOf } from '../decisions/store.ts'
import type { PageAnswer } from '../frame.ts'
import { listOrganisations } from '../organisations/store.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { qrOf } from '../qr.ts'
import { updatesOf } from '../points/updates.ts'
import { findReview, type Review } from '../reviews/store.ts'
import { readTexts } from '../texts/store.ts'
import type { MeetingData } from './meeting-page.ts'
import { slideOf } from './slides.ts'
import type { Step } from './steps.ts'
import { commentsOf, openMeeting, type Meeting } from './store.ts'

type Live = NonNullable<MeetingData['live']>

/** The meeting of a review day; undefined when the plan has none of that term. */
export async function loadMeeting(context: PlanPageContext): Promise<PageAnswer<MeetingData> | undefined> {
  const { tx, plan, params, lang, say, words } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const name = termName(lang, review.term)
  const underWay = await openMeeting(tx, plan.id)
  const own = underWay?.reviewId === review.id && !review.closure ? underWay : undefined
  const refused = own ? undefined : refusedOf(review, context.today, underWay)
  return {
    title: say(words.meeting.title, { term: name, plan: plan.title }),
    description: say(words.meeting.description, { term: name, plan: plan.title }),
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      ...(refused && { refused }),
      day: dayText(lang, review.heldOn),
      ...(own && { live: await livePart(context, review, own) }),
      organisations: (await listOrganisations(tx)).map((one) => ({ value: one.code, label: one.name })),
    },
  }
}

function refusedOf(review: Review, today: string, underWay: Meeting | undefined): MeetingData['refused'] {
  if (review.closure) return 'closed'
  if (review.heldOn > today) return 'ahead'
  return underWay ? 'elsewhere' : undefined
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
  const address = `${context.origin}${base}/m/${meeting.code}`
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
    ...(row && {
      update: {
        number: row.number,
        status: row.point.status,
        outlook: row.point.outlook,
        ...(basedOn && { basedOn }),
        holdsFrom: review.heldOn,
      },
    }),
  }
}

function labelOf(step: Step, { say, words }: PlanPageContext): string {
  const spoken = words.meeting
  if (step.kind === 'point') return `${step.row.number} ${step.row.point.title}`
  return say({ start: spoken.toStart, example: spoken.toExample, end: spoken.toEnd }[step.kind])
}
