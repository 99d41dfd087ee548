import { describe, expect, test } from 'vitest'
import { plan } from '../api/given.ts'
import type { Member } from '../support/world.ts'
import { reading, seen } from './given.ts'

const facts = {
  heldOn: '2024-05-16',
  startsAt: '13:00',
  endsAt: '16:00',
  place: 'Stadshuset, sal Roslagen',
  videoUrl: 'https://moten.example.se/avstamning',
  guest: 'En forskare om ungas psykiska hälsa',
  agenda: 'Vi börjar med fika kl. 12.45.',
  preparedFrom: '2024-04-15',
}
const list = '/psykisk-halsa/avstamningar'
const day = `${list}/2024-vt`
const nbsp = '\u00a0'

async function planned() {
  const all = await reading()
  const strategist = await all.as('strategist')
  await strategist.post(`${plan}/reviews`, facts)
  await strategist.post(`${plan}/reviews`, { heldOn: '2024-11-14' })
  const pageFor = async (member: Pick<Member, 'get'>, path: string) => seen((await member.get(path)).body)
  return Object.assign(all, { strategist, pageFor })
}

describe('the list of review days', () => {
  test('has the week, the time, the place and the state of each, the latest first', async () => {
    const { text, html } = await (await planned()).read(list)
    expect(text).toContain(
      `Våren 2024 Torsdag 16 maj 2024, v. 20, kl. 13.00–16.00 Stadshuset, sal Roslagen Planerad`,
    )
    expect(text).toContain(`Hösten 2023 Tisdag 14 november 2023, v. 46 Låst 18 av 25 4 nya slutförda`)
    expect(text.indexOf('Hösten 2024')).toBeLessThan(text.indexOf('Våren 2024'))
    expect(html).toContain('href="/api/v1/plans/psykisk-halsa/reviews.ics"')
    expect(html).toContain('href="/api/v1/plans/psykisk-halsa/reviews/2024-vt/calendar.ics"')
    expect(html).not.toContain('reviews/2023-ht/calendar.ics')
    expect(html).not.toContain(facts.videoUrl)
    expect(html).not.toMatch(/<script type="module"/)
  })

  test('has the year as one picture with one sentence, and other years behind links', async () => {
    const { read } = await planned()
    const { html, text } = await read(list)
    expect(html).toContain(
      `aria-label="Årshjul 2024. Avstämningar 16 maj 2024 (v.${nbsp}20) och 14 november 2024 (v.${nbsp}46). ` +
        'Förberedelserna börjar 15 april 2024 och 17 oktober 2024."',
    )
    expect(text).toContain('Nästa avstämning Torsdag 16 maj 2024')
    expect(text).toContain('Planerad. Förberedelserna börjar 15 april 2024.')
    const earlier = await read(`${list}?ar=2021`)
    expect(earlier.html).toContain('aria-label="Årshjul 2021.')
    for (const none of ['2030', 'x', '2021%27']) {
      expect((await read(`${list}?ar=${none}`)).html).toContain('aria-label="Årshjul 2024.')
    }
  })

  test('says the same in English', async () => {
    const { text } = await (await planned()).read(`/en${list}`)
    expect(text).toContain(`Spring 2024 Thursday 16 May 2024, week 20, 13:00–16:00`)
    expect(text).not.toMatch(/\{[a-z]\w*\}|undefined/i)
  })
})

