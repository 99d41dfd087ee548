import { describe, expect, test } from 'vitest'
import { inOrder, type Duty } from '../../server/http/duty.ts'
import type { MineData } from '../../server/mine/schema.ts'
import { openDecisions } from '../../server/reviews/decisions.store.ts'
import { latestOf, plan } from '../api/given.ts'
import { owning } from '../api/preparation.given.ts'
import { world, type Member } from '../support/world.ts'

const mineOf = async (member: Member) =>
  (await member.get('/mitt', { headers: { accept: 'application/json' } })).json() as MineData
const dutiesOf = async (member: Member) => (await mineOf(member)).plans[0]!.duties
const keys = (duties: readonly Duty[]) => duties.map(({ key }) => key)
const starting = (duties: readonly Duty[], start: string) => duties.filter(({ key }) => key.startsWith(start))

describe('what needs somebody, in one list', () => {
  test('stands in three parts: the newest duty first, of those to come the nearest', () => {
    const duty = (key: string, when: Duty['when'], day: string): Duty => ({
      key,
      when,
      day,
      title: key,
      facts: [],
    })
    const all = [
      duty('far', 'upcoming', '2024-11-14'),
      duty('old', 'due', '2022-05-01'),
      duty('no day', 'waiting', ''),
      duty('near', 'upcoming', '2024-05-16'),
      duty('new', 'due', '2023-11-01'),
      duty('lately', 'waiting', '2023-11-14'),
    ]
    expect(keys(inOrder(all))).toEqual(['new', 'old', 'lately', 'no day', 'near', 'far'])
  })

  test('is counted in the headline, but for what lies ahead', async () => {
    const all = await world()
    const reporter = await all.as('reporter')
    await (await all.as('strategist')).post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const { headline, plans } = await mineOf(reporter)
    expect(plans[0]!.duties.filter(({ when }) => when !== 'upcoming')).toHaveLength(1)
    expect(headline).toBe('En sak behöver dig före avstämningen.')
    expect(starting(plans[0]!.duties, 'next')).toMatchObject([
      { key: 'next-2024-vt', when: 'upcoming', href: '/psykisk-halsa/avstamningar/2024-vt' },
    ])
  })

  test.each(['ambassador', 'reader'] as const)(
    '%s: the next review day, and nothing of leading',
    async (role) => {
      const all = await world()
      await (await all.as('strategist')).post(`${plan}/reviews`, { heldOn: '2024-05-16' })
      expect(keys(await dutiesOf(await all.as(role)))).toEqual(['next-2024-vt'])
    },
  )

  test('an ambassador’s draft waits until it is saved', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const kept = await ambassador.put(`${plan}/drafts/activity`, {
      draft: {
        point: '1',
        what: 'Träff',
        happenedOn: '',
        targetGroup: '',
        occasions: '',
        participants: '',
        link: '',
      },
    })
    expect(kept.statusCode).toBe(200)
    const [draft] = await dutiesOf(ambassador)
    expect(draft).toMatchObject({ key: 'draft', when: 'waiting', action: { href: '/psykisk-halsa/logga' } })
  })
})

describe('those who lead', () => {
  test('are told when no review day is set, to invite when one is, and not of one that is cancelled', async () => {
    const all = await world()
    await all.db.write((tx) => tx.update(tx.tables.plans).set({ periodTo: '2026-12-31' }))
    const strategist = await all.as('strategist')
    expect(keys(await dutiesOf(strategist))).toContain('none-set')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const set = await dutiesOf(strategist)
    expect(keys(set)).not.toContain('none-set')
    expect(starting(set, 'next')[0]?.action?.href).toBe('/psykisk-halsa/avstamningar/2024-vt#bjud-in')
    await strategist.put(`${plan}/reviews/2024-vt/cancellation`, {})
    const cancelled = await dutiesOf(strategist)
    expect(starting(cancelled, 'next')).toEqual([])
    expect(keys(cancelled)).toContain('none-set')
  })

  test('see who asks for help, in whose words, until it is replied to', async () => {
    const { strategist, reporter } = await owning(await world(), ['15'])
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-14' })
    await reporter.post(`${plan}/points/15/help`, { text: 'Vem ringer skolorna?' })
    const [help] = starting(await dutiesOf(strategist), 'help')
    expect(help).toMatchObject({
      when: 'due',
      number: '15',
      facts: [{ text: 'Vem ringer skolorna?', tone: 'own' }, { tone: 'soft' }],
      action: { href: '/psykisk-halsa/avstamningar/2023-ht-2/forberedelse' },
    })
    expect(starting(await dutiesOf(reporter), 'help')).toEqual([])
  })

  test('have minutes and thanks left after a locked day, for sixty days', async () => {
    const all = await world()
    const left = async () => {
      const duties = await dutiesOf(await all.as('strategist'))
      return keys([...starting(duties, 'minutes'), ...starting(duties, 'thanks')])
    }
    expect(await left()).toEqual(['minutes-2023-ht', 'thanks-2023-ht'])
    const strategist = await all.as('strategist')
    const saved = await strategist.post(`${plan}/reviews/2023-ht/minutes`, {
      text: 'Vi sågs.',
      basedOn: null,
    })
    expect(saved.statusCode).toBe(201)
    expect(await left()).toEqual(['thanks-2023-ht'])
    all.now = new Date('2024-03-20T09:00:00Z')
    expect(await left()).toEqual([])
  })

  test('have one row for each review day whose decisions wait for an answer; whoever is to carry one out has it by itself', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const waiting = starting(await dutiesOf(strategist), 'decisions-')
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.every(({ action }) => action?.href.endsWith('/efterat'))).toBe(true)
    const reporter = await all.as('reporter')
    const own = starting(await dutiesOf(reporter), 'decision-')
    const decisions = await all.db.read((tx) => openDecisions(tx, 1))
    for (const { key } of own) {
      const { responsible, points } = decisions.find(({ id }) => `decision-${id}` === key)!
      const named = points.some((number) => ['7', '6', '21'].includes(number))
      expect(responsible.organisation?.code === 'soc' || named).toBe(true)
    }
  })
})

test('a point that is asked about ahead of a review day is not asked about twice', async () => {
  const { strategist, reporter, all } = await owning(await world(), ['7'])
  await strategist.post(`${plan}/reviews`, { heldOn: '2023-12-14' })
  const asked = async () => {
    const [mine] = (await mineOf(reporter)).plans
    return [mine!.asked?.points.map(({ number }) => number), starting(mine!.duties, 'point-').length]
  }
  expect(await asked()).toEqual([['7'], 0])
  await reporter.post(`${plan}/points/7/nothing-new`, {
    basedOn: await latestOf(all.anybody, '7'),
    again: true,
  })
  expect(await asked()).toEqual([undefined, 1])
})
