import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completion, type Completion } from '#domain/completion.ts'
import { dueMoves, dueOn, inOrder, statusOn, wasReopened } from '#domain/history.ts'
import { statusOrder, type Status } from '#domain/status.ts'
import { holdsFromBounds } from '#domain/update.ts'
import { aStory } from './given.ts'

// A plan's life is played twice: by the rules, and by an oracle that knows only days as numbers, slots and what was said in them.

type Step =
  | { do: 'wait'; days: number }
  | { do: 'close'; daysAgo: number }
  | { do: 'record'; point: number; daysAgo: number; status: Status; due: number | null }
  | { do: 'correct'; point: number; pick: number; status: Status; due: number | null }

const said = {
  point: fc.nat(2),
  status: fc.constantFrom(...statusOrder),
  due: fc.option(fc.integer({ min: 300, max: 303 }), { freq: 2 }),
}
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), days: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close'), daysAgo: fc.nat(8) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('record'), daysAgo: fc.nat(15), ...said }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct'), pick: fc.nat(30), ...said }) },
)
const aLife = fc.array(aStep, { maxLength: 40 })

const dayNumbered = (number: number) => new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10)
const firstDue = 302

/** What was said in one place of a point's story: the original first, then its corrections, each from its day on. */
type Slot = { day: number; versions: { from: number; id: number; status: Status; due: number | null }[] }

function live(steps: readonly Step[]) {
  const points = [0, 1, 2].map(() => ({ story: aStory(), slots: [] as Slot[] }))
  const closed: { day: number; told: Completion }[] = []
  let today = 0
  let lastClosed = -1
  const now = () => Math.max(today, lastClosed + 1)
  const dayOrNull = (number: number | null) => (number === null ? null : dayNumbered(number))

  for (const step of steps) {
    if (step.do === 'wait') today += step.days
    if (step.do === 'close') {
      const heldOn = today - step.daysAgo
      if (heldOn <= lastClosed || heldOn < 0) continue
      lastClosed = heldOn
      for (const point of points) point.story.close(dayNumbered(heldOn))
      closed.push({ day: heldOn, told: countOn(points, heldOn) })
    }
    if (step.do === 'record') {
      const { story, slots } = points[step.point]!
      const day = Math.max(lastClosed + 1, now() - step.daysAgo)
      const id = story.record(dayNumbered(day), { status: step.status, dueOn: dayOrNull(step.due) })
      slots.push({ day, versions: [{ from: day, id, status: step.status, due: step.due }] })
    }
    if (step.do === 'correct') {
      const { story, slots } = points[step.point]!
      const slot = slots[step.pick % Math.max(1, slots.length)]
      if (!slot) continue
      const wrong = slot.versions.at(-1)!
      const id = story.correct(wrong.id, { status: step.status, dueOn: dayOrNull(step.due) })
      const from = wrong.from > lastClosed ? wrong.from : lastClosed + 1
      slot.versions.push({ from, id, status: step.status, due: step.due })
    }
  }
  return { points, closed, now: now() }
}

function countOn(points: ReturnType<typeof live>['points'], day: number) {
  return completion(
    points.map(({ story }) => ({ status: statusOn(story.updates, dayNumbered(day)), adopted: true })),
  )
}

/** Replays a point from its first day to `today`, day by day and place by place, as it is known that day. */
function replay(slots: readonly Slot[], today: number) {
  const heard: Slot['versions'] = []
  for (let day = 0; day <= today; day += 1) {
    for (const slot of slots) {
      if (slot.day !== day) continue
      let version = slot.versions[0]!
      for (const later of slot.versions) if (later.from <= today) version = later
      heard.push(version)
    }
  }
  return heard
}

const ordered = (updates: readonly { id: number }[]) => updates.map((update) => update.id)

test('the story on any day is what a replay day by day tells', () => {
  fc.assert(
    fc.property(aLife, fc.nat(400), (steps, at) => {
      const { points, now } = live(steps)
      const day = at % (now + 3)
      for (const { story, slots } of points) {
        const heard = replay(slots, day)
        expect(ordered(inOrder(story.updates, dayNumbered(day)))).toEqual(heard.map((one) => one.id))
        expect(statusOn(story.updates, dayNumbered(day))).toBe(heard.at(-1)?.status ?? 'not_started')
      }
    }),
    { numRuns: 1000 },
  )
})

test('the end of a point and its moves on any day are what a replay tells', () => {
  fc.assert(
    fc.property(aLife, fc.nat(400), (steps, at) => {
      const { points, now } = live(steps)
      const day = at % (now + 3)
      for (const { story, slots } of points) {
        let due = firstDue
        const moves = []
        for (const { due: said, id } of replay(slots, day)) {
          if (said === null || said === due) continue
          moves.push({ from: dayNumbered(due), to: dayNumbered(said), updateId: id })
          due = said
        }
        expect(dueOn(dayNumbered(firstDue), story.updates, dayNumbered(day))).toBe(dayNumbered(due))
        expect(dueMoves(dayNumbered(firstDue), story.updates, dayNumbered(day))).toEqual(moves)
      }
    }),
    { numRuns: 500 },
  )
})

test('a point is reopened exactly when a replay last saw it step out of a completed status', () => {
  fc.assert(
    fc.property(aLife, (steps) => {
      const { points, now } = live(steps)
      for (const { story, slots } of points) {
        let reopened = false
        let before: Status = 'not_started'
        for (const { status } of replay(slots, now)) {
          const done = (one: Status) => one === 'closed' || one === 'embedded'
          if (status !== before) reopened = done(before) && !done(status)
          before = status
        }
        expect(wasReopened(story.updates, dayNumbered(now))).toBe(reopened)
      }
    }),
    { numRuns: 500 },
  )
})

test('trap 21: whatever is recorded or corrected afterwards, a closed day counts what it counted when it closed', () => {
  fc.assert(
    fc.property(aLife, (steps) => {
      const { points, closed } = live(steps)
      for (const { day, told } of closed) expect(countOn(points, day)).toEqual(told)
    }),
    { numRuns: 1000 },
  )
})

test('what is recorded for the latest day possible shows at once, and never in a closed round', () => {
  fc.assert(
    fc.property(aLife, fc.constantFrom(...statusOrder), (steps, status) => {
      const { points, closed, now } = live(steps)
      const { story } = points[0]!
      const lastClosed = closed.at(-1)?.day
      const bounds = holdsFromBounds({
        today: dayNumbered(now),
        lastClosed: lastClosed === undefined ? null : dayNumbered(lastClosed),
        adoptedOn: dayNumbered(0),
      })
      story.record(bounds.latest, { status })
      expect(bounds.latest).toBe(dayNumbered(now))
      expect(statusOn(story.updates, dayNumbered(now))).toBe(status)
      for (const { day } of closed) expect(bounds.earliest > dayNumbered(day)).toBe(true)
    }),
  )
})

test('the order the rows are read in does not matter', () => {
  fc.assert(
    fc.property(
      aLife.chain((steps) => {
        const { points, now } = live(steps)
        const rows = points[0]!.story.updates
        return fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray(rows, { minLength: rows.length }),
          fc.constant(now),
        )
      }),
      ([rows, shuffled, now]) => {
        expect(inOrder(shuffled, dayNumbered(now))).toEqual(inOrder(rows, dayNumbered(now)))
      },
    ),
  )
})
