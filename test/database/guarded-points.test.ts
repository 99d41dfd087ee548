import { describe, expect, test } from 'vitest'
import { byHand, plantedFolder } from './given.ts'

const record = () => byHand(plantedFolder())

describe('a point and the installation', () => {
  test.for([
    ['renumbered', `update points set number = '99' where number = '7'`],
    ['moved to another plan', 'update points set plan_id = 2'],
    ['counted among the adopted afterwards', 'update points set adopted = 1 - adopted'],
  ] as const)('a point is never %s', ([, statement]) => {
    expect(() => record().exec(statement)).toThrow('a point is never renumbered')
  })

  test.for([
    ['its first end moved', `update points set first_due_on = '2030-12-31' where number = '7'`],
    ['its first end taken away', `update points set first_due_on = null where number = '7'`],
    ['the day it was added moved', `update points set added_on = '2020-01-01' where number = '7'`],
  ] as const)('a point never has %s', ([, statement]) => {
    expect(() => record().exec(statement)).toThrow(
      'the first end of a point and the day it was added never change',
    )
  })

  test('a point is never deleted; its counter may be raised', () => {
    const connection = record()
    expect(() => connection.exec('delete from points')).toThrow('a point is never deleted')
    expect(connection.prepare('update points set activity_count = activity_count + 1').run().changes).toBe(25)
  })

  test('an example stays an example; only its revision moves', () => {
    const connection = record()
    const refused = /an installation is an example for good or never|the installation mark is never deleted/
    for (const statement of [
      'update installation set example = 0',
      'update installation set id = 2',
      'delete from installation',
      'insert or replace into installation select id, 0, revision, created_at from installation',
      'insert into installation select 2, 0, revision, created_at from installation',
    ]) {
      expect(() => connection.exec(statement), statement).toThrow(refused)
    }
    expect(connection.prepare('update installation set revision = revision + 1').run().changes).toBe(1)
  })
})
