import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { describe, expect, inject as provided, onTestFinished, test } from 'vitest'
import { listActivities } from '../../server/activities/listing.store.ts'
import type { Tx } from '../../server/database/database.ts'
import { sqliteTables } from '../../server/database/tables.ts'
import { lastClosedDay, listReviews } from '../../server/plans/review-days.store.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { latestUpdateOf, recentUpdates, updatesOf } from '../../server/points/updates.store.ts'
import { latestStatusChanges } from '../../server/plans/sharing/store.ts'

/** How SQLite goes about everything `work` asks of the example: one line a step, as EXPLAIN QUERY PLAN tells it. */
async function stepsOf(work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const connection = new Sqlite(provided('plantedFile'), { readonly: true })
  onTestFinished(() => {
    connection.close()
  })
  const asked: { query: string; params: unknown[] }[] = []
  const logger = { logQuery: (query: string, params: unknown[]) => asked.push({ query, params }) }
  const queries = drizzle(connection, { casing: 'snake_case', logger })
  await work(Object.assign(queries as unknown as Omit<Tx, 'tables'>, { tables: sqliteTables }))
  expect(asked).not.toEqual([])
  return asked.flatMap(({ query, params }) =>
    connection
      .prepare(`explain query plan ${query}`)
      .all(...params)
      .map((step) => (step as { detail: string }).detail),
  )
}

/** What grows with the history. A step that scans one of them reads it from end to end. */
const growing = /^SCAN (updates|u|c|standing|spoken|activities|s|showings|texts|evidence)\b/

describe('what is asked for every page is sought by index, not read from end to end', () => {
  test.for([
    ['how all points stand', (tx) => pointsOnDay(tx, 1, '2022-06-01')],
    ['how one point stands', (tx) => pointsOnDay(tx, 1, '2022-06-01', '7')],
    ['the latest activities of a plan', (tx) => listActivities(tx, 1, { limit: 20 })],
    ['the latest activities shown to all', (tx) => listActivities(tx, 1, { limit: 20, shown: true })],
    ['the latest activities of a point', (tx) => listActivities(tx, 1, { limit: 20, pointId: 7 })],
    ['the updates of a point', (tx) => updatesOf(tx, 7)],
    ['the latest update of a plan', (tx) => latestUpdateOf(tx, 1)],
    ['the latest updates of a plan', (tx) => recentUpdates(tx, 1, 5)],
    ['the latest changes of status', (tx) => latestStatusChanges(tx, 1, 50)],
    ['the last closed day', (tx) => lastClosedDay(tx, 1)],
  ] as [string, (tx: Tx) => Promise<unknown>][])('%s', async ([, work]) => {
    const steps = await stepsOf(work)
    expect(steps.filter((step) => growing.test(step))).toEqual([])
  })

  test('how the points stand is sought newest place first, and its corrections and moved ends by their own', async () => {
    const steps = (await stepsOf((tx) => pointsOnDay(tx, 1, '2022-06-01'))).join('\n')
    expect(steps).toMatch(/SEARCH u USING .*INDEX updates_place \(point_id=\? AND place_day<\?\)/)
    expect(steps).toMatch(/SEARCH c USING .*INDEX updates_corrects \(corrects=\?\)/)
    expect(steps).toMatch(/SEARCH updates USING .*INDEX updates_ends \(plan_id=\?\)/)
    expect(steps).toMatch(/SEARCH texts USING INTEGER PRIMARY KEY/)
    expect(steps).not.toMatch(/TEMP B-TREE FOR (LAST|RIGHT).*u\b/)
  })

  test('the latest of a list are taken in the order of the index, without sorting them all', async () => {
    const steps = await stepsOf((tx) => listActivities(tx, 1, { limit: 20 }))
    expect(steps.join('\n')).toMatch(/activities USING INDEX activities_of_plan/)
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })

  test('review days are listed without looking through the history', async () => {
    const steps = await stepsOf((tx) => listReviews(tx, 1))
    expect(steps.filter((step) => growing.test(step))).toEqual([])
  })
})
