import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, embedded, latestOf, plan, update } from './given.ts'

const feed = `${plan}/feed.atom`
const embed = `${plan}/embed.html`

/** What an entry of a feed says, newest first. */
const entriesOf = (xml: string) =>
  [...xml.matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, entry = '']) => ({
    title: /<title>(.*?)<\/title>/s.exec(entry)?.[1],
    id: /<id>(.*?)<\/id>/.exec(entry)?.[1],
    text: /<summary[^>]*>(.*?)<\/summary>/s.exec(entry)?.[1],
    at: /<updated>(.*?)<\/updated>/.exec(entry)?.[1],
  }))

describe('the feed of a plan', () => {
  test('does not exist for a plan that is not published, nor for one that is not there', async () => {
    const { anybody, as } = await world()
    const strategist = await as('strategist')
    const written = await strategist.post('/api/v1/plans', {
      slug: 'hemlig',
      title: 'Hemlig',
      municipality: 'Norrtälje',
      period: { from: '2024-01-01', to: '2026-12-31' },
      adoption: { by: 'kommunfullmäktige', on: '2023-11-01' },
    })
    expect(written.statusCode).toBe(201)
    for (const one of ['hemlig', 'finns-inte'])
      for (const file of ['feed.atom', 'feed.en.atom', 'embed.html', 'embed.en.html']) {
        const answer = await anybody.get(`/api/v1/plans/${one}/${file}`)
        expect([one, file, answer.statusCode, codesOf(answer)]).toEqual([one, file, 404, ['not-found']])
      }
  })

  test('tells locked review days and changed statuses newest first, in each language, by function and never by name', async () => {
    const { anybody } = await world()
    const answer = await anybody.get(feed)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const entries = entriesOf(answer.body)
    expect(entries).toHaveLength(50)
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect(new Set(entries.map(({ id }) => id)).size).toBe(50)
    const locked = entries.find(({ title }) => title === 'Avstämning hösten 2023 är låst')
    expect(locked?.text).toBe(
      '18 av 25 punkter är slutförda: 7 genomförda och avslutade, 11 inarbetade i ordinarie verksamhet.',
    )
    expect(locked?.id).toBe('http://127.0.0.1:3000/psykisk-halsa/avstamningar/2023-ht')
    const english = entriesOf((await anybody.get(`${plan}/feed.en.atom`)).body)
    expect(english.find(({ id }) => id?.endsWith('/en/psykisk-halsa/avstamningar/2023-ht'))?.title).toMatch(
      /^Review day .*2023 is locked$/,
    )
  })

  test('an update that changes the status is in it at once; one that does not is not; a correction stands for what it corrects', async () => {
    const { anybody, as } = await world()
    const strategist = await as('strategist')
    const first = async () => entriesOf((await anybody.get(feed)).body)[0]
    const before = await first()
    const said = update({ basedOn: await latestOf(strategist, '7'), note: 'Bara ord.' })
    expect((await strategist.post(`${plan}/points/7/updates`, said)).statusCode).toBe(201)
    expect(await first()).toEqual(before)

    const changed = update({ ...embedded, basedOn: await latestOf(strategist, '7') })
    expect((await strategist.post(`${plan}/points/7/updates`, changed)).statusCode).toBe(201)
    const id = await latestOf(strategist, '7')
    expect(await first()).toMatchObject({
      title: 'Punkt 7, Bostad först – modell prövad: Slutförd – inarbetad i ordinarie verksamhet',
      id: `http://127.0.0.1:3000/psykisk-halsa/punkter/7#u${id}`,
      text: expect.stringMatching(
        /^Status ändrad från pågår till slutförd, inarbetad i ordinarie verksamhet\. Gäller från 20.november 2023\. Rapporterat av folkhälsostrateg, kommunstyrelsekontoret\.$/,
      ) as unknown,
    })

    const corrected = await strategist.post(
      `${plan}/updates/${id}/corrections`,
      update({ basedOn: id, status: 'paused', outlook: 'not_assessed', reason: 'Väntar på lokal.' }),
    )
    expect(corrected.statusCode).toBe(201)
    const entries = entriesOf((await anybody.get(feed)).body)
    expect(entries[0]).toMatchObject({
      title: 'Punkt 7, Bostad först – modell prövad: Vilande',
      text: expect.stringMatching(/^Status ändrad från pågår till vilande\./) as unknown,
    })
    expect(entries.some((entry) => entry.id?.endsWith(`#u${id}`))).toBe(false)
  })

  test('what a person wrote is text, never markup', async () => {
    const { anybody, as } = await world()
    const strategist = await as('strategist')
    const facts = (await strategist.get(plan)).json() as Record<string, unknown>
    const kept = Object.fromEntries(
      Object.entries(facts).filter(
        ([key]) => !['slug', 'completion', 'focusAreas', 'published', 'version'].includes(key),
      ),
    )
    const changed = await strategist.put(plan, { ...kept, title: 'Å & <b>"hälsa"</b>' })
    expect(changed.statusCode).toBe(200)
    for (const one of [feed, embed]) {
      const { body } = await anybody.get(one)
      expect(body).toContain('Å &amp; &lt;b&gt;&quot;hälsa&quot;&lt;/b&gt;')
      expect(body).not.toContain('<b>"')
    }
  })
})

