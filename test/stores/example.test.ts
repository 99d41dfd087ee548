import { copyFileSync } from 'node:fs'
import { expect, inject as provided, onTestFinished, test } from 'vitest'
import { completion } from '#domain/completion.ts'
import { verify } from '../../server/commands/verify.ts'
import type { Database } from '../../server/database/database.ts'
import { fileIn, openDatabase } from '../../server/database/open.ts'
import { markInstallation } from '../../server/database/installation.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { closuresOf } from '../../server/reviews/close.store.ts'
import { listReviews } from '../../server/plans/review-days.store.ts'
import { readExample } from '../../server/seed/example.ts'
import { plantExample } from '../../server/seed/plant.ts'
import { ownFolder } from '../support/own-folder.ts'
import { at, everything } from './given.ts'

function anExample(planted = true): Database {
  const folder = ownFolder('example')
  if (planted) copyFileSync(provided('plantedFile'), fileIn(folder))
  const db = openDatabase({ folder, now: at('2023-11-20') })
  onTestFinished(() => db.close())
  return db
}

test('the example’s six closed reports say what the seek says of their days, and everything matches', async () => {
  const db = anExample()
  const reviews = (await db.read((tx) => listReviews(tx, 1))).filter((one) => one.closure)
  expect(reviews.map(({ term }) => term)).toEqual([
    '2021-vt',
    '2021-ht',
    '2022-vt',
    '2022-ht',
    '2023-vt',
    '2023-ht',
  ])
  for (const { heldOn, closure } of reviews) {
    const then = await db.read((tx) => pointsOnDay(tx, 1, heldOn))
    expect(closure!.snapshot.completion).toEqual(completion(then))
    expect(closure!.snapshot.points.map(({ number, status, dueOn }) => [number, status, dueOn])).toEqual(
      then.map(({ number, status, dueOn }) => [number, status, dueOn]),
    )
  }
  expect(reviews.at(-1)!.closure!.snapshot.completion).toMatchObject({
    adopted: 25,
    completed: 18,
    closed: 7,
    embedded: 11,
  })
  expect((await verify(db)).faults).toEqual([])
})

test('planted again it is the same to the last hash', async () => {
  const again = anExample(false)
  await again.write(async (tx) => {
    await markInstallation(tx, true, new Date('2020-12-14T12:00:00.000Z'))
    await plantExample(tx, readExample())
  })
  const first = anExample()
  expect(await again.read((tx) => closuresOf(tx, 1))).toEqual(await first.read((tx) => closuresOf(tx, 1)))
  expect(await everything(again)).toEqual(await everything(first))
})