describe('the page of a review day that is not closed', () => {
  test('tells when, where, with whom, about what and in which state it is, but the video link only inside', async () => {
    const all = await planned()
    const outside = await all.read(day)
    for (const told of [
      'Avstämningen är 16 maj 2024.',
      `När Torsdag 16 maj 2024, v. 20, kl. 13.00–16.00`,
      'Var Stadshuset, sal Roslagen',
      'Gäst En forskare om ungas psykiska hälsa',
      'Vi börjar med fika kl. 12.45.',
      'Hur tar vi hand om det som är kvar?',
      'Förberedelserna börjar 15 april 2024.',
    ])
      expect(outside.text).toContain(told)
    expect(outside.html).not.toContain(facts.videoUrl)
    expect(outside.html).not.toContain('bjud-in')
    expect(outside.html).not.toMatch(/<script type="module"/)
    const inside = (await (await all.as('reader')).get(day)).body
    expect(inside).toContain(facts.videoUrl)
    expect(inside).not.toContain('bjud-in')
  })

  test('says where the day is in its life', async () => {
    const all = await planned()
    all.now = new Date('2024-04-15T09:00:00Z')
    expect((await all.read(day)).text).toContain('Förberedelserna pågår sedan 15 april 2024')
    all.now = new Date('2024-05-17T09:00:00Z')
    expect((await all.read(day)).text).toContain('Mötet har varit. Rapporten är inte låst än.')
    expect((await all.read(list)).text).toContain('Inte låst än')
  })

  test('tells those who lead how many an invitation goes to, before it is sent and after', async () => {
    const all = await planned()
    const before = await all.pageFor(all.strategist, day)
    const [, n] = /Inbjudan går till (\d+) personer\./.exec(before) ?? []
    expect(Number(n)).toBeGreaterThan(60)
    const answer = await all.strategist.post(`${plan}/reviews/2024-vt/invitation`, { roles: ['ambassador'] })
    const { invited } = answer.json() as { invited: number }
    const after = await all.pageFor(all.strategist, day)
    expect(after).toContain(`Inbjudan går till ${Number(n) - invited} personer.`)
    expect(after).toContain(`${invited} personer har redan fått den.`)
    await all.strategist.post(`${plan}/reviews/2024-vt/invitation`, {
      roles: ['strategist', 'reporter', 'ambassador', 'reader'],
    })
    expect(await all.pageFor(all.strategist, day)).toContain(
      `Alla ${n} som är med i planen har fått inbjudan.`,
    )
    await all.strategist.put(`${plan}/reviews/2024-vt`, { ...facts, heldOn: '2024-05-23' })
    expect(await all.pageFor(all.strategist, day)).toContain(`Inbjudan går till ${n} personer.`)
  })
})

describe('the forms of those who lead', () => {
  const forms = [`${list}/ny`, `${day}/andra`, `${list}/2023-ht/andra`]

  test('are not for others, and not there for a day that is not', async () => {
    const all = await planned()
    for (const path of forms) {
      expect([path, (await all.anybody.get(path)).statusCode]).toEqual([path, 401])
      expect([path, (await (await all.as('reporter')).get(path)).statusCode]).toEqual([path, 403])
    }
    expect((await all.strategist.get(`${list}/2030-vt/andra`)).statusCode).toBe(404)
  })

  test('are whole in both languages', async () => {
    const { strategist } = await planned()
    for (const path of forms.flatMap((one) => [one, `/en${one}`])) {
      const { body, statusCode } = await strategist.get(path)
      expect([path, statusCode, body.match(/<h1/g)?.length]).toEqual([path, 200, 1])
      expect(seen(body)).not.toMatch(/\{[a-z]\w*\}|undefined/i)
    }
  })

  test('hold what is told now, functions without names, and nothing of a day that is locked', async () => {
    const { strategist } = await planned()
    const headers = { accept: 'application/json' }
    const data = (await strategist.get(`${day}/andra`, { headers })).json() as {
      draft: object
      suggested: { function: string }[]
    }
    expect(data.draft).toEqual({ ...facts, startsAt: '13.00', endsAt: '16.00' })
    expect(data.suggested.map((row) => row.function)).toContain('Folkhälsostrateg')
    expect(JSON.stringify(data)).not.toContain('Karin')
    const english = (await strategist.get(`/en${day}/andra`, { headers })).json() as typeof data
    expect(english.draft).toMatchObject({ startsAt: '13:00' })
    const locked = (await strategist.get(`${list}/2023-ht/andra`)).body
    expect(seen(locked)).toContain('Avstämningen hösten 2023 är låst')
    expect(locked).not.toContain('<form class="form"')
  })

  test('are found from the page of the day', async () => {
    const all = await planned()
    const { body } = await all.strategist.get(day)
    for (const href of [`${day}/andra`, `${day}#bjud-in`]) expect(body).toContain(`href="${href}"`)
    const locked = (await all.strategist.get(`${list}/2023-ht`)).body
    expect(locked).not.toContain('/2023-ht/andra')
    expect((await (await all.as('reporter')).get(day)).body).not.toContain('/andra"')
  })
})

describe('setting a review day when the plan’s time is over', () => {
  test('is possible one day at a time, and says that no year is left to lay out', async () => {
    const all = await reading(new Date('2026-11-22T09:00:00Z'))
    const strategist = await all.as('strategist')
    for (const base of ['', '/en']) {
      const page = await strategist.get(`${base}/psykisk-halsa/avstamningar/ny`)
      expect([base, page.statusCode]).toEqual([base, 200])
    }
  })
})
