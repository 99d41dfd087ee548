import { dayOf } from '#domain/calendar.ts'
import { preparationDay, reviewState } from '#domain/review.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'
import type { Plan } from '../database/plan.ts'
import { textJsonOf } from '../texts/json.ts'
import { latestUpdateOf } from '../points/updates.store.ts'
import { readTexts, type StoredText } from '../texts/store.ts'
import type { Snapshot, TextReference } from './snapshot.ts'
import { everyReview, type Review } from '../plans/review-days.store.ts'
import { participantsOf } from './store.ts'
import { openMeetings } from './open-meeting.store.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** For whom a review day is told: its video link is only for those who work with the plan. */
interface Telling {
  now: Date
  inside: boolean
}

type Found = { review: Review; open: boolean; texts: ReadonlyMap<number, StoredText> }

const reviewRow = ({ review, open, texts }: Found, { now, inside }: Telling) => ({
  term: review.term,
  heldOn: review.heldOn,
  state: reviewState(
    { ...review, closedAt: review.closure?.closedAt ?? null, meetingOpen: open },
    dayOf(now),
  ),
  startsAt: review.startsAt,
  endsAt: review.endsAt,
  place: review.place,
  guest: textJsonOf(texts, review.guestId),
  agenda: textJsonOf(texts, review.agendaId),
  preparedFrom: preparationDay(review),
  videoUrl: inside ? review.videoUrl : null,
  cancelledAt: review.cancelled?.at ?? null,
  cancelledBecause: textJsonOf(texts, review.cancelled?.textId ?? null),
  closedAt: review.closure?.closedAt ?? null,
  hash: review.closure?.hash ?? null,
  completion: review.closure?.snapshot.completion ?? null,
})

async function foundIn(tx: Tx, plan: Plan): Promise<Found[]> {
  const reviews = await everyReview(tx, plan.id)
  const open = await openMeetings(tx, plan.id)
  const texts = await readTexts(
    tx,
    reviews.flatMap(({ guestId, agendaId, cancelled }) => [guestId, agendaId, cancelled?.textId ?? null]),
  )
  return reviews.map((review) => ({ review, open: open.has(review.id), texts }))
}

/** A plan's review days as the API tells them, in order of day. */
export const reviewRows = async (tx: Tx, plan: Plan, telling: Telling) =>
  (await foundIn(tx, plan)).map((found) => reviewRow(found, telling))

/** Every free text a snapshot points at. */
export const textsOf = (snapshot: Snapshot): TextReference[] => [
  ...snapshot.points.flatMap((point) => [point.reason, point.note].filter((text) => text !== null)),
  ...snapshot.decisions.map((decision) => decision.text),
  ...(snapshot.comments ?? []).map((comment) => comment.text),
]

/** One review day with what was frozen, for whoever wants to recompute it; 404 when there is none of that term. */
export async function reviewWhole(tx: Tx, plan: Plan, term: string, telling: Telling) {
  const found = (await foundIn(tx, plan)).find(({ review }) => review.term === term)
  if (!found) throw new Refused('not-found')
  const { closure } = found.review
  const references = closure ? textsOf(closure.snapshot) : []
  const texts = await readTexts(
    tx,
    references.map((reference) => reference.text),
  )
  return {
    ...reviewRow(found, telling),
    previousHash: closure?.previousHash ?? null,
    latestUpdate: await latestUpdateOf(tx, plan.id),
    snapshot: closure?.text ?? null,
    texts: [...texts.values()].map(({ id, sha256, body }) => ({ id, sha256, text: body })),
  }
}

/** Who takes part in a review day: functions and organisations, never names (A08). */
export async function participantRows(tx: Tx, reviewId: number) {
  const organisations = new Map((await listOrganisations(tx)).map((one) => [one.id, one]))
  return (await participantsOf(tx, reviewId)).map(({ function: spoken, organisationId, attended }) => {
    const organisation = organisationId === null ? undefined : organisations.get(organisationId)
    return {
      function: spoken,
      organisation: organisation ? { code: organisation.code, name: organisation.name } : null,
      attended,
    }
  })
}
