import { describe, expect, test } from 'vitest'
import { byHand, plantedFolder, type Row } from './given.ts'

const record = () => byHand(plantedFolder())

describe('a text', () => {
  const masking = `update texts set body = null, salt = null, masked_at = '2024-01-08T09:00:00.000Z',
    masked_by = 1, masked_because = 'personuppgift'`

  test.for([
    ['edited', `update texts set body = 'annat' where id = 1`],
    ['given another hash', `update texts set sha256 = 'annat' where id = 1`],
    ['given another salt', `update texts set salt = 'annat' where id = 1`],
    ['masked with its salt kept', masking.replace('salt = null,', '') + ' where id = 1'],
    ['masked with its words kept', masking.replace('body = null,', '') + ' where id = 1'],
    ['masked by other words', masking.replace('body = null', `body = '(borttaget)'`) + ' where id = 1'],
    ['masked without a moment', masking.replace(/masked_at = '.*?',/, '') + ' where id = 1'],
    ['masked without anybody', masking.replace('masked_by = 1,', '') + ' where id = 1'],
    ['masked without a reason', masking.replace(/,\s+masked_because = '.*'/, '') + ' where id = 1'],
    ['masked and given another hash', `${masking}, sha256 = 'annat' where id = 1`],
    ['masked and given another id', `${masking}, id = 999999 where id = 1`],
    ['deleted', 'delete from texts where id = 1'],
    ['replaced', `insert or replace into texts select * from texts where id = 1`],
  ] as const)('is never %s', ([, statement]) => {
    const connection = record()
    const before = connection.prepare('select * from texts').all()
    expect(() => connection.exec(statement)).toThrow(/texts is append-only|a text can only be masked, once/)
    expect(connection.prepare('select * from texts').all()).toEqual(before)
  })

  test('is masked once, and nothing of it comes back', () => {
    const connection = record()
    const { sha256, plan_id } = connection.prepare('select * from texts where id = 1').get() as Row
    connection.exec(`${masking} where id = 1`)
    const masked = connection.prepare('select * from texts where id = 1').get()
    expect(masked).toMatchObject({ body: null, salt: null, sha256, plan_id, masked_by: 1 })
    for (const again of [
      `${masking} where id = 1`,
      `update texts set masked_because = 'annat' where id = 1`,
      `update texts set body = 'åter', salt = 'åter', masked_at = null, masked_by = null, masked_because = null where id = 1`,
    ]) {
      expect(() => connection.exec(again)).toThrow('a text can only be masked, once')
    }
    expect(connection.prepare('select * from texts where id = 1').get()).toEqual(masked)
  })
})
