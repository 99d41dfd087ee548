import { afterAll, expect, test } from 'vitest'
import { compareNumbers } from '#domain/number.ts'
import { pointWhole } from '../../server/points/json.ts'
import { findPlan, type Plan } from '../../server/database/plan.ts'
import { listReviews } from '../../server/plans/review-days.store.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import type { Tx } from '../../server/database/database.ts'
import { bytesIn, importDay, installation, jsonOf, munster, fileOf, goodMapping, goodRows } from './given.ts'

// Imported once: what follows only looks, or is refused.
const { run, db, rows } = await installation({ over: afterAll })
const { code, lines } = await run(munster.table, '--mapping', munster.mapping)
const about = <T>(ask: (tx: Tx, plan: Plan) => Promise<T>): Promise<T> =>
  db.read(async (tx) => ask(tx, (await findPlan(tx, 'klimat-munster'))!))
const point = (number: string) => about((tx, plan) => pointWhole(tx, plan, number, importDay))

test('a second import is refused, and nothing was written', async () => {
  const before = await rows()
  const again = await run(munster.table, '--mapping', munster.mapping)
  expect(again.code).toBe(1)
  expect(again.lines).toEqual([
    'Planen klimat-munster finns redan. En plan importeras en gång. Ändra den på sin sida, eller byt plan.slug i mappningen.',
    'Ingenting skrevs. Rätta felet och kör importen igen.',
  ])
  expect(await rows()).toEqual(before)
})

test('it tells what it read and counted', () => {
  expect(code).toBe(0)
  expect(lines).toEqual([
    `${munster.table}: 216 rader lästes.`,
    'Kolumner som inte används: priority, potential, current_assessment.',
    'Rad 17 (Ü4) har text men ingen status. Den räknas som inte rapporterad och texten sparades inte.',
    '54 punkter, 3 avstämningar: 0, 19, 18, 17 slutförda.',
    'Planen klimat-munster är importerad och publicerad.',
  ])
})

test('its three closed review days count 19, 18 and 17 of 54, each chained to the one before', async () => {
  const reviews = await about((tx, plan) => listReviews(tx, plan.id))
  expect(reviews.map(({ term, heldOn }) => [term, heldOn])).toEqual([
    ['2013-ht', '2013-12-31'],
    ['2016-ht', '2016-12-31'],
    ['2018-ht', '2018-12-31'],
  ])
  const counts = reviews.map(({ closure }) => closure!.snapshot.completion)
  expect(counts.map(({ adopted, completed, inProgress }) => [adopted, completed, inProgress])).toEqual([
    [54, 19, 35],
    [54, 18, 36],
    [54, 17, 37],
  ])
  expect(reviews.map(({ closure }) => closure!.previousHash)).toEqual([
    '',
    reviews[0]!.closure!.hash,
    reviews[1]!.closure!.hash,
  ])
})

test('six were reopened in the last round, each with its reason', async () => {
  const last = (await about((tx, plan) => listReviews(tx, plan.id))).at(-1)!.closure!.snapshot
  const reopened = last.changes.filter(({ kind }) => kind === 'reopened').map(({ number }) => number)
  expect(reopened).toEqual(['B5+6', 'B11', 'E1', 'G3', 'V2', 'Üneu2'].sort(compareNumbers))
  expect(last.points.filter((one) => one.reopened && reopened.includes(one.number))).toHaveLength(6)
  expect((await point('G3')).updates.at(-1)).toMatchObject({
    status: 'in_progress',
    reason: { text: 'Kein neuer Sachstand' },
  })
})

test('trap 24: Ü4 was not reported in the last round, and is still completed', async () => {
  const [, second, last] = await about((tx, plan) => listReviews(tx, plan.id))
  const of = (review = last) => review!.closure!.snapshot.points.find(({ number }) => number === 'Ü4')
  expect([of(second)!.heard, of()!.heard, of()!.status]).toEqual(['update', 'not_reported', 'closed'])
  expect((await point('Ü4')).updates).toHaveLength(2)
})

test('trap 9: numbers stay the texts they are, and points stand in the order of the file', async () => {
  const standing = await about((tx, plan) => pointsOnDay(tx, plan.id, '2018-12-31'))
  const numbers = standing.map(({ number }) => number)
  expect(numbers).toHaveLength(54)
  expect(new Set(numbers)).toHaveLength(54)
  expect(numbers.slice(0, 12)).toEqual('Ü1 Ü2 Ü3 Ü4 Ü5 Ü6 Ü7 Ü8 Ü9 Üneu1 Üneu2 Üneu3'.split(' '))
  expect(numbers).toEqual(expect.arrayContaining(['B5+6', 'V6+7', 'B10', 'Vneu', 'V12']))
})