describe('the piece for other sites', () => {
  test('says the one count, how the points stand and which day, with neither script, style, picture nor cookie', async () => {
    const { anybody } = await world()
    const answer = await anybody.get(embed)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.body).toMatch(/^<section class="avstamt" lang="sv">/)
    expect(answer.body).toContain('<strong>18 av 25</strong> punkter är slutförda.')
    expect(answer.body).toContain('<li class="avstamt-closed"><b>7</b> genomförda och avslutade</li>')
    expect(answer.body).toContain(
      '<li class="avstamt-embedded"><b>11</b> inarbetade i ordinarie verksamhet</li>',
    )
    expect(answer.body).toContain('Exempeldata.')
    expect(answer.body).toMatch(/Uppgifterna gäller \d+.november 2023\./)
    expect(answer.body).not.toMatch(/<(script|style|img|iframe|link)|\sstyle=|\son[a-z]+=/)
    expect((await anybody.get(`${plan}/embed.en.html`)).body).toContain('<strong>18 of 25</strong>')
  })
})

test('years after a plan has ended its figures are from its last word, wherever they stand', async () => {
  const { anybody } = await world({ now: new Date('2026-11-22T09:00:00Z') })
  const asData = { headers: { accept: 'application/json' } }
  const dashboard = (await anybody.get('/psykisk-halsa', asData)).json() as {
    facts: { asOf: { text: string } }
  }
  expect((await anybody.get(embed)).body).toContain(`Uppgifterna gäller ${dashboard.facts.asOf.text}.`)
  expect((await anybody.get('/psykisk-halsa/lattlast', asData)).json()).toMatchObject({
    day: dashboard.facts.asOf,
  })
  expect(dashboard.facts.asOf.text).toMatch(/2023$/)
})

describe('the text in easy language (P19)', () => {
  const factsOf = async (get: (url: string) => Promise<{ json: () => unknown }>) => {
    const facts = (await get(plan)).json() as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(facts).filter(
        ([key]) => !['slug', 'completion', 'focusAreas', 'published', 'version'].includes(key),
      ),
    )
  }

  test('is refused when it is too long, and nothing is written', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const facts = await factsOf(strategist.get)
    const refused = await strategist.put(plan, { ...facts, easyRead: 'x'.repeat(4001) })
    expect([refused.statusCode, codesOf(refused)]).toEqual([422, ['line-too-long easyRead']])
    expect((await anybody.get(plan)).json()).toMatchObject({ easyRead: facts.easyRead })
  })

  test('is a page of its own where somebody has written one, and 404 where nobody has', async () => {
    const { as, anybody } = await world()
    const asData = { headers: { accept: 'application/json' } }
    expect((await anybody.get('/psykisk-halsa/lattlast', asData)).json()).toMatchObject({
      sentence: '18 av 25 punkter är slutförda. Det betyder att de är gjorda.',
      paragraphs: expect.arrayContaining([expect.stringContaining('Alla ska kunna må bra.')]) as unknown,
    })
    const strategist = await as('strategist')
    const facts = await factsOf(strategist.get)
    expect((await strategist.put(plan, { ...facts, easyRead: ' ' })).statusCode).toBe(200)
    expect((await anybody.get('/psykisk-halsa/lattlast')).statusCode).toBe(404)
  })
})
