import { describe, expect, test } from 'vitest'
import { byHand, insert, likeTheLast, plantedFolder, type Row } from './given.ts'

const appendOnly = [
  'wordings',
  'assignments',
  'updates',
  'evidence',
  'activities',
  'showings',
  'closures',
  'decisions',
]

const record = () => byHand(plantedFolder())

describe.for(appendOnly)('the append-only table %s', (table) => {
  test('refuses every way of editing a row', () => {
    const connection = record()
    const before = connection.prepare(`select * from ${table}`).all()
    for (const edit of [
      `update ${table} set id = id`,
      `update or ignore ${table} set id = id`,
      `update or replace ${table} set id = 1`,
      `insert into ${table} select * from ${table} where true on conflict do update set id = id`,
    ]) {
      expect(() => connection.exec(edit), edit).toThrow(/append-only|closed|close in order/)
    }
    expect(connection.prepare(`select * from ${table}`).all()).toEqual(before)
  })

  test('refuses to let a row go', () => {
    const connection = record()
    const before = connection.prepare(`select * from ${table}`).all()
    expect(before.length).toBeGreaterThan(0)
    expect(() => connection.exec(`delete from ${table}`)).toThrow(`${table} is append-only`)
    expect(() => connection.exec(`delete from ${table} where id = (select max(id) from ${table})`)).toThrow()
    expect(connection.prepare(`select * from ${table}`).all()).toEqual(before)
  })

  test('refuses to replace a row', () => {
    const connection = record()
    const before = connection.prepare(`select * from ${table} order by id`).all() as Row[]
    for (const row of before) {
      expect(() => insert(connection, table, row, 'insert or replace')).toThrow()
    }
    expect(connection.prepare(`select * from ${table} order by id`).all()).toEqual(before)
  })

  test('takes a new row', () => {
    const connection = record()
    const review = openReview(connection)
    const fresh: Record<string, Row> = {
      updates: { holds_from: '2024-05-01', place_day: '2024-05-01', corrects: null },
      activities: { corrects: null },
      closures: closureAfter(connection, review),
      decisions: { review_id: review },
    }
    expect(insert(connection, table, likeTheLast(connection, table, fresh[table]))).toBeGreaterThan(0)
  })
})

const coming = { term: '2024-vt', held_on: '2024-05-14' }
const openReview = (connection: ReturnType<typeof record>): number =>
  insert(connection, 'reviews', likeTheLast(connection, 'reviews', coming))

function closureAfter(connection: ReturnType<typeof record>, review: number): Row {
  const { hash } = connection.prepare('select hash from closures order by held_on desc').get() as {
    hash: string
  }
  return { review_id: review, held_on: coming.held_on, previous_hash: hash, hash: 'next' }
}

describe('replacing a row', () => {
  const late = { holds_from: '2024-05-01', place_day: '2024-05-01' }

  test('is refused also when another value than the id collides', () => {
    const connection = record()
    const corrected = connection
      .prepare('select corrects, point_id from updates where corrects is not null')
      .get() as Row
    const row = likeTheLast(connection, 'updates', { ...late, ...corrected })
    expect(() => insert(connection, 'updates', row, 'insert or replace')).toThrow('updates is append-only')
    const point = likeTheLast(connection, 'points')
    expect(() => insert(connection, 'points', point, 'insert or replace')).toThrow('a point is never deleted')
  })

  test('would pass every guard if triggers did not see what REPLACE deletes: so every connection lets them', () => {
    const connection = record()
    const id = insert(connection, 'updates', likeTheLast(connection, 'updates', { ...late, corrects: null }))
    const forged = { ...likeTheLast(connection, 'updates'), id, status: 'closed' }
    expect(connection.pragma('recursive_triggers', { simple: true })).toBe(1)
    expect(() => insert(connection, 'updates', forged, 'replace')).toThrow('updates is append-only')
    connection.pragma('recursive_triggers = OFF')
    expect(insert(connection, 'updates', forged, 'replace')).toBe(id)
  })
})
