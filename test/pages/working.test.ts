import { describe, expect, test } from 'vitest'
import type { LogData } from '../../server/activities/log.page.ts'
import { issueSignInLink } from '../../server/people/links.store.ts'
import { peopleWithRole } from '../../server/people/store.ts'
import type { MineData } from '../../server/mine/schema.ts'
import type { UpdateData } from '../../server/points/update.page.ts'
import type { ClosingData } from '../../server/reviews/close.page.ts'
import { latestOf, plan, update } from '../api/given.ts'
import type { Member, World } from '../support/world.ts'
import { reading, seen } from './given.ts'

const dataOf = async <Data>(member: Member, path: string): Promise<Data> => {
  const answer = await member.get(path, { headers: { accept: 'application/json' } })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

const linkOf = (all: World) =>
  all.db.write(async (tx) => {
    const [person] = await peopleWithRole(tx, 'ambassador')
    return `/logga-in/${await issueSignInLink(tx, person!.id, all.now)}`
  })

const workPages = [
  '/mitt',
  '/psykisk-halsa/logga',
  '/psykisk-halsa/punkter/7/uppdatera',
  '/psykisk-halsa/avstamningar/ny',
  '/psykisk-halsa/avstamningar/2023-ht/stang',
]

describe('an address that is a key', () => {
  test('is used by its button, never by looking', async () => {
    const all = await reading()
    const link = await linkOf(all)
    for (const _look of [1, 2]) {
      const { status, text } = await all.read(link)
      expect([status, text.includes('Välkommen till Avstämt')]).toEqual([200, true])
    }
    const used = await all.app.inject({ method: 'POST', url: link })
    expect(used.headers.location).toBe('/mitt')
    expect((await all.read(link)).text).toContain('Länken gäller inte längre')
    expect((await all.read(`/en${link}`)).text).toContain('The link is no longer good')
  })

  test('has run out after 15 minutes, and says how to get another', async () => {
    const all = await reading()
    const link = await linkOf(all)
    all.now = new Date(all.now.getTime() + 15 * 60_000)
    expect((await all.read(link)).text).toMatch(/gäller inte längre.*E-postadress/)
  })

  test('is kept by nobody, told to nobody and found by nobody, for whoever looks', async () => {
    const all = await reading()
    const link = await linkOf(all)
    const reader = await all.as('reader')
    for (const answer of [
      await all.anybody.get(link),
      await reader.get(link),
      await all.anybody.get('/logga-in/x'),
    ]) {
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.headers['referrer-policy']).toBe('no-referrer')
      expect(answer.headers.etag).toBeUndefined()
      expect(answer.body).toContain('<meta name="robots" content="noindex">')
      expect(answer.body).not.toContain('<script')
    }
  })
})

describe('pages for those who work', () => {
  test('are not for somebody who is not signed in', async () => {
    const all = await reading()
    for (const path of workPages) expect([path, (await all.read(path)).status]).toEqual([path, 401])
  })

  test('are not for those whose role has no use for them', async () => {
    const all = await reading()
    const statusFor = async (who: string, path: string) => (await (await all.as(who)).get(path)).statusCode
    expect(await statusFor('reader', '/psykisk-halsa/logga')).toBe(403)
    expect(await statusFor('ambassador', '/psykisk-halsa/punkter/7/uppdatera')).toBe(403)
    expect(await statusFor('reporter', '/psykisk-halsa/avstamningar/ny')).toBe(403)
    expect(await statusFor('reporter', '/psykisk-halsa/avstamningar/2023-ht/stang')).toBe(403)
  })

  test('a reporter writes about their own points and no others', async () => {
    const reporter = await (await reading()).as('reporter')
    expect((await reporter.get('/psykisk-halsa/punkter/7/uppdatera')).statusCode).toBe(200)
    expect((await reporter.get('/psykisk-halsa/punkter/8/uppdatera')).statusCode).toBe(403)
    expect((await reporter.get('/psykisk-halsa/punkter/99/uppdatera')).statusCode).toBe(404)
  })

  test('are never kept, and say without script that they need it', async () => {
    const strategist = await (await reading()).as('strategist')
    for (const path of workPages) {
      const answer = await strategist.get(path)
      expect([path, answer.statusCode]).toEqual([path, 200])
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect(answer.body).toContain('content="noindex"')
      if (!path.endsWith('stang')) expect(answer.body).toMatch(/<noscript>.*JavaScript.*<\/noscript>/s)
    }
  })
})