test('a red one is late, with the whole text as note and its beginning as reason', async () => {
  const [update] = (await point('Ü3')).updates
  expect(update).toMatchObject({
    answer: 'update',
    status: 'in_progress',
    outlook: 'late',
    reason: { text: 'Das Projekt ist bislang noch nicht in Angriff genommen worden, da es im Rahmen…' },
    holdsFrom: '2013-12-31',
    recordedAt: importDay.toISOString(),
    by: { function: 'Import' },
  })
  expect(update!.note!.text).toHaveLength(276)
})

test('an orange one is in progress, and nobody says how it goes', async () => {
  const [update] = (await point('Ü1')).updates
  expect(update).toMatchObject({ status: 'in_progress', outlook: 'not_assessed', reason: null })
})

test('a green one is closed with its text as result; green again with a new text is closed again', async () => {
  const [, second, third] = (await point('Ü1')).updates
  expect(second!.closing).toMatchObject({ carriedOutOn: '2016-12-31' })
  expect(third).toMatchObject({ answer: 'update', status: 'closed', note: null })
  expect(third!.closing).toMatchObject({
    carriedOutOn: '2018-12-31',
    result: { text: expect.stringMatching(/^Seit Anfang 2018 sind alle 6/) },
  })
})

test('the same colour with "Kein neuer Sachstand" is the answer nothing new, repeating what stood', async () => {
  const [said, again, , ...none] = (await point('Ü2')).updates
  expect(none).toEqual([])
  expect(again).toMatchObject({ answer: 'nothing_new', status: 'in_progress', outlook: 'late', note: null })
  expect(again!.reason!.text).toBe(said!.reason!.text)

  const finished = (await point('Üneu1')).updates
  expect(finished.map(({ answer, status }) => [answer, status])).toEqual([
    ['update', 'closed'],
    ['nothing_new', 'closed'],
    ['nothing_new', 'closed'],
  ])
  expect(finished[2]!.closing).toMatchObject({ carriedOutOn: '2013-12-31' })

  // What is said beyond it is kept.
  const more = (await point('E3')).updates.at(-1)
  expect(more).toMatchObject({ answer: 'nothing_new', outlook: 'late' })
  expect(more!.note!.text).toMatch(/^Kein neuer Sachstand\. Weiterhin sind/)
})

test('with another colour the same words are an update', async () => {
  expect((await point('Ü9')).updates.at(-1)).toMatchObject({ answer: 'update', outlook: 'late' })
  expect((await point('V1')).updates[0]).toMatchObject({
    answer: 'update',
    reason: { text: 'kein neuer Sachstand' },
  })
})

test('the plan is published, in German, with its source, areas and what was planned', async () => {
  const plan = await about(async (_tx, found) => found)
  expect(plan).toMatchObject({
    language: 'de',
    municipality: 'Stadt Münster',
    publishedAt: importDay.toISOString(),
  })
  expect(plan.labels).toMatchObject({ point: 'atgard', area: 'omrade' })
  expect(plan.source).toMatch(/codeformuenster\/klimawatch.*eb0d852.*Apache-2\.0/)
  const first = await point('B5+6')
  expect(first).toMatchObject({
    focusArea: { title: 'Bauen und Wohnen' },
    lead: { code: 'stadt-munster', name: 'Stadt Münster' },
    adopted: true,
    reopened: true,
  })
  expect(first.description).toHaveLength(376)
})

test('trap 10: another plan is left as it was', async () => {
  const other = await installation()
  await other.receive(fileOf(goodRows), jsonOf(goodMapping))
  const everything = () =>
    other.db.read(async (tx) => {
      const { plans, points, updates, wordings, closures, texts, focusAreas, reviews } = tx.tables
      const tables = [plans, points, updates, wordings, closures, texts, focusAreas, reviews] as const
      const rows = await Promise.all(tables.map((table) => tx.select().from(table)))
      return rows.map((all) => all.filter((row) => ('planId' in row ? row.planId : row.id) === 1))
    })
  const before = await everything()
  expect(before.map((rows) => rows.length > 0)).toEqual(before.map(() => true))
  expect((await other.run(munster.table, '--mapping', munster.mapping)).code).toBe(0)
  expect(await everything()).toEqual(before)
})

test('the file in the repository is the whole file', () => {
  expect(bytesIn(munster.table)).toHaveLength(117_804)
})
