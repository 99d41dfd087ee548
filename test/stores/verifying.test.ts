import { copyFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { describe, expect, inject as provided, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import { fileIn, openDatabase } from '../../server/database/open.ts'
import { saltedHash } from '../../server/texts/store.ts'
import { ownFolder } from '../support/own-folder.ts'
import { at } from './given.ts'

/** What verify says of the example after somebody with the file in their hands has changed it, behind the program's guards. */
async function faultsAfter(tamper: (db: Sqlite.Database) => void): Promise<string[]> {
  const folder = ownFolder('verifying')
  copyFileSync(provided('plantedFile'), fileIn(folder))
  const file = new Sqlite(fileIn(folder))
  const guards = file.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of guards) file.exec(`drop trigger "${name}"`)
  tamper(file)
  for (const { sql } of guards) file.exec(sql)
  file.close()
  const db = openDatabase({ folder, now: at('2023-11-20') })
  try {
    return (await verify(db)).faults
  } finally {
    await db.close()
  }
}

const decided = 'insert into decisions (plan_id, review_id, text_id, points, recorded_at, recorded_by)'
const said = 'insert into comments (plan_id, review_id, text_id, recorded_at, recorded_by, by_function)'

describe('verify', () => {
  test('has nothing to say where nobody has touched anything', async () => {
    expect(await faultsAfter(() => undefined)).toEqual([])
  })

  test.each([
    [
      'a report that follows another than the one before',
      `update closures set previous_hash = (select hash from closures where id = 1) where id = 3`,
      ['psykisk-halsa 2022-vt: is not chained to the review day before', expect.stringContaining('its hash')],
    ],
    [
      'a letter changed in a report',
      `update closures set snapshot = replace(snapshot, 'Socialkontoret', 'Socialkontoren') where id = 6`,
      ['psykisk-halsa 2023-ht: the stored report does not match its hash'],
    ],
    [
      'a report that has been taken away',
      `delete from closures where id = 2`,
      ['psykisk-halsa 2022-vt: is not chained to the review day before'],
    ],
    [
      'a status written into the history afterwards',
      `update updates set status = 'paused', outlook = 'not_assessed' where id =
         (select max(id) from updates where point_id = (select id from points where number = '7'))`,
      [expect.stringMatching(/^psykisk-halsa 2023-ht: 7 is in_progress, late in the report and paused, /)],
    ],
    [
      'an outlook alone',
      `update updates set outlook = 'on_track' where id =
         (select max(id) from updates where point_id = (select id from points where number = '7'))`,
      [expect.stringMatching(/^psykisk-halsa 2023-ht: 7 is in_progress, late .* in_progress, on_track/)],
    ],
    [
      'a decision more than was locked',
      `${decided} select plan_id, review_id, text_id, points, recorded_at, recorded_by from decisions where id = 19`,
      ['psykisk-halsa 2023-ht: 4 decisions are in the report and 5 in the history'],
    ],
    [
      'another decision in the place of one that was locked',
      `update decisions set text_id = 1 where id = 19`,
      ['psykisk-halsa 2023-ht: 4 decisions are in the report and 4 in the history'],
    ],
    [
      'something said that was not said',
      `${said} select plan_id, review_id, text_id, recorded_at, recorded_by, 'Sekreterare' from decisions where id = 19`,
      ['psykisk-halsa 2023-ht: 0 comments are in the report and 1 in the history'],
    ],
    [
      'the words of a decision',
      `update texts set body = 'Punkt 7 utgår.' where id = 399`,
      ['text 399: does not match its hash'],
    ],
    [
      'a counter that was raised by hand',
      `update points set activity_count = activity_count + 1 where number = '7'`,
      ['psykisk-halsa 7: 10 activities are shown, 9 are there'],
    ],
  ])('finds %s', async (_what, statement, faults) => {
    expect(await faultsAfter((db) => db.exec(statement))).toEqual(faults)
  })

  test('finds the words of a decision also where their hash was made anew: the report keeps the old one', async () => {
    const faults = await faultsAfter((db) => {
      const { salt } = db.prepare('select salt from texts where id = 399').get() as { salt: string }
      const body = 'Punkt 7 utgår.'
      db.prepare('update texts set body = ?, sha256 = ? where id = 399').run(body, saltedHash(salt, body))
    })
    expect(faults).toEqual(['psykisk-halsa 2023-ht: text 399 has another hash in the report'])
  })
})