describe('/mitt', () => {
  test('tells a strategist how many things need them: what is late, and the pile of activities', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    const data = await dataOf<MineData>(strategist, '/mitt')
    const [mine] = data.plans
    expect(mine?.duties.map(({ number, mark }) => [number, mark?.outlook])).toContainEqual(['7', 'late'])
    expect(mine?.waiting?.items.length).toBe(20)
    expect(mine?.waiting?.total).toBeGreaterThan(20)
    const { headline } = data
    expect(headline).toMatch(/saker behöver dig\.$/)
    expect(seen((await strategist.get('/mitt')).body)).toContain(headline)
  })

  test('an activity leaves the pile when somebody has decided, shown or internal', async () => {
    const strategist = await (await reading()).as('strategist')
    const before = (await dataOf<MineData>(strategist, '/mitt')).plans[0]!.waiting!
    const [first, second] = before.items
    await strategist.put(`${plan}/activities/${first!.id}/visibility`, { shown: true })
    await strategist.put(`${plan}/activities/${second!.id}/visibility`, { shown: false })
    const after = (await dataOf<MineData>(strategist, '/mitt')).plans[0]!.waiting!
    expect(after.total).toBe(before.total - 2)
    expect(after.items.map((one) => one.id)).not.toContain(first!.id)
  })

  test('shows an ambassador what they have logged and what became of it, and nothing of leading', async () => {
    const ambassador = await (await reading()).as('ambassador')
    const { headline, plans } = await dataOf<MineData>(ambassador, '/mitt')
    const [mine] = plans
    expect(headline).toMatch(/^Du har loggat/)
    expect(mine).toMatchObject({ mayPlan: false, mayLog: true })
    expect(mine).toMatchObject({ waiting: null, yours: null })
    expect(mine?.duties).toEqual([])
    const states = new Set(mine?.logged?.items.map((one) => one.state))
    expect([...states].sort()).toEqual(['shown', 'waiting'])
  })

  test('shows a reporter their own points, the needy first', async () => {
    const reporter = await (await reading()).as('reporter')
    const [mine] = (await dataOf<MineData>(reporter, '/mitt')).plans
    expect(mine?.yours?.map((point) => point.number).toSorted()).toEqual(['21', '6', '7'])
    const needy = mine?.duties.filter(({ key }) => key.startsWith('point-')).map(({ number }) => number)
    expect(needy).toContain('7')
    expect(needy!.every((number) => ['21', '6', '7'].includes(number!))).toBe(true)
    expect(mine?.waiting).toBeNull()
  })

  test('leads a reader to the plan', async () => {
    const reader = await (await reading()).as('reader')
    const text = seen((await reader.get('/mitt')).body)
    expect(text).toContain('Här är planerna du kan läsa.')
    expect(text).not.toContain('Skriv uppdatering')
  })

  test('names a held review day that is open, and where it is closed', async () => {
    const all = await reading()
    const strategist = await all.as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    const answer = await strategist.get('/mitt')
    expect(answer.body).toContain('href="/psykisk-halsa/avstamningar/2023-ht-2/stang"')
    expect(seen(answer.body)).toContain('Avstämningen hösten 2023, nummer 2 är inte låst')
  })
})

describe('/{plan}/logga', () => {
  test('puts the points of one’s own organisation first (A02), every point once', async () => {
    const ambassador = await (await reading()).as('ambassador')
    const { own, others } = await dataOf<LogData>(ambassador, '/psykisk-halsa/logga')
    expect(own?.organisation).toBe('Barn- och utbildningskontoret')
    expect(own?.points.map((point) => point.number)).toContain('3')
    expect([...own!.points, ...others].length).toBe(25)
  })

  test('begins on the point it was opened from, and on none that is not there', async () => {
    const ambassador = await (await reading()).as('ambassador')
    const at = (punkt: string) => dataOf<LogData>(ambassador, `/psykisk-halsa/logga?punkt=${punkt}`)
    expect((await at('7')).chosen).toBe('7')
    expect((await at('99')).chosen).toBeNull()
  })
})

describe('/{plan}/punkter/{number}/uppdatera', () => {
  const path = '/psykisk-halsa/punkter/7/uppdatera'

  test('says how it stands and what the next update is based on', async () => {
    const strategist = await (await reading()).as('strategist')
    const data = await dataOf<UpdateData>(strategist, path)
    expect(data.basedOn).toBe(await latestOf(strategist, '7'))
    expect(data.now).toMatchObject({ status: 'in_progress', outlook: 'late' })
    expect(data.draft).toMatchObject({ status: 'in_progress', outlook: 'late', note: '', reason: '' })
    expect(data.count.join('')).toBe('18 av 25 punkter är slutförda.')
    expect(data.rules).toMatchObject({ lastClosed: '2023-11-14', today: '2023-11-20' })
  })

  test('a correction begins with what it corrects, from the day after the closed round', async () => {
    const strategist = await (await reading()).as('strategist')
    const id = await latestOf(strategist, '7')
    const data = await dataOf<UpdateData>(strategist, `${path}?rattar=${id}`)
    expect(data.correcting).toMatchObject({ id, day: { day: '2023-11-14' }, settled: { day: '2023-11-15' } })
    expect(data.draft).toMatchObject({ outlook: 'late', dueOn: '2024-03-31', holdsFrom: '2023-11-15' })
    expect(data.draft.note).toContain('Fyra personer har flyttat in')
  })

  test('there is nothing to correct in another point, nor where no update is', async () => {
    const strategist = await (await reading()).as('strategist')
    const other = await latestOf(strategist, '18')
    for (const wrong of [other, 'x', '']) {
      expect((await strategist.get(`${path}?rattar=${wrong}`)).statusCode).toBe(404)
    }
  })

  test('what has been corrected already says so', async () => {
    const strategist = await (await reading()).as('strategist')
    const id = await latestOf(strategist, '7')
    const { holdsFrom: _settled, ...said } = update({ basedOn: id, reason: 'Fel läge.' })
    expect((await strategist.post(`${plan}/updates/${id}/corrections`, said)).statusCode).toBe(201)
    const data = await dataOf<UpdateData>(strategist, `${path}?rattar=${id}`)
    expect(data.correcting?.taken).toBe(true)
    expect(data.earlier.find((one) => one.id === id)?.corrected).toBe(true)
  })

  test('only those who lead the plan write for somebody else (F16)', async () => {
    const all = await reading()
    expect((await dataOf<UpdateData>(await all.as('strategist'), path)).organisations).not.toBeNull()
    expect((await dataOf<UpdateData>(await all.as('reporter'), path)).organisations).toBeNull()
  })
})

