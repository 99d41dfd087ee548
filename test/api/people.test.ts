import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'
import { allOf, anotherPeople, anotherPlan, keptOf, people, personOf, somebody } from './people.given.ts'

const anders = 'anders.brolin@example.se'
const sara = 'sara.nyhlen@example.se'
/** Has never written anything. */
const adam = 'adam.sarkis@example.se'

/** Every way in to people, with a body that nothing is wrong with. */
const doors = (id: number) =>
  [
    ['get', people, undefined],
    ['get', `${people}/${id}`, undefined],
    ['post', people, { people: [somebody()] }],
    ['post', `${people}/preview`, { people: [somebody()] }],
    ['put', `${people}/${id}`, { memberships: [] }],
    ['put', `${people}/${id}/deactivation`, { deactivated: true }],
    ['post', `${people}/${id}/handover`, { to: null }],
    ['post', `${people}/${id}/invitation`, {}],
    ['post', `${people}/${id}/revocation`, {}],
    ['put', `${plan}/points/7/owner`, { person: null }],
  ] as const

const unlogged = ({ trail: _trail, idempotencyKeys: _kept, ...rows }: Record<string, number>) => rows

describe('people are closed', () => {
  test('to whoever is not signed in, and to those who do not lead the plan', async () => {
    const all = await world()
    const { id } = await personOf(await all.as('strategist'), sara)
    const cast = [await all.as('reporter'), await all.as('ambassador'), await all.as('reader')]
    const before = await all.rows()
    for (const [method, url, body] of doors(id)) {
      const refused = await all.app.inject({
        method: method === 'get' ? 'GET' : method === 'post' ? 'POST' : 'PUT',
        url,
        payload: body,
      })
      expect([url, refused.statusCode]).toEqual([url, 401])
      for (const one of cast)
        expect([url, (await one[method](url, body as never)).statusCode]).toEqual([url, 403])
    }
    expect(await all.rows()).toEqual(before)
  })

  test('in a plan one does not lead: 404 while it is not published, then 403; a person of another plan is 404', async () => {
    const all = await world()
    const administrator = await all.as('administrator')
    const strategist = await all.as('strategist')
    const { id } = await personOf(strategist, sara)
    expect((await administrator.post('/api/v1/plans', anotherPlan)).statusCode).toBe(201)
    const before = await all.rows()
    for (const [method, url, body] of doors(id)) {
      const foreign = url.replace('psykisk-halsa', 'suicidprevention')
      expect([url, (await strategist[method](foreign, body as never)).statusCode]).toEqual([url, 404])
    }
    expect((await administrator.get(`${anotherPeople}/${id}`)).statusCode).toBe(404)
    expect((await administrator.put(`${anotherPeople}/${id}`, { memberships: [] })).statusCode).toBe(404)
    expect(unlogged(await all.rows())).toEqual(unlogged(before))
    await administrator.put('/api/v1/plans/suicidprevention/publication', {})
    expect((await strategist.get(anotherPeople)).statusCode).toBe(403)
  })
})

describe('nobody is added', () => {
  test('when one line of many is wrong: every fault is named, and nothing is written', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const before = await all.rows()
    const list = [
      somebody(),
      somebody({ name: ' ', email: 'ylva' }),
      somebody({ email: 'YLVA.bjorkman@example.se' }),
      somebody({ email: 'a@example.se', organisation: 'Månkontoret' }),
      somebody({ email: 'b@example.se', organisation: null }),
      somebody({ email: 'c@example.se', role: 'kejsare' }),
      somebody({ email: 'mikael.stenfors@example.se' }),
    ]
    for (const url of [people, `${people}/preview`]) {
      const refused = await strategist.post(url, { people: list })
      expect(refused.statusCode).toBe(422)
      expect(codesOf(refused)).toEqual([
        'name-missing people.1.name',
        'email-malformed people.1.email',
        'email-twice people.2.email',
        'organisation-unknown people.3.organisation',
        'organisation-missing people.4.organisation',
        'role-unknown people.5.role',
        'member-deactivated people.6.email',
      ])
    }
    expect(codesOf(await strategist.post(people, { people: [] }))).toEqual(['people-missing people'])
    expect(await all.rows()).toEqual(before)
  })

  test('by looking at what would happen', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const before = await all.rows()
    const looked = await strategist.post(`${people}/preview`, {
      people: [
        somebody(),
        somebody({ email: 'Sara.Nyhlen@Example.se' }),
        somebody({ email: sara, role: 'rapportör' }),
      ].slice(0, 2),
    })
    expect(looked.json()).toMatchObject({
      items: [
        { known: 'new', role: 'ambassador', function: 'Ambassadör', organisation: { code: 'buk' } },
        { known: 'here' },
      ],
    })
    expect(await all.rows()).toEqual(before)
  })
})

