import { describe, expect, test } from 'vitest'
import { refuseActivity } from '#domain/activity.ts'
import { changesBetween, type PointState } from '#domain/changes.ts'
import { completion, percentOf } from '#domain/completion.ts'
import {
  correctionDay,
  dueMoves,
  inOrder,
  placeOf,
  standingBefore,
  standingOn,
  wasReopened,
  type RecordedUpdate,
} from '#domain/history.ts'
import { refuseNumber, refusePlan } from '#domain/plan.ts'
import { refuseClosure, refuseReview } from '#domain/review.ts'
import { isTerm, termOf } from '#domain/term.ts'
import { refuseUpdate } from '#domain/update.ts'
import { activities, plan, points, reviews, swedishDay, updates, type SeedUpdate } from './seed-data.ts'

type Planted = RecordedUpdate & { key: string; point: string; recordedAt: string }

/** Plants the history as the stores would, asking the rules before each row. */
function plant() {
  const planted: Planted[] = []
  const refusals: string[] = []
  for (const said of updates) {
    const point = points.find((one) => one.number === said.point)!
    const earlier = planted.filter((one) => one.point === said.point)
    const lastClosed = reviews.findLast((review) => review.closedAt < said.recordedAt)?.heldOn ?? null
    const corrected = earlier.find((one) => one.key === said.corrects)
    if (corrected) expect(said.holdsFrom).toBe(correctionDay(corrected.holdsFrom, lastClosed))
    const refused = refuseUpdate(said, {
      today: swedishDay(said.recordedAt),
      lastClosed,
      adoptedOn: plan.adoption.on,
      number: said.point,
      current: corrected
        ? standingBefore(point.firstDueOn, earlier, corrected, said.holdsFrom)
        : standingOn(point.firstDueOn, earlier, said.holdsFrom),
      startsOn: point.startsOn,
      nothingNew: said.answer === 'nothing_new',
      correcting: corrected,
    })
    refusals.push(...refused.map(({ code, field }) => `${said.key}: ${code} (${field})`))
    planted.push({ ...rowOf(said, planted.length + 1, earlier, corrected), key: said.key, point: said.point })
  }
  return { planted, refusals }
}

function rowOf(said: SeedUpdate, id: number, earlier: readonly Planted[], corrected: Planted | undefined) {
  const { holdsFrom, status, outlook, recordedAt } = said
  const place = placeOf({ holdsFrom, latestId: earlier.at(-1)?.id ?? null }, corrected)
  return {
    id,
    holdsFrom,
    ...place,
    corrects: corrected?.id ?? null,
    status,
    outlook,
    dueOn: said.dueOn ?? null,
    recordedAt,
  }
}

const { planted, refusals } = plant()
const of = (number: string) => planted.filter((one) => one.point === number)
const stateOn = (day: string): PointState[] =>
  points.map(({ number, firstDueOn, lead }) => ({
    number,
    ...standingOn(firstDueOn, of(number), day),
    moves: dueMoves(firstDueOn, of(number), day).length,
    lead: `${lead.organisation} ${lead.function}`,
  }))

describe('the example plan by the rules', () => {
  test('nothing of it is refused', () => {
    expect(refusals).toEqual([])
    expect(refusePlan(plan)).toEqual([])
    expect(points.flatMap(({ number }) => refuseNumber(number))).toEqual([])
    const refused = activities.flatMap((one) =>
      refuseActivity(
        { ...one, targetGroup: one.targetGroup ?? undefined, link: one.link ?? undefined },
        { today: swedishDay(one.recordedAt), planFrom: plan.period.from },
      ),
    )
    expect(refused).toEqual([])
  })

  test('its review days are set and closed in order, the day after they were held', () => {
    for (const [index, { heldOn, term, closedAt }] of reviews.entries()) {
      const earlier = reviews.slice(0, index).map((one) => ({ ...one, term: termOf(one.heldOn) }))
      const lastClosed = earlier.at(-1)?.heldOn ?? null
      const claimed = isTerm(term) ? term : undefined
      expect(claimed).toBe(termOf(heldOn))
      expect(
        refuseReview(
          { heldOn, term: claimed },
          { adoptedOn: plan.adoption.on, lastClosed, reviews: earlier },
        ),
      ).toEqual([])
      const context = { today: swedishDay(closedAt), lastClosed, open: [heldOn] }
      expect(refuseClosure({ heldOn, closedAt: null }, context)).toEqual([])
    }
  })

  test('an update answering nothing new says what stood before it', () => {
    const answers = updates.filter((update) => update.answer === 'nothing_new')
    for (const { key, point, status, outlook } of answers) {
      const story = inOrder(of(point), '2023-11-14')
      const before = story[story.findIndex((one) => one.key === key) - 1]
      expect({ status, outlook }, key).toEqual({ status: before?.status, outlook: before?.outlook })
    }
  })

  test('the count at each review day, and the headline: 18 of 25, 7 + 11, 72 %', () => {
    const counts = reviews.map(({ heldOn }) =>
      completion(stateOn(heldOn).map(({ status }) => ({ status, adopted: true }))),
    )
    expect(counts.map((count) => count.completed)).toEqual([0, 2, 6, 10, 14, 18])
    expect(counts.at(-1)).toMatchObject({
      adopted: 25,
      closed: 7,
      embedded: 11,
      inProgress: 5,
      paused: 1,
      withdrawn: 1,
    })
    expect(percentOf(counts.at(-1)!)).toBe(72)
  })

  test('since last, in autumn 2023: what picture and report say', () => {
    const { changes, unchanged } = changesBetween(stateOn('2023-05-16'), stateOn('2023-11-14'))
    expect(changes.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'completed 6',
      'completed 13',
      'completed 17',
      'completed 20',
      'started 24',
      'slipped 7',
      'slipped 18',
      'paused 22',
      'withdrawn 25',
      'moved 7',
    ])
    expect(unchanged).toHaveLength(16)
  })

  test('point 12 was reopened in April 2022 and completed again in May', () => {
    expect(wasReopened(of('12'), '2022-04-12')).toBe(true)
    expect(wasReopened(of('12'), '2022-05-17')).toBe(false)
  })
})
