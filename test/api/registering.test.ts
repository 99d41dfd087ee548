import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const claim = (said: object = {}) => ({
  slug: 'suicidprevention',
  title: 'Suicidpreventiv plan',
  municipality: 'Norrtälje (exempel)',
  period: { from: '2024-01-01', to: '2027-12-31' },
  adoption: { by: 'kommunfullmäktige', on: '2023-11-13', paragraph: '§ 152', reference: 'KS 2023/511' },
  ...said,
})

const adoption = { by: 'kommunfullmäktige', on: '2023-11-13' }

const wrong: [what: string, said: object, refusal: string][] = [
  ['a blank name', { title: ' ' }, 'title-missing title'],
  ['a name of 201 characters', { title: 'å'.repeat(201) }, 'line-too-long title'],
  ['no municipality', { municipality: '' }, 'municipality-missing municipality'],
  [
    'a first day that is none',
    { period: { from: '', to: '2027-12-31' } },
    'period-from-not-a-day period.from',
  ],
  [
    'a last day that is none',
    { period: { from: '2024-01-01', to: '2027-02-30' } },
    'period-to-not-a-day period.to',
  ],
  [
    'a period that ends before it begins',
    { period: { from: '2024-01-01', to: '2023-12-01' } },
    'period-reversed period.to',
  ],
  ['nobody who adopted it', { adoption: { ...adoption, by: '' } }, 'adopted-by-missing adoption.by'],
  ['no day of adoption', { adoption: { ...adoption, on: '' } }, 'adopted-on-not-a-day adoption.on'],
  [
    'an adoption when all is over',
    { adoption: { ...adoption, on: '2028-01-01' } },
    'adopted-on-after-period adoption.on',
  ],
  [
    'a decision whose link runs',
    { adoption: { ...adoption, url: 'javascript:alert(1)' } },
    'decision-url-malformed adoption.url',
  ],
  [
    'a § of 41 characters',
    { adoption: { ...adoption, paragraph: '§'.repeat(41) } },
    'line-too-long adoption.paragraph',
  ],
  [
    'a registry number of 41 characters',
    { adoption: { ...adoption, reference: '1'.repeat(41) } },
    'line-too-long adoption.reference',
  ],
  ['a responsible of 121 characters', { responsible: 'å'.repeat(121) }, 'line-too-long responsible'],
  ['a follow-up of 121 characters', { followUp: 'å'.repeat(121) }, 'line-too-long followUp'],
  ['a publisher of 121 characters', { publisher: 'å'.repeat(121) }, 'line-too-long publisher'],
  ['a contact of 201 characters', { contact: 'å'.repeat(201) }, 'line-too-long contact'],
  ['an end that is none', { validUntil: 'snart' }, 'valid-until-not-a-day validUntil'],
  ['an end before its beginning', { validUntil: '2023-12-31' }, 'valid-until-before-period validUntil'],
  ['an interval of no months', { freshnessMonths: 0 }, 'freshness-out-of-range freshnessMonths'],
  [
    'support without a number',
    { support: [{ what: 'Självmordslinjen', number: '' }] },
    'support-number-missing support.0.number',
  ],
]