describe('people are added', () => {
  test('sixty at once, in one transaction, each with an invitation; composed names and organisations by any of their names', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    await all.db.write(async (tx) => {
      await tx.insert(tx.tables.organisationAliases).values({ organisationId: 3, alias: 'skolan' })
    })
    const before = await all.rows()
    const list = Array.from({ length: 60 }, (_none, n) =>
      somebody({
        name: `A\u030Asa Nummer ${n}`,
        email: `asa.${n}@Example.se`,
        organisation: ['buk', 'BARN- OCH UTBILDNINGSKONTORET', 'Skolan'][n % 3],
      }),
    )
    const added = await strategist.post(people, { people: list })
    expect(added.statusCode).toBe(201)
    const after = await all.rows()
    expect(after.people! - before.people!).toBe(60)
    expect(after.memberships! - before.memberships!).toBe(60)
    expect(after.outbox! - before.outbox!).toBe(60)
    const row = (await allOf(strategist)).find((one) => one.email === 'asa.2@example.se')
    expect(row).toMatchObject({ name: '\u00C5sa Nummer 2', state: 'invited', quiet: false })
    expect(row?.memberships[0]).toMatchObject({ role: 'ambassador', organisation: { code: 'buk' } })
  })

  test('once, also when the same request comes again', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const key = '6f1c2b9e-0000-4000-8000-000000000001'
    const first = await strategist.post(people, { people: [somebody()] }, key)
    const again = await strategist.post(people, { people: [somebody()] }, key)
    expect(again.json()).toEqual(first.json())
    expect((await allOf(strategist)).filter((one) => one.email === somebody().email)).toHaveLength(1)
  })

  test('who is known by the address keeps their name, and who is here as the same is left as they are', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    await strategist.post('/api/v1/plans', anotherPlan)
    const before = await all.rows()
    const list = [somebody({ name: 'Någon Annan', email: 'SARA.NYHLEN@example.se' })]
    const known = await strategist.post(anotherPeople, { people: list, role: 'reader' })
    expect(known.json()).toMatchObject({ items: [{ known: 'known', role: 'reader' }] })
    const here = await strategist.post(anotherPeople, { people: list, role: 'reader' })
    expect(here.json()).toMatchObject({ items: [{ known: 'here' }] })
    const after = await all.rows()
    expect(after.people).toBe(before.people)
    expect(after.memberships! - before.memberships!).toBe(1)
    expect(after.outbox! - before.outbox!).toBe(1)
    const rows = await allOf(strategist, anotherPeople)
    expect(rows.find((one) => one.email === sara)?.name).toBe('Sara Nyhlén')
  })

  test('for several organisations: the second is in its own name (A14)', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    await strategist.post(people, {
      people: [somebody({ email: sara, organisation: 'kfk', function: 'Fritidsledare' })],
    })
    const { memberships } = await personOf(strategist, sara)
    expect(memberships.map((held) => [held.function, held.organisation?.code])).toEqual([
      ['Skolkurator', 'buk'],
      ['Fritidsledare', 'kfk'],
    ])
  })
})

