import { describe, expect, test } from 'vitest'
import { issueLink, revokeLinks } from '../../server/people/links.store.ts'
import { addMembership, deactivatePerson } from '../../server/people/store.ts'
import { createPlan } from '../../server/plans/store.ts'
import { world } from '../support/world.ts'
import { drawReally, seen } from './given.ts'
import { publishPlan } from '../support/by-address.ts'

/** The ambassador of the example, and the link of a mail to her. */
async function byLink(purpose: 'log' | 'answer' = 'log') {
  const all = await world({ render: drawReally })
  const { personId } = await all.as('ambassador')
  const token = await all.db.write((tx) =>
    issueLink(tx, { purpose, personId, planId: 1, scope: purpose === 'answer' ? '7' : undefined }, all.now),
  )
  const path = `/psykisk-halsa/logga/${token}`
  const key = async () => /name="key" value="([^"]+)"/.exec((await all.anybody.get(path)).body)![1]!
  /** Sends the form as a browser without JavaScript does. */
  const send = (typed: Record<string, string>, to = path) =>
    all.app.inject({
      method: 'POST',
      url: to,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'null',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(typed).toString(),
    })
  const logged = async () => (await all.rows()).activities!
  // The clock is the world's own: a copy of it would stand still.
  return Object.assign(all, { personId, token, path, key, send, logged })
}

/** A published plan in which the ambassador is too. */
const anotherPlan = ({ db, personId, now }: Awaited<ReturnType<typeof byLink>>) =>
  db.write(async (tx) => {
    const act = { by: { personId, function: 'x', organisationId: null }, now, salt: () => 'x' }
    const { id: planId } = await createPlan(
      tx,
      {
        slug: 'en-annan',
        title: 'En annan plan för Psykisk hälsa',
        municipality: 'Sjövik',
        period: { from: '2023-01-01', to: '2024-12-31' },
        adoption: { by: 'KF', on: '2023-01-01' },
      },
      act,
    )
    await publishPlan(tx, 'en-annan', act)
    await addMembership(tx, { planId, personId, role: 'ambassador', function: 'Skolkurator' }, now)
  })

const typed = (more: Record<string, string> = {}) => ({
  point: '7',
  what: 'Studiebesök i tre lägenheter.\r\nTvå hyresvärdar var med.',
  happenedOn: '2023-11-16',
  targetGroup: 'unga',
  occasions: '1',
  participants: '0',
  link: '',
  ...more,
})

describe('the page of a link', () => {
  test('opens the form with no session, says as whom by function and organisation, and shows nothing else', async () => {
    const { anybody, path, db, personId, token } = await byLink()
    const answer = await anybody.get(path)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    const text = seen(answer.body)
    expect(text).toContain('Du loggar som ')
    expect(text).not.toMatch(/Att göra|Logga ut|Avstämningar/)
    const person = await db.read(async (tx) =>
      (await tx.select().from(tx.tables.people)).find((one) => one.id === personId),
    )
    for (const secret of [person!.name!, person!.email!]) expect(answer.body).not.toContain(secret)
    const [before] = answer.body.split('id="page"')
    expect(before).toContain(`action="/psykisk-halsa/logga/${token}"`)
    const names = [...before!.matchAll(/ name="(\w+)"/g)].map(([, name]) => name)
    // Six questions; how many is one of them, in two numbers (A01, A10).
    expect(names.filter((name) => name !== 'viewport')).toEqual([
      'description',
      'robots',
      'key',
      ...['point', 'what', 'happenedOn', 'targetGroup', 'occasions', 'participants', 'link'],
    ])
  })

  test('shows whoever is signed in nothing of theirs', async () => {
    const { as, path } = await byLink()
    const lead = await as('strategist')
    const text = seen((await lead.get(path)).body)
    expect(text).toContain('Du loggar som ')
    expect(text).not.toMatch(/Att göra|Logga ut/)
  })

  test.for([
    'used in another plan',
    'revoked',
    'expired',
    'answering another deed',
    'of somebody who has left',
  ])('%s: a sentence and the way on, and nothing can be sent', async (how) => {
    const all = await byLink(how === 'answering another deed' ? 'answer' : 'log')
    const { anybody, db, token, personId, send, logged } = all
    const path = `/${how === 'used in another plan' ? 'en-annan' : 'psykisk-halsa'}/logga/${token}`
    if (how === 'used in another plan') await anotherPlan(all)
    if (how === 'revoked') await db.write((tx) => revokeLinks(tx, { personId }, all.now))
    if (how === 'of somebody who has left') await db.write((tx) => deactivatePerson(tx, personId, all.now))
    if (how === 'expired') all.now = new Date('2024-01-20T09:00:00.000Z')
    const before = await logged()
    for (const answer of [await anybody.get(path), await send(typed(), path)]) {
      const text = seen(answer.body)
      expect(text).toContain('Länken gäller inte längre')
      expect(text).toContain('Logga in med din e-postadress')
      expect(answer.body).not.toContain('Psykisk')
      expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    }
    expect(await logged()).toBe(before)
  })
})