describe('a plan’s facts (F01)', () => {
  test.each(wrong)(
    '%s: registering is refused, changing too, and nothing is written',
    async (_what, said, refusal) => {
      const { as, rows } = await world()
      const strategist = await as('strategist')
      const before = await rows()
      const registered = await strategist.post('/api/v1/plans', claim(said))
      expect([registered.statusCode, ...codesOf(registered)]).toEqual([422, refusal])
      const { slug: _slug, ...facts } = claim(said)
      const changed = await strategist.put(plan, facts)
      expect(changed.statusCode).toBe(422)
      expect(codesOf(changed)).toContain(refusal)
      expect(await rows()).toEqual(before)
    },
  )

  test.each([
    ['something nobody asked for', { owner: 'jag' }],
    [
      'a noun nobody has',
      { labels: { point: 'grej', area: 'omrade', office: 'kontor', statement: 'tjansteutlatande' } },
    ],
    ['half of the nouns', { labels: { point: 'punkt' } }],
    ['another way of showing words', { wordsShown: 'never' }],
    ['a language that is none', { language: 'svenska' }],
    ['a name of two lines', { title: 'Två\nrader' }],
    ['more support than fits', { support: Array(11).fill({ what: 'Stöd', number: '1' }) }],
  ])('%s is malformed', async (_what, said) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    expect((await strategist.post('/api/v1/plans', claim(said))).statusCode).toBe(400)
    expect(await rows()).toEqual(before)
  })

  test('areas that stand twice are refused with the plan', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const focusAreas = [{ number: '1', title: 'Skola' }, { title: 'skola' }, { title: '' }]
    const answer = await strategist.post('/api/v1/plans', claim({ focusAreas }))
    expect(codesOf(answer)).toEqual([
      'area-twice focusAreas.1.title',
      'area-title-missing focusAreas.2.title',
    ])
    expect(await rows()).toEqual(before)
  })

  test('changing them: 401 for nobody, 403 for who may not, 404 for a plan that is not there for them', async () => {
    const { app, as, rows } = await world()
    const { slug: _slug, ...facts } = claim()
    const strangers = [await as('strategist'), await as('reader')]
    const administrator = await as('administrator')
    await administrator.post('/api/v1/plans', claim())
    const headers = { 'idempotency-key': '6f2f1a4e-7a0f-4b67-9c1c-0d4f1e2a3b4c' }
    expect((await app.inject({ method: 'PUT', url: plan, headers, payload: facts })).statusCode).toBe(401)
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      const before = await rows()
      expect([role, (await member.put(plan, facts)).statusCode]).toEqual([role, 403])
      expect((await member.put(`${plan}/publication`, {})).statusCode).toBe(403)
      expect(await rows()).toEqual(before)
    }
    const url = '/api/v1/plans/suicidprevention'
    const asked = [
      [url, facts],
      [`${url}/publication`, {}],
    ] as const
    const before = await rows()
    for (const stranger of strangers) {
      for (const [address, body] of asked) {
        expect((await stranger.put(address, body)).statusCode).toBe(404)
      }
    }
    expect(await rows()).toEqual(before)
    await administrator.put(`${url}/publication`, {})
    for (const stranger of strangers) expect((await stranger.put(url, facts)).statusCode).toBe(403)
  })

  test('who is second is told what stands, and takes nothing back unseen', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const { version } = (await strategist.get(plan)).json() as { version: string }
    const facts = {
      title: 'Plan',
      municipality: 'Norrtälje (exempel)',
      period: { from: '2021-01-01', to: '2023-12-31' },
      adoption: { by: 'kommunfullmäktige', on: '2020-12-14' },
    }
    const first = await strategist.put(plan, { ...facts, contact: 'a@example.se', basedOn: version })
    expect(first.statusCode).toBe(200)
    const before = await rows()
    const second = await strategist.put(plan, { ...facts, title: 'Planen', basedOn: version })
    expect([second.statusCode, ...codesOf(second)]).toEqual([409, 'based-on-old'])
    const { current } = second.json() as { current: { contact: string; version: string } }
    expect(current.contact).toBe('a@example.se')
    expect(await rows()).toEqual(before)
    const after = { ...facts, title: 'Planen', contact: current.contact, basedOn: current.version }
    expect((await strategist.put(plan, after)).json()).toMatchObject({
      title: 'Planen',
      contact: 'a@example.se',
    })
  })

  test('nouns, support lines and all the rest come back as they were said (F05, P17)', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const said = {
      validUntil: '2028-06-30',
      responsible: 'Folkhälsostrateg',
      followUp: 'Kommunstyrelsen',
      publisher: 'Kommunikationschefen',
      contact: 'folkhalsa@norrtalje.example',
      freshnessMonths: 3,
      wordsShown: 'at-once',
      language: 'sv',
      labels: { point: 'atgard', area: 'fokusomrade', office: 'forvaltning', statement: 'tjansteskrivelse' },
      support: [{ what: 'Bris', number: '116 111' }],
    }
    const url = '/api/v1/plans/suicidprevention'
    expect((await strategist.post('/api/v1/plans', claim())).statusCode).toBe(201)
    const { slug: _slug, ...facts } = claim(said)
    expect((await strategist.put(url, facts)).json()).toMatchObject(said)
    expect((await strategist.get(url)).json()).toMatchObject({ ...said, published: false })
    const pageNow = await strategist.get('/suicidprevention')
    expect(pageNow.statusCode).toBe(200)
  })
})