describe('what somebody is in a plan', () => {
  test('is not changed by a role that has ended, an organisation nobody knows, or a name that is none', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const person = await personOf(strategist, adam)
    const before = await all.rows()
    const [held] = keptOf(person)
    const refused = async (change: unknown) => codesOf(await strategist.put(`${people}/${person.id}`, change))
    expect(await refused({ memberships: [{ ...held, id: 1 }] })).toEqual([
      'membership-ended memberships.0.role',
    ])
    expect(await refused({ memberships: [{ ...held, organisation: 'månen' }] })).toEqual([
      'organisation-unknown memberships.0.organisation',
    ])
    expect(await refused({ name: ' ', memberships: [held] })).toEqual(['name-missing name'])
    expect(await refused({ email: anders, memberships: [held] })).toEqual(['email-taken email'])
    expect(await all.rows()).toEqual(before)
  })

  test('changes and keeps what it was; the last role ended ends the way in to the plan', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const ambassador = await all.as(sara)
    const person = await personOf(strategist, sara)
    const [held] = keptOf(person)
    const before = await all.rows()
    const changed = await strategist.put(`${people}/${person.id}`, {
      memberships: [{ ...held, role: 'reporter', function: 'Rektor' }],
    })
    expect(changed.json()).toMatchObject({ memberships: [{ role: 'reporter', function: 'Rektor' }] })
    expect((await all.rows()).memberships! - before.memberships!).toBe(1)
    await strategist.put(`${people}/${person.id}`, { memberships: [] })
    expect((await ambassador.get('/psykisk-halsa/logga')).statusCode).toBe(403)
    expect((await personOf(strategist, sara)).memberships).toEqual([])
  })

  test('stays as it is when nothing was changed', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const person = await personOf(strategist, sara)
    const before = await all.rows()
    expect((await strategist.put(`${people}/${person.id}`, { memberships: keptOf(person) })).statusCode).toBe(
      200,
    )
    expect((await all.rows()).memberships).toBe(before.memberships)
  })

  test('the last who leads the plan stays one, until an administrator decides', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    for (const email of ['jonas.ekwall@example.se', 'samira.youssefi@example.se']) {
      const { id } = await personOf(strategist, email)
      expect((await strategist.put(`${people}/${id}`, { memberships: [] })).statusCode).toBe(200)
    }
    const own = await personOf(strategist, 'karin.sjoholm@example.se')
    const before = await all.rows()
    const refused = await strategist.put(`${people}/${own.id}`, { memberships: [] })
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([422, 'last-strategist'])
    expect(await all.rows()).toEqual(before)
    const administrator = await all.as('administrator')
    expect((await administrator.put(`${people}/${own.id}`, { memberships: [] })).statusCode).toBe(200)
  })

  test('two who end each other at once leave one of them', async () => {
    const all = await world()
    const karin = await all.as('strategist')
    const jonas = await all.as('jonas.ekwall@example.se')
    const third = await personOf(karin, 'samira.youssefi@example.se')
    await karin.put(`${people}/${third.id}`, { memberships: [] })
    const answers = await Promise.all([
      karin.put(`${people}/${jonas.personId}`, { memberships: [] }),
      jonas.put(`${people}/${karin.personId}`, { memberships: [] }),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const leads = (await allOf(await all.as('administrator'))).filter((one) =>
      one.memberships.some((held) => held.role === 'strategist'),
    )
    expect(leads).toHaveLength(1)
  })

  test('a mistyped address is mended before somebody has signed in with it, and invited anew; afterwards only by an administrator', async () => {
    const all = await world()
    let strategist = await all.as('strategist')
    await strategist.post(people, { people: [somebody()] })
    const person = await personOf(strategist, somebody().email)
    const before = await all.rows()
    const mended = await strategist.put(`${people}/${person.id}`, {
      email: 'Ylva.Bjork@example.se',
      memberships: keptOf(person),
    })
    expect(mended.json()).toMatchObject({ email: 'ylva.bjork@example.se', name: 'Ylva Björkman' })
    expect((await all.rows()).outbox! - before.outbox!).toBe(1)

    await all.as(adam)
    // What is swept away in time is not what this rests on.
    await all.db.write(async (tx) => {
      await tx.delete(tx.tables.sessions)
      await tx.delete(tx.tables.links)
    })
    strategist = await all.as('strategist')
    const settled = await personOf(strategist, adam)
    const change = { email: 's@example.se', memberships: keptOf(settled) }
    expect(codesOf(await strategist.put(`${people}/${settled.id}`, change))).toEqual(['email-settled email'])
    const administrator = await all.as('administrator')
    expect((await administrator.put(`${people}/${settled.id}`, change)).statusCode).toBe(200)
  })
})

