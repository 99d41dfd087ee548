import { describe, expect, test } from 'vitest'
import { byHand, insert, likeTheLast, plantedFolder, type Row } from './given.ts'

const record = () => byHand(plantedFolder())
type Connection = ReturnType<typeof record>
const lastClosed = (connection: Connection) =>
  connection.prepare('select * from closures order by held_on desc').get() as Row & { held_on: string }

describe('a closed review day closes the past', () => {
  const on = (day: string, more: Row = {}): Row => ({
    holds_from: day,
    place_day: day,
    corrects: null,
    ...more,
  })

  test('an update that holds from it or from before it is refused, in that plan only', () => {
    const connection = record()
    const { held_on } = lastClosed(connection)
    for (const day of ['2020-12-15', held_on]) {
      const late = likeTheLast(connection, 'updates', on(day))
      expect(() => insert(connection, 'updates', late)).toThrow('the review day of this update is closed')
    }
    const other = insert(connection, 'plans', likeTheLast(connection, 'plans', { slug: 'en-annan' }))
    const point = insert(connection, 'points', likeTheLast(connection, 'points', { plan_id: other }))
    const there = likeTheLast(connection, 'updates', on('2020-12-15', { plan_id: other, point_id: point }))
    expect(insert(connection, 'updates', there)).toBeGreaterThan(0)
  })

  test('an update cannot pass by naming another plan than its point’s', () => {
    const connection = record()
    const other = insert(connection, 'plans', likeTheLast(connection, 'plans', { slug: 'en-annan' }))
    const smuggled = likeTheLast(connection, 'updates', on('2020-12-15', { plan_id: other }))
    expect(() => insert(connection, 'updates', smuggled)).toThrow('an update belongs to its point')
  })

  test('a correction is one of the same point', () => {
    const connection = record()
    const row = likeTheLast(connection, 'updates', on('2024-05-01'))
    const foreign = connection
      .prepare(
        'select id from updates u where point_id <> ? and not exists (select 1 from updates c where c.corrects = u.id)',
      )
      .pluck()
      .get(row.point_id) as number
    expect(() => insert(connection, 'updates', { ...row, corrects: foreign })).toThrow(
      'an update belongs to its point',
    )
    expect(() => insert(connection, 'updates', { ...row, corrects: 999_999 })).toThrow(
      'an update belongs to its point',
    )
  })

  test('nothing is decided, said or taken part in on it afterwards', () => {
    const connection = record()
    const { review_id, plan_id } = lastClosed(connection)
    const open = insert(
      connection,
      'reviews',
      likeTheLast(connection, 'reviews', { term: '2024-vt', held_on: '2024-05-14' }),
    )
    const { text_id, recorded_at, recorded_by } = likeTheLast(connection, 'decisions')
    const said = {
      plan_id: plan_id!,
      text_id: text_id!,
      recorded_at: recorded_at!,
      recorded_by: recorded_by!,
    }
    const rows: Record<string, Row> = {
      decisions: likeTheLast(connection, 'decisions'),
      comments: { ...said, by_function: 'Folkhälsostrateg' },
      participants: { plan_id: plan_id!, function: 'Enhetschef' },
    }
    for (const [table, row] of Object.entries(rows)) {
      expect(() => insert(connection, table, { ...row, review_id: review_id! }), table).toThrow(
        'a closed review day never changes',
      )
      expect(insert(connection, table, { ...row, review_id: open }), table).toBeGreaterThan(0)
    }
    const attended = connection.prepare('update participants set attended = 1').run().changes
    expect(attended).toBe(1)
  })

  test('its place, its day and its term never change, and it is never taken away', () => {
    const connection = record()
    const { review_id } = lastClosed(connection)
    for (const statement of [
      `update reviews set held_on = '2024-01-01' where id = ${review_id}`,
      `update reviews set term = '2024-vt' where id = ${review_id}`,
      `delete from reviews where id = ${review_id}`,
      `insert or replace into reviews select * from reviews where id = ${review_id}`,
    ]) {
      expect(() => connection.exec(statement), statement).toThrow('a closed review day never changes')
    }
  })

  test('one that is still open may be moved or taken away', () => {
    const connection = record()
    const open = { term: '2024-vt', held_on: '2024-05-14' }
    const id = insert(connection, 'reviews', likeTheLast(connection, 'reviews', open))
    connection.exec(`update reviews set held_on = '2024-05-21' where id = ${id}`)
    expect(connection.prepare('delete from reviews where id = ?').run(id).changes).toBe(1)
  })
})

