import { expect, test } from 'vitest'
import { plan, update } from '../api/given.ts'
import { reading } from './given.ts'

test('withdrawn, merged and later added points are told apart on the dashboard, in the list and in the report', async () => {
  const all = await reading(new Date('2023-11-20T09:00:00.000Z'))
  const strategist = await all.as('strategist')
  const decision = { by: 'kommunfullmäktige', on: '2023-11-15', reference: '§ 150' }
  const added = await strategist.post(`${plan}/points`, {
    number: '26',
    title: 'Trygg natt',
    lead: { organisation: 'soc' },
    decision,
  })
  expect(added.statusCode).toBe(201)
  const say = async (number: string, claim: object) => {
    const { latestUpdate } = (await strategist.get(`${plan}/points/${number}`)).json() as {
      latestUpdate: number | null
    }
    const body = update({ basedOn: latestUpdate, ...claim })
    expect((await strategist.post(`${plan}/points/${number}/updates`, body)).statusCode).toBe(201)
  }
  await say('26', { status: 'in_progress', outlook: 'late', reason: 'Personal saknas.' })
  await say('16', {
    status: 'merged',
    outlook: 'not_assessed',
    mergedInto: '15',
    decision,
    reason: 'Samma arbete.',
  })
  const dashboard = await all.read('/psykisk-halsa')
  expect(dashboard.text).toContain('18 av 25 punkter är slutförda.')
  expect(dashboard.text).toContain(
    'Dessutom har en punkt lagts till efter beslutet. Den räknas för sig: 0 av 1',
  )
  // Among what does not go as planned, and in the list.
  expect(dashboard.text).toMatch(/Trygg natt[^.]*Försenad[^.]*Tillagd efter beslutet\./)
  expect(dashboard.text).toMatch(/Trygg natt ?Tillagd efter beslutet/)
  expect(dashboard.text).toMatch(/Ofrivillig ensamhet[^.]*Sammanslagen med punkt 15/)
  expect(dashboard.text).toMatch(/suicidpreventiv plan[^.]*Utgår/)

  expect(
    (await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20', term: '2023-ht-2' })).statusCode,
  ).toBe(201)
  const { latestUpdate } = (await strategist.get(`${plan}/reviews/2023-ht-2`)).json() as {
    latestUpdate: number
  }
  const closed = await strategist.put(`${plan}/reviews/2023-ht-2/closure`, { basedOn: latestUpdate })
  expect(closed.statusCode).toBe(200)
  const { text } = await all.read('/psykisk-halsa/avstamningar/2023-ht-2')
  expect(text).toContain('Dessutom har en punkt lagts till efter beslutet.')
  // Seven of the twenty-five, as the headline says; the later one is told beside.
  expect(text).toContain(
    'Sju punkter är inte slutförda. Dessutom återstår en punkt som lades till efter beslutet.',
  )
  expect(text).toMatch(/Trygg natt ?Tillagd efter beslutet\. ?Personal saknas/)
  expect(text).toMatch(/Sammanslagen med punkt 15/)
  expect(text).toMatch(/Utgår/)
})
