import { describe, expect, test } from 'vitest'
import type { ExamplesData } from '../../server/activities/examples.page.ts'
import { createPlan } from '../../server/plans/store.ts'
import type { Member } from '../support/world.ts'
import { drawReally, reading, seen } from './given.ts'
import { world } from '../support/world.ts'

const page = '/psykisk-halsa/aktiviteter'
const api = '/api/v1/plans/psykisk-halsa/activities'

const logged = async (member: Member, said: object = {}): Promise<number> => {
  const whole = { point: '7', what: 'Studiebesök i tre lägenheter.', happenedOn: '2023-11-16', ...said }
  const answer = await member.post(api, whole)
  return (answer.json() as { activity: { id: number } }).activity.id
}
const pageOf = async (who: Pick<Member, 'get'>, path = page) => {
  const answer = await who.get(path)
  return { status: answer.statusCode, html: answer.body, text: seen(answer.body) }
}
const drawn = () => world({ render: drawReally })

describe('good examples, for everybody (A12)', () => {
  test('are those that are shown to all, by function and organisation, without a script', async () => {
    const { as, anybody, db } = await drawn()
    const ambassador = await as('ambassador')
    const id = await logged(ambassador)
    expect((await pageOf(anybody)).text).not.toContain('Studiebesök i tre lägenheter.')
    await (await as('strategist')).put(`${api}/${id}/visibility`, { shown: true })
    const { html, text } = await pageOf(anybody)
    expect(text).toContain('Studiebesök i tre lägenheter.')
    expect(text).not.toMatch(/Intern|Visas för alla|Logga samma igen|Ta bort text/)
    expect(html).not.toMatch(/<script|type="checkbox"/)
    const names = await db.read(async (tx) =>
      (await tx.select().from(tx.tables.people)).map(({ name }) => name),
    )
    expect(names.filter((name) => name && html.includes(name))).toEqual([])
  })

  test('of a plan nobody may see yet do not exist', async () => {
    const { as, db, anybody, now } = await drawn()
    const { personId } = await as('administrator')
    await db.write((tx) =>
      createPlan(
        tx,
        {
          slug: 'utkast',
          title: 'Utkast',
          municipality: 'Sjövik',
          period: { from: '2023-01-01', to: '2024-12-31' },
          adoption: { by: 'KF', on: '2023-01-01' },
        },
        { by: { personId, function: 'x', organisationId: null }, now, salt: () => 'x' },
      ),
    )
    expect((await pageOf(anybody, '/utkast/aktiviteter')).status).toBe(404)
  })

  test('are chosen by point, target group and organisation, and what the plan has not gives a way back', async () => {
    const { read } = await reading()
    const { text } = await read(`${page}?punkt=8&malgrupp=vuxna`)
    expect(text).toContain('Höstens samtalsgrupp har träffats sex gånger.')
    expect(text).not.toContain('Anhörigdagen')
    for (const query of ['punkt=99', 'malgrupp=hundar', 'organisation=ingen', 'efter=1']) {
      const nothing = await read(`${page}?${query}`)
      expect([query, nothing.status]).toEqual([query, 200])
      expect(nothing.text).toMatch(/Inget passar\. Visa allt\.|Inget visas här än\./)
    }
  })

  test('go on by key to the end, each once, with what was chosen', async () => {
    const { read } = await reading()
    const found: string[] = []
    let next: string | undefined = `${page}?malgrupp=unga`
    while (next !== undefined) {
      const { html } = await read(next)
      found.push(...[...html.matchAll(/<p class="written[^>]*>([^<]+)</g)].map(([, words]) => words!))
      next = /href="([^"]*efter=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(found.length).toBeGreaterThan(20)
    const { items } = (await (await world()).anybody.get(`${api}?targetGroup=unga&limit=100`)).json() as {
      items: { what: object | null }[]
    }
    expect(found).toHaveLength(items.filter((one) => one.what).length)
  })
})

describe('for those who work with the plan', () => {
  test('all are there, the internal ones marked, but only a plan lead can show and take away', async () => {
    const { as } = await drawn()
    await logged(await as('ambassador'))
    const reader = await pageOf(await as('reader'))
    expect(reader.text).toMatch(/Studiebesök i tre lägenheter\..*?Intern, väntar på att visas/)
    expect(reader.html).not.toMatch(/type="checkbox"|Ta bort text|Logga samma igen/)
    const lead = await pageOf(await as('strategist'))
    expect(lead.html).toMatch(/type="checkbox"/)
    expect(lead.text).toContain('Ta bort text (personuppgift)')
    expect(lead.html).toContain('<script type="module"')
  })

  test('a corrected one says what stood there before, and only to them', async () => {
    const { as, anybody } = await drawn()
    const ambassador = await as('ambassador')
    const id = await logged(ambassador)
    const right = { point: '7', what: 'Studiebesök i fyra lägenheter.', happenedOn: '2023-11-16' }
    const answer = await ambassador.post(`${api}/${id}/corrections`, right)
    const { id: fresh } = (answer.json() as { activity: { id: number } }).activity
    await (await as('strategist')).put(`${api}/${fresh}/visibility`, { shown: true })
    const inside = await pageOf(await as('reader'))
    expect(inside.text).toMatch(
      /Studiebesök i fyra lägenheter\..*Rättad 20 nov 2023\. Så stod det förut.*Studiebesök i tre lägenheter\..*Skrevs 20 nov 2023/,
    )
    const outside = await pageOf(anybody)
    expect(outside.text).toContain('Studiebesök i fyra lägenheter.')
    expect(outside.text).not.toMatch(/Studiebesök i tre lägenheter|Rättad 20 nov/)
  })

  test('what stood there before can be taken away too, by whoever may show', async () => {
    const { as } = await drawn()
    const ambassador = await as('ambassador')
    const id = await logged(ambassador)
    const right = { point: '7', what: 'Studiebesök i fyra lägenheter.', happenedOn: '2023-11-16' }
    await ambassador.post(`${api}/${id}/corrections`, right)
    const before = async (member: Member) => {
      const answer = await member.get(page, { headers: { accept: 'application/json' } })
      return answer.json<ExamplesData>().items.flatMap((one) => one.corrected?.earlier ?? [])
    }
    const strategist = await as('strategist')
    expect(await before(ambassador)).toMatchObject([{ what: 'Studiebesök i tre lägenheter.' }])
    expect((await before(ambassador))[0]!.textId).toBeNull()
    const [{ textId } = {}] = await before(strategist)
    const mask = `/api/v1/plans/psykisk-halsa/texts/${textId}/mask`
    expect((await strategist.put(mask, { because: 'personuppgift' })).statusCode).toBe(200)
    const [masked] = await before(strategist)
    expect(masked).toMatchObject({ masked: true })
    expect(masked?.textId).toBeNull()
  })

  test('one’s own say where they were used, and can be repeated and corrected; nobody else’s can (A07, A11)', async () => {
    const { as } = await drawn()
    const ambassador = await as('ambassador')
    const id = await logged(ambassador)
    const mine = await pageOf(ambassador, `${page}?mina=ja`)
    expect(mine.text).toContain('Det du har loggat')
    expect(mine.text).toMatch(/Räknas redan\. Den kommer med i nästa rapport\..*Räknas i rapporten från/)
    expect(mine.html).toContain(`/psykisk-halsa/aktiviteter/${id}/ratta`)
    const reporter = await as('reporter')
    expect((await pageOf(reporter)).html).not.toContain(`/aktiviteter/${id}/ratta`)
    expect((await pageOf(reporter, `${page}/${id}/ratta`)).status).toBe(404)
    const home = await pageOf(ambassador, '/mitt')
    expect(home.html).toContain(`/psykisk-halsa/logga?upprepa=${id}`)
    const point = '/psykisk-halsa/punkter/7'
    expect((await pageOf(ambassador, point)).html).toContain(`/psykisk-halsa/logga?upprepa=${id}`)
    expect((await pageOf(reporter, point)).html).not.toContain(`upprepa=${id}`)
  })

  test('repeating begins with today and the words of an own activity, never of another’s', async () => {
    const { as } = await drawn()
    const ambassador = await as('ambassador')
    const id = await logged(ambassador, { participants: 0 })
    const form = await pageOf(ambassador, `/psykisk-halsa/logga?upprepa=${id}`)
    expect(form.html).toMatch(/<textarea[^>]*>Studiebesök i tre lägenheter\.<\/textarea>/)
    expect(form.html).toMatch(
      /name="happenedOn"[^>]*value="2023-11-20"|value="2023-11-20"[^>]*name="happenedOn"/,
    )
    const other = await pageOf(await as('reporter'), `/psykisk-halsa/logga?upprepa=${id}`)
    expect(other.html).not.toContain('Studiebesök i tre lägenheter.')
  })

  test('correcting begins with what stands there; what was corrected before is not there', async () => {
    const { as } = await drawn()
    const ambassador = await as('ambassador')
    const id = await logged(ambassador)
    const path = `${page}/${id}/ratta`
    const form = await pageOf(ambassador, path)
    expect(form.text).toContain('Rätta aktiviteten från 16 november 2023')
    expect(form.html).toContain('Studiebesök i tre lägenheter.')
    await ambassador.post(`${api}/${id}/corrections`, { point: '7', what: 'Rätt', happenedOn: '2023-11-16' })
    expect((await pageOf(ambassador, path)).status).toBe(404)
    expect((await pageOf(ambassador, `${page}/x/ratta`)).status).toBe(404)
  })
})
