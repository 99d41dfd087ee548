import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, laterOf } from '#domain/calendar.ts'
import { dueMoves, dueOn, inOrder, standing, statusOn, wasReopened } from '#domain/history.ts'
import type { Tx } from '../../server/database/database.ts'
import { createPlan } from '../../server/plans/store.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { lastClosedDay, listReviews } from '../../server/plans/review-days.store.ts'
import { updatesOf } from '../../server/points/updates.store.ts'
import { aDatabase, adoptedOn, plan, point } from './given.ts'
import { aLife, firstDueOn, live, numbers } from './life.ts'
import { addPoint } from '../support/by-address.ts'

// The seek by index is asked on every day of many short lives, and answers what the rules say of the same rows.

const overOn = '2021-01-16'

/** The day an update was recorded; in a plan that was over by then, the day it tells of. Plans are numbered as they are made. */
function toldOn(
  { recordedAt, holdsFrom }: { recordedAt: string; holdsFrom: string },
  planId: number,
): string {
  const recordedOn = dayOf(new Date(recordedAt))
  return planId % 2 === 0 && recordedOn > overOn && holdsFrom <= overOn ? holdsFrom : recordedOn
}

/** Runs lives one after the other, each in a plan of its own; `look` sees each when it is over. */
async function afterLives(
  numRuns: number,
  look: (tx: Tx, planId: number, days: string[]) => Promise<void>,
): Promise<void> {
  const { db, act } = await aDatabase()
  let plans = 0
  await fc.assert(
    fc.asyncProperty(aLife, async (steps) => {
      const slug = `plan-${(plans += 1)}`
      await db.write(async (tx) => {
        // Every other plan is over before its life is: what is told afterwards is of the day it tells of.
        const period = { from: adoptedOn, to: plans % 2 === 0 ? overOn : '2021-12-31' }
        const { id: planId } = await createPlan(tx, { ...plan, slug, period }, act(adoptedOn))
        for (const number of numbers) {
          const due = number === '3' ? {} : { dueOn: firstDueOn }
          await addPoint(tx, slug, point(number, due), act(adoptedOn))
        }
        const today = await live(tx, { slug, planId }, act, steps)
        const last = addDays(laterOf(today, (await lastClosedDay(tx, planId)) ?? today), 2)
        const days: string[] = []
        for (let day = addDays(adoptedOn, -1); day <= last; day = addDays(day, 1)) days.push(day)
        await look(tx, planId, days)
      })
    }),
    { numRuns },
  )
}

test('how every point stands on every day is what the rules say of its updates', async () => {
  let looked = 0
  await afterLives(40, async (tx, planId, days) => {
    for (const day of days) {
      for (const seen of await pointsOnDay(tx, planId, day)) {
        const updates = await updatesOf(tx, seen.id)
        const held = standing(updates, day)
        looked += 1
        expect({ day, ...seen }).toMatchObject({
          status: statusOn(updates, day),
          outlook: held?.outlook ?? 'not_assessed',
          dueOn: dueOn(seen.firstDueOn, updates, day),
          moves: dueMoves(seen.firstDueOn, updates, day).length,
          reopened: wasReopened(updates, day),
          lastUpdatedOn: held ? toldOn(held, planId) : null,
          update: held ? { id: held.id, answer: held.answer, holdsFrom: held.holdsFrom } : null,
        })
      }
    }
  })
  expect(looked).toBeGreaterThan(1000)
})

test('one point asked for by its number stands as it does among all', async () => {
  await afterLives(10, async (tx, planId, days) => {
    const day = days.at(-1)!
    const all = await pointsOnDay(tx, planId, day)
    for (const number of numbers) {
      expect(await pointsOnDay(tx, planId, day, number)).toEqual(all.filter((one) => one.number === number))
    }
  })
})

test('a point is part of another exactly while it is merged; its reason is of what holds, its note the latest there is', async () => {
  await afterLives(40, async (tx, planId, days) => {
    for (const day of days) {
      for (const seen of await pointsOnDay(tx, planId, day)) {
        const heard = inOrder(await updatesOf(tx, seen.id), day)
        const held = heard.at(-1)
        const spoken = heard.findLast((one) => one.answer === 'update')
        const where = `${seen.number}, ${seen.status} on ${day}`
        expect(seen.mergedInto !== null, where).toBe(seen.status === 'merged')
        expect(seen.reason?.id ?? null, where).toBe(held?.reasonId ?? null)
        expect(seen.note?.id ?? null, where).toBe(held?.noteId ?? spoken?.noteId ?? null)
      }
    }
  })
})

test('no point is part of a point that is part of it', async () => {
  await afterLives(60, async (tx, planId, days) => {
    for (const day of days) {
      const into = new Map((await pointsOnDay(tx, planId, day)).map((one) => [one.number, one.mergedInto]))
      for (const start of numbers) {
        let [end, steps] = [start, 0]
        while (into.get(end) && steps < 4) [end, steps] = [into.get(end)!, steps + 1]
        expect(steps, `from ${start} on ${day}`).toBeLessThan(4)
      }
    }
  })
})

test('trap 21: a closed report says what the seek still says of its day, whatever came afterwards', async () => {
  let closed = 0
  await afterLives(40, async (tx, planId) => {
    for (const { heldOn, closure } of await listReviews(tx, planId)) {
      if (!closure) continue
      closed += 1
      const now = await pointsOnDay(tx, planId, heldOn)
      expect(closure.snapshot.points.map(asSeen)).toEqual(now.map(asSeen))
    }
  })
  // How many of the forty lives close one is chance; that none does would be a test of nothing.
  expect(closed).toBeGreaterThan(0)
})

const asSeen = ({
  number,
  status,
  outlook,
  reopened,
  dueOn,
  moves,
  lastUpdatedOn,
  mergedInto,
}: {
  number: string
  status: string
  outlook: string
  reopened: boolean
  dueOn: string | null
  moves: number
  lastUpdatedOn: string | null
  mergedInto: string | null
}) => ({ number, status, outlook, reopened, dueOn, moves, lastUpdatedOn, mergedInto })