describe('a review day that is called off', () => {
  function calledOff() {
    const connection = record()
    const open = { term: '2024-vt', held_on: '2024-05-14' }
    const review = insert(connection, 'reviews', likeTheLast(connection, 'reviews', open))
    const { plan_id, recorded_by, recorded_at } = likeTheLast(connection, 'decisions')
    const row: Row = {
      plan_id: plan_id!,
      review_id: review,
      recorded_by: recorded_by!,
      recorded_at: recorded_at!,
      by_function: 'Folkhälsostrateg',
    }
    return { connection, review, row }
  }

  test('was not held: one that is closed, or where something was decided or said, stays', () => {
    const { connection, review, row } = calledOff()
    const refused = 'a review day that was held cannot be cancelled'
    const closed = { ...row, review_id: lastClosed(connection).review_id! }
    expect(() => insert(connection, 'cancellations', closed)).toThrow(refused)
    insert(connection, 'decisions', likeTheLast(connection, 'decisions', { review_id: review }))
    expect(() => insert(connection, 'cancellations', row)).toThrow(refused)
    expect(() => insert(connection, 'cancellations', { ...row, plan_id: 99 })).toThrow(refused)
  })

  test('never changes: it is not moved, decided on, said of, taken part in or closed', () => {
    const { connection, review, row } = calledOff()
    insert(connection, 'cancellations', row)
    const refused = 'a cancelled review day never changes'
    const move = `update reviews set held_on = '2024-05-21' where id = ${review}`
    expect(() => connection.exec(move)).toThrow(refused)
    const { text_id } = likeTheLast(connection, 'decisions')
    const rows: Record<string, Row> = {
      decisions: likeTheLast(connection, 'decisions', { review_id: review }),
      comments: { ...row, text_id: text_id! },
      participants: { plan_id: row.plan_id!, review_id: review, function: 'Enhetschef' },
      closures: likeTheLast(connection, 'closures', { review_id: review, held_on: '2024-05-14' }),
    }
    for (const [table, one] of Object.entries(rows))
      expect(() => insert(connection, table, one), table).toThrow(refused)
    expect(() => connection.exec('delete from cancellations')).toThrow('cancellations is append-only')
  })
})

describe('review days close in order, each chained to the one before', () => {
  const refused = 'review days close in order, each chained to the one before'

  function nextClosure(connection: Connection, otherwise: Row = {}): Row {
    const open = { term: '2024-vt', held_on: '2024-05-14' }
    const review = insert(connection, 'reviews', likeTheLast(connection, 'reviews', open))
    const chained = { review_id: review, held_on: '2024-05-14', previous_hash: lastClosed(connection).hash! }
    return likeTheLast(connection, 'closures', { ...chained, hash: 'next', ...otherwise })
  }

  test.for([
    ['on a day that is closed', (last: Row) => ({ held_on: last.held_on! })],
    ['before a day that is closed', () => ({ held_on: '2021-01-01' })],
    ['chained to nothing', () => ({ previous_hash: '' })],
    ['chained to an earlier one', (last: Row) => ({ previous_hash: last.previous_hash! })],
  ] as const)('a closure %s is refused', ([, otherwise]) => {
    const connection = record()
    const closures = connection.prepare('select * from closures').all()
    const row = nextClosure(connection, otherwise(lastClosed(connection)))
    expect(() => insert(connection, 'closures', row)).toThrow(refused)
    expect(connection.prepare('select * from closures').all()).toEqual(closures)
  })

  test('a closure of another day than the review’s, or of another plan’s review, is refused', () => {
    const connection = record()
    const row = nextClosure(connection)
    expect(() => insert(connection, 'closures', { ...row, held_on: '2024-05-15' })).toThrow(refused)
    const plan = insert(connection, 'plans', likeTheLast(connection, 'plans', { slug: 'en-annan' }))
    expect(() => insert(connection, 'closures', { ...row, plan_id: plan, previous_hash: '' })).toThrow(
      refused,
    )
  })

  test('a review day is closed once', () => {
    const connection = record()
    const row = nextClosure(connection)
    insert(connection, 'closures', row)
    expect(() => insert(connection, 'closures', { ...row, previous_hash: 'next' })).toThrow(refused)
  })

  test('the first of a plan is chained to nothing', () => {
    const connection = record()
    const plan = insert(connection, 'plans', likeTheLast(connection, 'plans', { slug: 'en-annan' }))
    const review = insert(connection, 'reviews', likeTheLast(connection, 'reviews', { plan_id: plan }))
    const first = likeTheLast(connection, 'closures', { plan_id: plan, review_id: review })
    expect(() => insert(connection, 'closures', first)).toThrow(refused)
    expect(insert(connection, 'closures', { ...first, previous_hash: '' })).toBeGreaterThan(0)
  })
})
