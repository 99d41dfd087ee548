import { expect, test } from 'vitest'
import { latestOf } from '../api/given.ts'
import { owning } from '../api/preparation.given.ts'
import { world } from '../support/world.ts'
import { drawReally, seen } from './given.ts'

const plan = '/api/v1/plans/psykisk-halsa'

async function preparing(heldOn: string) {
  const given = await owning(await world({ render: drawReally }), ['15', '16'])
  await given.strategist.post(`${plan}/reviews`, { heldOn })
  const mine = async (who: 'reporter' | 'strategist') => seen((await given[who].get('/mitt')).body)
  return { ...given, mine }
}

test('before the preparation has begun nobody is asked', async () => {
  const { mine } = await preparing('2024-05-16')
  expect(await mine('reporter')).not.toContain('väntar på ditt svar')
  expect(await mine('strategist')).not.toContain('Vem har svarat?')
})

test('what waits for an answer before the review day comes first, and is gone when it is answered; who leads sees how it goes', async () => {
  const { all, mine, reporter } = await preparing('2023-12-14')
  expect(await mine('reporter')).toMatch(
    /Två saker behöver dig före avstämningen\..*Två punkter väntar på ditt svar före avstämningen 14 december 2023 15 ?Närvarofrämjande.*Vi behöver hjälp.*Inget nytt sedan sist.*16 ?Ofrivillig/,
  )
  const before = await mine('strategist')
  expect(before).toContain('0 av 6 öppna punkter har fått svar.')
  expect(before).toContain('Ingen har fått frågan än.')
  await reporter.post(`${plan}/points/15/help`, { text: 'Vem ringer skolorna?' })
  await reporter.post(`${plan}/points/16/nothing-new`, {
    basedOn: await latestOf(all.anybody, '16'),
    again: true,
  })
  expect(await mine('reporter')).not.toContain('väntar på ditt svar')
  const after = await mine('strategist')
  expect(after).toContain('2 av 6 öppna punkter har fått svar.')
  expect(after).toContain('En behöver hjälp.')
})

test('ambassadors and readers are asked nothing', async () => {
  const { all } = await preparing('2023-12-14')
  for (const role of ['ambassador', 'reader'] as const)
    expect(seen((await (await all.as(role)).get('/mitt')).body)).not.toMatch(
      /väntar på ditt svar|Vem har svarat/,
    )
})
