import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { CoverageData } from '../../server/activities/coverage.page.ts'
import { plan } from '../api/given.ts'
import { world, type Member } from '../support/world.ts'

const page = '/psykisk-halsa/tackning'
const dataOf = async (member: Member, query = '') =>
  (await member.get(`${page}${query}`, { headers: { accept: 'application/json' } })).json() as CoverageData
const total = ({ places }: CoverageData) => places.reduce((sum, one) => sum + one.total, 0)

describe('where something has happened', () => {
  test('is for those who lead the plan', async () => {
    const all = await world()
    expect((await all.anybody.get(page)).statusCode).toBe(401)
    for (const role of ['reporter', 'ambassador', 'reader'] as const)
      expect([role, (await (await all.as(role)).get(page)).statusCode]).toEqual([role, 403])
  })

  test('counts every standing activity of the plan once, and those of the round that is under way', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const { activities, closedAt } = await all.db.read(async (tx) => {
      const rows = await tx.select().from(tx.tables.activities)
      const corrected = new Set(rows.map(({ corrects }) => corrects))
      const closures = await tx.select().from(tx.tables.closures)
      return {
        activities: rows.filter(({ id }) => !corrected.has(id)),
        closedAt: closures
          .map((one) => one.closedAt)
          .sort()
          .at(-1)!,
      }
    })
    expect(total(await dataOf(strategist, '?sedan=alla'))).toBe(activities.length)
    const round = await dataOf(strategist, '?sedan=2023-ht')
    // A round that has just begun is not what is asked about.
    expect((await dataOf(strategist)).since).toBe('2023-vt')
    expect(round.since).toBe('2023-ht')
    expect(total(round)).toBe(activities.filter(({ recordedAt }) => recordedAt > closedAt).length)
  })

  test('puts nobody before anybody: workplaces by name, and the silent by themselves until they are heard', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const ambassador = await all.as('ambassador')
    const before = await dataOf(strategist, '?sedan=2023-ht')
    expect(before.silent.length).toBeGreaterThan(0)
    const said = { point: '15', what: 'Träff', happenedOn: '2023-11-20' }
    expect((await ambassador.post(`${plan}/activities`, said)).statusCode).toBe(201)
    const after = await dataOf(strategist, '?sedan=2023-ht')
    const named = ({ name, organisation }: { name: string; organisation: string | null }) =>
      `${organisation ?? name} ${organisation ? name : ''}`
    const names = after.places.map(named)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')))
    const heard = after.places.find(({ points }) => points.some(({ number }) => number === '15'))!
    const silent = after.silent.find(({ organisation }) => organisation === heard.organisation)
    expect(silent?.workplaces ?? []).not.toContain(heard.name)
    expect(total(after)).toBe(total(before) + 1)
    expect(after.uncovered.map(({ number }) => number)).not.toContain('15')
  })

  test.for(['whose role has ended', 'who has left'] as const)(
    'does not call a workplace silent for an ambassador %s',
    async (how) => {
      const all = await world()
      const strategist = await all.as('strategist')
      const { personId } = await all.as('ambassador')
      const alone = { workplace: 'Kontoret på ön' }
      const isSilent = async () =>
        (await dataOf(strategist)).silent.some(({ workplaces }) => workplaces.includes(alone.workplace))
      const at = all.now.toISOString()
      await all.db.write(async (tx) => {
        const { memberships } = tx.tables
        await tx.update(memberships).set(alone).where(eq(memberships.personId, personId))
      })
      expect(await isSilent()).toBe(true)
      await all.db.write(async (tx) => {
        const { memberships, people } = tx.tables
        if (how === 'who has left')
          await tx.update(people).set({ deactivatedAt: at }).where(eq(people.id, personId))
        else await tx.update(memberships).set({ endedAt: at }).where(eq(memberships.personId, personId))
      })
      expect(await isSilent()).toBe(false)
    },
  )
})
