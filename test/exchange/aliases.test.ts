import { expect, test } from 'vitest'
import { findPlan } from '../../server/database/plan.ts'
import { registerOrganisation } from '../../server/people/organisations/store.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { faultsOf, fileOf, goodMapping, goodRows, installation, jsonOf } from './given.ts'
import { listOrganisations } from '../../server/people/organisations.store.ts'

/** An installation that knows the file's organisation by other words. */
async function calledOtherwise(aliases: string[], name = 'Sjöviks kommun') {
  const given = await installation()
  await given.db.write((tx) =>
    registerOrganisation(tx, { code: 'sjovik', name, kind: 'municipality', aliases }),
  )
  return given
}

const leadsOf = (given: Awaited<ReturnType<typeof installation>>) =>
  given.db.read(async (tx) => {
    const plan = (await findPlan(tx, 'planen'))!
    return (await pointsOnDay(tx, plan.id, '2023-11-20')).map(({ lead }) => lead.code)
  })

test.each([
  ['an alias', ['Kommunen'], undefined],
  ['its name, whatever the case', [], 'KOMMUNEN'],
])('an organisation of the file is found by %s, and not added once more', async (_how, aliases, name) => {
  const given = await calledOtherwise(aliases, name)
  expect(faultsOf(await given.receive(fileOf(goodRows), jsonOf(goodMapping)))).toEqual([])
  expect(await leadsOf(given)).toEqual(['sjovik', 'sjovik'])
  expect(await given.db.read(listOrganisations)).toHaveLength(1)
})

test('one that nobody here knows is added', async () => {
  const given = await calledOtherwise(['stan'])
  expect(faultsOf(await given.receive(fileOf(goodRows), jsonOf(goodMapping)))).toEqual([])
  expect(await leadsOf(given)).toEqual(['kommunen', 'kommunen'])
  expect(await given.db.read(listOrganisations)).toHaveLength(2)
})