describe('somebody is not shut out', () => {
  test('by themselves, nor by a strategist who does not lead every plan they are in; the role here can be ended', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const administrator = await all.as('administrator')
    await administrator.post('/api/v1/plans', anotherPlan)
    await administrator.post(anotherPeople, { people: [somebody({ email: sara })] })
    const person = await personOf(strategist, sara)
    const before = await all.rows()
    const refused = await strategist.put(`${people}/${person.id}/deactivation`, { deactivated: true })
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([422, 'person-elsewhere'])
    const own = await strategist.put(`${people}/${strategist.personId}/deactivation`, { deactivated: true })
    expect(codesOf(own)).toEqual(['deactivating-oneself'])
    const signedOut = await strategist.post(`${people}/${person.id}/revocation`, {})
    expect([signedOut.statusCode, ...codesOf(signedOut)]).toEqual([422, 'person-elsewhere'])
    expect(await all.rows()).toEqual(before)
    expect((await strategist.put(`${people}/${person.id}`, { memberships: [] })).statusCode).toBe(200)
    const byAdministrator = await administrator.put(`${people}/${person.id}/deactivation`, {
      deactivated: true,
    })
    expect(byAdministrator.json()).toMatchObject({ state: 'deactivated' })
  })

  test('when they are an administrator, by somebody who is none', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const administrator = await all.as('administrator')
    await strategist.post(people, {
      people: [somebody({ email: 'tove.hallback@example.se', organisation: 'ksk' })],
    })
    const refused = await strategist.put(`${people}/${administrator.personId}/deactivation`, {
      deactivated: true,
    })
    expect(codesOf(refused)).toEqual(['administrator-only'])
    const signedOut = await strategist.post(`${people}/${administrator.personId}/revocation`, {})
    expect(codesOf(signedOut)).toEqual(['administrator-only'])
    expect((await administrator.get('/mitt')).statusCode).toBe(200)
    const own = await administrator.put(`${people}/${administrator.personId}/deactivation`, {
      deactivated: true,
    })
    expect(codesOf(own)).toEqual(['deactivating-oneself'])
  })
})

describe('somebody who is shut out', () => {
  test('is out at once: session dead, no mail, no points; what they wrote stays, and they can be let in again', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const reporter = await all.as(anders)
    const person = await personOf(strategist, anders)
    expect((await reporter.get('/mitt')).statusCode).toBe(200)
    const before = await all.rows()
    const put = (deactivated: boolean) =>
      strategist.put(`${people}/${person.id}/deactivation`, { deactivated })
    expect((await put(true)).json()).toMatchObject({ state: 'deactivated' })
    expect((await reporter.get('/mitt')).statusCode).toBe(401)
    expect(unlogged(await all.rows())).toEqual(unlogged(before))
    expect(codesOf(await strategist.post(`${people}/${person.id}/invitation`, {}))).toEqual([
      'member-deactivated',
    ])
    const owner = await strategist.put(`${plan}/points/8/owner`, { person: person.id })
    expect(codesOf(owner)).toEqual(['member-deactivated person'])
    expect((await put(false)).json()).toMatchObject({ state: 'signed-in', memberships: person.memberships })
    expect((await reporter.get('/mitt')).statusCode).toBe(401)
    expect((await (await all.as(anders)).get('/mitt')).statusCode).toBe(200)
  })

  test('a lost phone is signed out everywhere, and its owner signs in again', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const ambassador = await all.as(sara)
    await strategist.post(`${people}/${ambassador.personId}/revocation`, {})
    expect((await ambassador.get('/mitt')).statusCode).toBe(401)
    expect((await (await all.as(sara)).get('/mitt')).statusCode).toBe(200)
  })

  test('an invitation is sent again, one mail for two presses', async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const { id } = await personOf(strategist, sara)
    const before = await all.rows()
    for (const _press of [1, 2]) {
      expect((await strategist.post(`${people}/${id}/invitation`, {})).statusCode).toBe(201)
    }
    expect((await all.rows()).outbox! - before.outbox!).toBe(1)
    all.now = new Date(all.now.getTime() + 11 * 60_000)
    await strategist.post(`${people}/${id}/invitation`, {})
    expect((await all.rows()).outbox! - before.outbox!).toBe(2)
  })
})