describe('the form without JavaScript', () => {
  test('is refused with its sentences by the fields, the summary first, and what was typed stays', async () => {
    const { send, key, rows } = await byLink()
    const form = { ...typed({ what: '', happenedOn: '2023-12-24', participants: 'många' }), key: await key() }
    const before = await rows()
    const answer = await send(form)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    const text = seen(answer.body)
    expect(text).toMatch(
      /Tre saker behöver ändras .*Vilken punkt\?.*Skriv vad ni gjorde.*Dagen har inte kommit än.*heltal/,
    )
    expect(answer.body).toMatch(/<title>Något behöver ändras/)
    expect(answer.body).toContain('value="många"')
    expect(answer.body).toMatch(/<option value="7"[^>]* selected/)
    expect(answer.body).toContain(`name="key" value="${form.key}"`)
    expect(await rows()).toEqual(before)
  })

  test('asks once about what seems to be a person, and saves when the answer is yes (A05)', async () => {
    const { send, key, logged } = await byLink()
    const form = { ...typed({ what: 'Studiebesök med en mamma, 121212-1212.' }), key: await key() }
    const before = await logged()
    const asked = await send(form)
    expect(asked.statusCode).toBe(422)
    const text = seen(asked.body)
    expect(text).toContain('Texten verkar innehålla ett personnummer.')
    expect(text).toContain('Spara ändå')
    expect(await logged()).toBe(before)
    const mark = /name="asked" value="([^"]+)"/.exec(asked.body)![1]!
    const other = await send({ ...form, asked: mark, what: 'En annan mamma, 131313-1313 131212-1212.' })
    expect([other.statusCode, await logged()]).toEqual([422, before])
    expect((await send({ ...form, asked: mark })).statusCode).toBe(303)
    expect(await logged()).toBe(before + 1)
  })

  test('what was asked about and meant stays so while something else is mended; other words are asked about again', async () => {
    const { send, key, logged } = await byLink()
    const what = 'Studiebesök med en mamma, 121212-1212.'
    const form = { ...typed({ what }), key: await key() }
    const before = await logged()
    const markIn = (body: string) => /name="asked" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const asked = markIn((await send(form)).body)
    // Confirmed, and something else is wrong: that alone is said, and the confirmation travels on.
    const wrong = await send({ ...form, asked, happenedOn: '2023-12-24' })
    expect(wrong.statusCode).toBe(422)
    expect(seen(wrong.body)).toContain('Dagen har inte kommit än')
    expect(seen(wrong.body)).not.toContain('personnummer')
    expect(markIn(wrong.body)).toBe(asked)
    const other = await send({ ...form, asked: markIn(wrong.body), what: `${what} Och 131313-1313.` })
    expect(seen(other.body)).toContain('Texten verkar innehålla ett personnummer.')
    expect(await logged()).toBe(before)
    const saved = await send({ ...form, asked: markIn(wrong.body) })
    expect([saved.statusCode, await logged()]).toEqual([303, before + 1])
  })

  test('is saved once however often it is sent, and leads to a receipt whose address says nothing of anybody', async () => {
    const { send, key, logged, path, anybody, db } = await byLink()
    const form = { ...typed(), key: await key() }
    const before = await logged()
    const first = await send(form)
    const second = await send(form)
    expect([first.statusCode, second.statusCode, await logged()]).toEqual([303, 303, before + 1])
    expect(second.headers.location).toBe(first.headers.location)
    expect(first.headers.location).toMatch(new RegExp(`^${path}\\?sparad=\\d+$`))
    const receipt = seen((await anybody.get(first.headers.location!)).body)
    expect(receipt).toMatch(/Sparat kl\.\u00a010\.00|Sparat kl\. 10\.00/)
    expect(receipt).toMatch(/Tack! Det här är den \d+:[ae] aktiviteten på punkt 7\./)
    expect(receipt).toContain('1 tillfälle, 0 deltagare')
    const said = await db.read(async (tx) => (await tx.select().from(tx.tables.texts)).at(-1)!.body)
    expect(said).toBe('Studiebesök i tre lägenheter.\nTvå hyresvärdar var med.')
  })

  test('changed and sent once more under the same key is told, not lost', async () => {
    const { send, key, logged } = await byLink()
    const form = { ...typed(), key: await key() }
    await send(form)
    const before = await logged()
    const again = await send({ ...form, what: 'Något annat' })
    expect(again.statusCode).toBe(422)
    expect(seen(again.body)).toContain('Ditt förra försök kom fram och är sparat.')
    const fresh = /name="key" value="([^"]+)"/.exec(again.body)![1]!
    expect(fresh).not.toBe(form.key)
    expect((await send({ ...form, what: 'Något annat', key: fresh })).statusCode).toBe(303)
    expect(await logged()).toBe(before + 1)
  })

  test('the receipt and the repeating of another’s activity show nothing', async () => {
    const { as, anybody, path } = await byLink()
    const reporter = await as('reporter')
    const other = await reporter.post('/api/v1/plans/psykisk-halsa/activities', {
      point: '3',
      what: 'Någon annans hemliga ord',
      happenedOn: '2023-11-16',
    })
    const { id } = (other.json() as { activity: { id: number } }).activity
    for (const query of [`sparad=${id}`, `upprepa=${id}`, 'sparad=999999', 'sparad=x'])
      expect((await anybody.get(`${path}?${query}`)).body).not.toContain('hemliga ord')
  })
})
