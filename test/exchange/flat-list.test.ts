import { expect, test } from 'vitest'
import { pointWhole } from '../../server/points/json.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { findPlan } from '../../server/database/plan.ts'
import { listReviews } from '../../server/plans/review-days.store.ts'
import { bytesIn, faultsOf, flatList, importDay, installation, jsonOf } from './given.ts'

// A list as a coordinator keeps it in Excel – number, title, responsible, end, status – saved as CSV: semicolons, windows-1252, CRLF.

async function imported() {
  const { db, run } = await installation()
  const { code, lines } = await run(flatList.table, '--mapping', flatList.mapping)
  return db.read(async (tx) => {
    const plan = (await findPlan(tx, 'punktlistan'))!
    const standing = await pointsOnDay(tx, plan.id, '2023-11-20')
    const whole = await Promise.all(standing.map(({ number }) => pointWhole(tx, plan, number, importDay)))
    return {
      code,
      lines,
      plan,
      reviews: await listReviews(tx, plan.id),
      points: new Map(whole.map((one) => [one.number, one])),
    }
  })
}

test('without an organisation to fall back on, the row that names none is refused', async () => {
  const { receive, rows } = await installation()
  const before = await rows()
  const mapping = JSON.parse(new TextDecoder().decode(bytesIn(flatList.mapping)))
  delete mapping.defaults.organisation
  const faults = faultsOf(await receive(bytesIn(flatList.table), jsonOf(mapping)))
  expect(faults).toEqual([{ row: 11, column: 'Ansvarig', code: 'cell-empty', facts: {} }])
  expect(await rows()).toEqual(before)
})

test('it gives the points as they stood on the day of the list, without a review day and not yet published', async () => {
  const { code, lines, plan, reviews } = await imported()
  expect(code).toBe(0)
  expect(lines).toEqual([
    `${flatList.table}: 9 rader lästes.`,
    '9 punkter, ingen avstämning: 3 slutförda.',
    'Planen punktlistan är importerad men inte publicerad.',
  ])
  expect(reviews).toEqual([])
  expect(plan.publishedAt).toBeNull()
})

test('each status stands with what it needs', async () => {
  const { points } = await imported()
  expect([...points.values()].map(({ number, status, outlook }) => [number, status, outlook])).toEqual([
    ['1', 'embedded', 'not_assessed'],
    ['2', 'closed', 'not_assessed'],
    ['3.4', 'in_progress', 'not_assessed'],
    ['3.10', 'in_progress', 'late'],
    ['5', 'not_started', 'not_assessed'],
    ['6', 'paused', 'not_assessed'],
    ['7', 'withdrawn', 'not_assessed'],
    ['10', 'not_started', 'not_assessed'],
    ['11', 'closed', 'not_assessed'],
  ])
  expect(points.get('1')!.updates[0]).toMatchObject({
    closing: { receiver: 'Socialkontoret', embeddedFrom: '2023-11-14' },
    evidence: 'none',
  })
  expect(points.get('7')!.updates[0]!.decision).toEqual({
    by: 'Kommunstyrelsen',
    on: '2022-10-12',
    reference: '§ 201',
  })
  expect(points.get('6')!.updates[0]!.reason!.text).toBe('Enligt punktlistan den 14 november 2023.')
})

test('trap 24: the empty cell is nobody’s answer, "Ej påbörjad" is one', async () => {
  const { points } = await imported()
  expect(points.get('10')!.updates).toEqual([])
  expect(points.get('5')!.updates).toHaveLength(1)
})

test('titles, responsible and ends are read as they are written', async () => {
  const { points } = await imported()
  expect([...points.values()].map(({ title }) => title)).toEqual([
    'Föräldrastödsgrupper på öppna förskolan',
    'Vägledning till stöd för barn och unga, på ett ställe',
    'Utökat anhörigstöd i samverkan',
    '+65: träffpunkter utan anmälan',
    'Åtgärder mot hemlöshet',
    'Samtalsstöd på "drop-in"',
    'Gemensam utbildning i psykisk livräddning',
    '=Lika villkor i elevhälsan',
    'Först i kön för den som mår sämst',
  ])
  expect([...points.values()].map(({ firstDueOn }) => firstDueOn)).toEqual([
    '2022-12-31',
    '2021-12-31',
    '2022-12-31',
    '2023-12-31',
    '2023-06-30',
    null,
    '2023-07-31',
    '2023-12-31',
    '2023-12-31',
  ])
  expect(points.get('2')).toMatchObject({
    lead: { code: 'buk' },
    leadFunction: 'kontorschef',
    takesPart: [{ code: 'kson', name: 'KSON' }],
  })
  expect(points.get('11')!.lead.code).toBe('ksk')
})
