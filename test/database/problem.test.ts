import { describe, expect, test } from 'vitest'
import { isDiskFull, isUniqueViolation } from '../../server/database/problem.ts'
import { byHand, insert, likeTheLast, plantedFolder, type Row } from './given.ts'

function failing(statement: (connection: ReturnType<typeof byHand>) => unknown): unknown {
  try {
    statement(byHand(plantedFolder()))
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

const wrapped = (error: unknown) =>
  new Error('a query failed', { cause: new Error('again', { cause: error }) })

describe('what the database says when it refuses', () => {
  const repeated = (table: string, otherwise: Row = {}) =>
    failing((connection) => insert(connection, table, likeTheLast(connection, table, otherwise)))
  const full = () =>
    failing((connection) => {
      connection.pragma('max_page_count = 1')
      for (let count = 0; count < 1000; count += 1)
        insert(connection, 'organisations', { code: `${count}`, name: 'x'.repeat(4000), kind: 'kontor' })
    })

  test('a value that is taken is told from every other refusal', () => {
    expect(isUniqueViolation(repeated('wordings', { point_id: null }))).toBe(false)
    expect(isUniqueViolation(repeated('points', { plan_id: 4711 }))).toBe(false)
    expect(isUniqueViolation(full())).toBe(false)
    expect(isUniqueViolation(undefined)).toBe(false)
    expect(isUniqueViolation(repeated('points'))).toBe(true)
  })

  test('a full disk is told from every other refusal', () => {
    expect(isDiskFull(repeated('points'))).toBe(false)
    expect(isDiskFull(new Error('full'))).toBe(false)
    expect(isDiskFull(full())).toBe(true)
  })

  test('also when whoever passes it on has wrapped it', () => {
    expect(isUniqueViolation(wrapped(repeated('points')))).toBe(true)
    expect(isDiskFull(wrapped(full()))).toBe(true)
    expect(isUniqueViolation(wrapped({ code: '23505' }))).toBe(true)
    expect(isDiskFull(wrapped({ code: 'ENOSPC' }))).toBe(true)
  })
})