describe('/{plan}/avstamningar/{term}/stang', () => {
  test('says why a day can not be closed: it is, it lies ahead, or an earlier one is open', async () => {
    const strategist = await (await reading()).as('strategist')
    const refusedOf = async (term: string) =>
      (await dataOf<ClosingData>(strategist, `/psykisk-halsa/avstamningar/${term}/stang`)).refused
    expect(await refusedOf('2023-ht')).toBe('review-closed')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-17' })
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-14' })
    expect(await refusedOf('2023-ht-2')).toBeNull()
    expect(await refusedOf('2023-ht-3')).toBe('review-out-of-order')
    expect(await refusedOf('2024-vt')).toBe('review-ahead')
    expect((await strategist.get('/psykisk-halsa/avstamningar/2030-vt/stang')).statusCode).toBe(404)
  })

  test('shows the count that would be frozen, and who has not been heard', async () => {
    const strategist = await (await reading()).as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
    const path = '/psykisk-halsa/avstamningar/2023-ht-2/stang'
    const { heard } = await dataOf<ClosingData>(strategist, path)
    expect(heard).toBe('Ingen punkt har fått en uppdatering i den här omgången.')
    await strategist.post(
      `${plan}/points/7/updates`,
      update({ basedOn: await latestOf(strategist, '7'), reason: 'Kontrakten är klara.' }),
    )
    const data = await dataOf<ClosingData>(strategist, path)
    expect(data.standing.join('')).toBe('18 av 25 punkter är slutförda.')
    expect(data.heard).toBe('1 punkt har fått en uppdatering sedan förra avstämningen.')
    expect(data.silent).toBe('Fem öppna punkter har inte hörts av.')
    expect(data.recent[0]).toMatchObject({ id: data.basedOn, number: '7' })
  })
})

describe('the ways in on public pages', () => {
  test('are there for those who may, and for nobody else', async () => {
    const all = await reading()
    const waysOf = async (who: string, path: string) => {
      const { body } = await (await all.as(who)).get(path)
      const [, strip = ''] = /<nav class="actions".*?<ul[^>]*>(.*?)<\/ul>/s.exec(body) ?? []
      return [...strip.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    }
    expect((await all.read('/psykisk-halsa/punkter/7')).html).not.toContain('class="actions"')
    expect(await waysOf('reader', '/psykisk-halsa/punkter/7')).toEqual([])
    expect(await waysOf('ambassador', '/en/psykisk-halsa/punkter/7')).toEqual([
      '/en/psykisk-halsa/logga?punkt=7',
    ])
    const writing = '/psykisk-halsa/punkter/7/uppdatera'
    expect(await waysOf('reporter', '/psykisk-halsa/punkter/7')).toEqual([
      writing,
      `${writing}#tidigare`,
      '/psykisk-halsa/logga?punkt=7',
    ])
    expect(await waysOf('reporter', '/psykisk-halsa/punkter/8')).toEqual(['/psykisk-halsa/logga?punkt=8'])
    const leading = await waysOf('strategist', '/psykisk-halsa')
    expect(leading).toContain('/psykisk-halsa/avstamningar/ny')
    expect(leading).toContain('/psykisk-halsa/personer')
    expect(await waysOf('strategist', '/psykisk-halsa/punkter/7')).toContain('/psykisk-halsa/punkter/7/agare')
  })

  test('show the function and the way out to whoever is signed in', async () => {
    const strategist = await (await reading()).as('strategist')
    const { body } = await strategist.get('/psykisk-halsa')
    expect(body).toContain('<form method="post" action="/logga-ut">')
    expect(seen(body)).toContain('Folkhälsostrateg')
    expect(body).not.toContain('Karin')
  })
})
