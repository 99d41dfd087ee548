import { copyFileSync } from 'node:fs'
import { expect, inject, onTestFinished, test } from 'vitest'
import { closuresOf } from '../../server/reviews/close.store.ts'
import type { Database } from '../../server/database/database.ts'
import { fileIn, openDatabase } from '../../server/database/open.ts'
import { findPlan } from '../../server/database/plan.ts'
import { ownFolder } from '../support/own-folder.ts'
import { installation, munster } from './given.ts'

const hashesOf = (db: Database, slug: string) =>
  db.read(async (tx) =>
    (await closuresOf(tx, (await findPlan(tx, slug))!.id)).map(({ hash }) => hash.slice(0, 12)),
  )

// What a record holds may grow; the record of a day that has nothing of it stays the same to the last sign, as somebody has printed it.

test('the example closes its review days with the hashes it always had', async () => {
  const folder = ownFolder('kept')
  copyFileSync(inject('plantedFile'), fileIn(folder))
  const db = openDatabase({ folder, now: new Date('2023-11-20T09:00:00Z') })
  onTestFinished(() => db.close())
  expect(await hashesOf(db, 'psykisk-halsa')).toEqual([
    '546a5db4ed5e',
    '64c16169d5c3',
    '87232a7dea5b',
    '367cb2907828',
    'baf32625c624',
    'a24757f89c29',
  ])
})

test('and so does Münster', async () => {
  const { run, db } = await installation()
  await run(munster.table, '--mapping', munster.mapping)
  expect(await hashesOf(db, 'klimat-munster')).toEqual(['c295e09a4231', 'e79b27cc5c40', 'c6361dcd7eb4'])
})
