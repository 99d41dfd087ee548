import { expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { latestOf, plan, update } from './given.ts'
import { everyRoute } from './matrix.given.ts'

const slug = 'psykisk-halsa'

test('a change of a plan raises its revision once, and that of no other; one that is refused leaves it', async () => {
  const { as, db } = await world()
  const reporter = await as('reporter')
  const basedOn = await latestOf(reporter, '7')
  const before = await db.revisions(slug)
  const all = await db.revisions(undefined)
  const refused = await reporter.post(
    `${plan}/points/7/updates`,
    update({ basedOn, holdsFrom: '2099-01-01' }),
  )
  expect([refused.statusCode, await db.revisions(slug)]).toEqual([422, before])
  const key = '2f1c7c1e-0000-4000-8000-000000000001'
  const done = await reporter.post(`${plan}/points/7/updates`, update({ basedOn }), key)
  expect([done.statusCode, await db.revisions(slug)]).toEqual([201, [before[0], before[1] + 1]])
  expect(await db.revisions(undefined)).toEqual([all[0], all[1] + 1])
  const again = await reporter.post(`${plan}/points/7/updates`, update({ basedOn }), key)
  expect([again.body, await db.revisions(slug)]).toEqual([done.body, [before[0], before[1] + 1]])
})

test('what no answer of the plan tells of leaves its revision, and these routes alone say so', async () => {
  const all = await world()
  const unlocked = (await everyRoute(all)).filter(({ config }) => config.withoutLock)
  expect(unlocked.map(({ method, url }) => `${method} ${url.replace('/api/v1/plans/:plan', '')}`)).toEqual([
    'PUT /reviews/:term/meeting/showing',
    'POST /files',
    'PUT /files/:id/completion',
  ])
  const reporter = await all.as('reporter')
  const before = await all.db.revisions(slug)
  const begun = await reporter.post(`${plan}/files`, { name: 'Protokoll.pdf', bytes: 400 })
  expect([begun.statusCode, await all.db.revisions(slug)]).toEqual([201, before])
})
