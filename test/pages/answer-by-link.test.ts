import { describe, expect, test } from 'vitest'
import { revokeLinks } from '../../server/people/links.store.ts'
import { world } from '../support/world.ts'
import { owning } from '../api/preparation.given.ts'
import { drawReally, seen } from './given.ts'
import { assignOwner } from '../support/by-address.ts'

/** The reporter of the example answers for 15 and 16, and has the link of a mail to answer for 16. */
async function byLink() {
  const given = await owning(await world({ render: drawReally }), ['15', '16'])
  const { all, strategist } = given
  await strategist.post('/api/v1/plans/psykisk-halsa/reviews', { heldOn: '2024-05-16' })
  const path = `/psykisk-halsa/svara/${await given.linkTo('16')}`
  const get = async (address = path) => {
    const answer = await all.anybody.get(address)
    return { ...answer, text: seen(answer.body), headers: answer.headers, html: answer.body }
  }
  const hidden = (html: string, kind: string) => {
    const form = html.split('<form').find((one) => one.includes(`value="${kind}"`))!
    return Object.fromEntries(
      [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    )
  }
  /** Presses one of the three forms as a browser without JavaScript does. */
  const send = async (fields: Record<string, string>, to = path) => {
    const answer = await all.app.inject({
      method: 'POST',
      url: to,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'null',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(fields).toString(),
    })
    return {
      status: answer.statusCode,
      html: answer.body,
      text: seen(answer.body),
      to: answer.headers.location,
    }
  }
  const begin = async (kind: string) => hidden((await get()).html, kind)
  return { ...given, path, get, send, begin, hidden }
}

describe('the page of a link to answer', () => {
  test('shows one point, how it stands and by when, without a session, a script or anybody’s name', async () => {
    const { all, get, reporter, path } = await byLink()
    const { headers, text, html, statusCode } = await get()
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect(headers['set-cookie']).toBeUndefined()
    expect(html).not.toMatch(/<script[^>]+src=/)
    expect(text).toMatch(
      /^.*16 .*Hur går det\? Du svarar som .*Svara före avstämningen 16 maj 2024\..*Så står det nu/,
    )
    expect(text).toContain('Inget nytt sedan sist')
    expect(text).toContain('Vi behöver hjälp')
    expect(text).toContain('Skriv en uppdatering')
    expect(text).not.toMatch(/Att göra|Logga ut|Genomförd och avslutad/)
    const person = await all.db.read(async (tx) =>
      (await tx.select().from(tx.tables.people)).find((one) => one.id === reporter.personId),
    )
    for (const secret of [person!.name!, person!.email!]) expect(html).not.toContain(secret)
    expect((await get(`/en${path}`)).text).toContain('Nothing new since last time')
  })

  test.for(['of another plan', 'revoked', 'of a point that is somebody else’s now', 'made up'])(
    '%s: a sentence and the way on, and nothing can be sent',
    async (how) => {
      const { all, get, send, begin, path, reporter, act } = await byLink()
      const fields = await begin('nothing_new')
      const to = how === 'made up' ? '/psykisk-halsa/svara/abc' : path
      if (how === 'revoked')
        await all.db.write((tx) => revokeLinks(tx, { personId: reporter.personId }, all.now))
      if (how.startsWith('of a point'))
        await all.db.write((tx) => assignOwner(tx, 'psykisk-halsa', '16', null, '2023-11-20', act))
      const address = how === 'of another plan' ? to.replace('psykisk-halsa', 'klimat') : to
      const before = await all.rows()
      for (const text of [(await get(address)).text, (await send(fields, address)).text]) {
        expect(text).toContain('Länken gäller inte längre')
        expect(text).not.toContain('Så står det nu')
      }
      expect(await all.rows()).toEqual(before)
    },
  )
})

describe('three answers without JavaScript', () => {
  test('nothing new: saved once however often it is pressed, with its time, and what else waits', async () => {
    const { all, send, begin, get } = await byLink()
    const fields = await begin('nothing_new')
    const before = (await all.rows()).updates!
    const first = await send(fields)
    const second = await send(fields)
    expect([first.status, second.status, second.to]).toEqual([303, 303, first.to])
    expect((await all.rows()).updates).toBe(before + 1)
    const { text } = await get(first.to as string)
    expect(text).toMatch(/Tack, sparat kl\.\s10\.00/)
    expect(text).toContain('Inget nytt om punkt 16 sedan sist.')
    expect(text).toMatch(/En punkt till väntar på ditt svar 15 ?Närvarofrämjande/)
    expect(text).toContain('Öppna länken i mejlet')
  })

  test('nothing new twice in a row: asked softly first, then believed', async () => {
    const { all, send, begin, hidden } = await byLink()
    await send(await begin('nothing_new'))
    const before = await all.rows()
    const soft = await send(await begin('nothing_new'))
    expect(soft.status).toBe(422)
    expect(soft.text).toContain('Det var inget nytt förra gången heller')
    expect(soft.text).toContain('Inget nytt den här gången heller')
    expect(soft.html).toMatch(/<details open/)
    expect(await all.rows()).toEqual(before)
    const meant = hidden(soft.html, 'nothing_new')
    expect(meant).toMatchObject({ again: 'ja' })
    expect((await send(meant)).status).toBe(303)
  })

  test('what was asked about and meant stays so while something else of the answer is mended', async () => {
    const { send, begin, hidden } = await byLink()
    const reason = 'Ring 070-123 45 67 om kontrakten.'
    const said = { status: '', outlook: 'late', reason, note: 'Två hyresvärdar har skrivit på.' }
    const asked = await send({ ...(await begin('update')), ...said })
    expect([asked.status, asked.text.includes('Texten verkar innehålla ett telefonnummer.')]).toEqual([
      422,
      true,
    ])
    const wrong = await send({ ...hidden(asked.html, 'update'), ...said })
    expect([wrong.status, wrong.text.includes('telefonnummer')]).toEqual([422, false])
    const mended = { ...said, status: 'in_progress' }
    expect((await send({ ...hidden(wrong.html, 'update'), ...mended })).status).toBe(303)
  })

  test('help: asked about what seems to be a person, saved when it was meant, and told back to who asked', async () => {
    const { all, send, begin, hidden, get, strategist } = await byLink()
    const before = await all.rows()
    const empty = await send({ ...(await begin('help')), text: ' ' })
    expect([empty.status, empty.text.includes('Skriv vad ni behöver hjälp med.')]).toEqual([422, true])
    const text = 'Ring 070-123 45 67 om kontrakten.'
    const asked = await send({ ...(await begin('help')), text })
    expect(asked.text).toContain('Texten verkar innehålla ett telefonnummer.')
    expect(asked.html).toContain(`>${text}</textarea>`)
    expect(await all.rows()).toEqual(before)
    const done = await send({ ...hidden(asked.html, 'help'), text })
    expect(done.status).toBe(303)
    expect((await get(done.to as string)).text).toContain('ser att ni behöver hjälp med punkt 16')
    expect((await get()).text).toContain(`Du har bett om hjälp: ${text}`)
    const id = Number((done.to as string).split('=h')[1])
    await strategist.post(`/api/v1/plans/psykisk-halsa/help/${id}/reply`, { text: 'De bjuds in i januari.' })
    expect((await get()).text).toContain('Så här blev det: De bjuds in i januari.')
  })

  test('an update: the words stay when something is wrong; a point is completed by signing in', async () => {
    const { all, send, begin, get } = await byLink()
    const fields = await begin('update')
    const before = await all.rows()
    const late = { ...fields, status: 'in_progress', outlook: 'late', note: 'Två hyresvärdar är med.' }
    const wrong = await send(late)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv skälet med en rad')
    expect(wrong.html).toContain('>Två hyresvärdar är med.</textarea>')
    for (const status of ['closed', 'embedded', 'withdrawn', 'x'])
      expect((await send({ ...fields, status, outlook: 'not_assessed', note: 'x' })).status).toBe(422)
    expect(await all.rows()).toEqual(before)
    expect(wrong.html).toContain('/logga-in?till=%2Fpsykisk-halsa%2Fpunkter%2F16%2Fuppdatera')
    const done = await send({ ...late, reason: 'Två lägenheter saknas', dueOn: '2024-03-31' })
    expect(done.status).toBe(303)
    expect((await get(done.to as string)).text).toContain('Din uppdatering om punkt 16 är sparad')
    const point = (await all.anybody.get('/api/v1/plans/psykisk-halsa/points/16')).json<object>()
    expect(point).toMatchObject({ outlook: 'late', dueOn: '2024-03-31' })
  })

  test('what somebody wrote meanwhile is told, and the words stay', async () => {
    const { all, strategist, send, begin } = await byLink()
    const fields = await begin('update')
    const point = (await all.anybody.get('/api/v1/plans/psykisk-halsa/points/16')).json<{
      latestUpdate: number
    }>()
    await strategist.post('/api/v1/plans/psykisk-halsa/points/16/updates', {
      status: 'in_progress',
      outlook: 'on_track',
      note: 'Skrivet av någon annan.',
      holdsFrom: '2023-11-20',
      basedOn: point.latestUpdate,
      evidence: [],
    })
    const answer = await send({ ...fields, status: 'in_progress', outlook: 'on_track', note: 'Min text.' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Någon hann före dig.')
    expect(answer.text).toContain('Skrivet av någon annan.')
    expect(answer.html).toContain('>Min text.</textarea>')
  })

  test('a receipt of somebody else’s answer shows nothing', async () => {
    const { get, path, strategist, all } = await byLink()
    const asked = await strategist.post('/api/v1/plans/psykisk-halsa/points/16/help', { text: 'Hemligt' })
    const { id } = asked.json<{ id: number }>()
    for (const query of [`h${id}`, 'u1', 'h999', 'x', ''])
      expect((await get(`${path}?sparad=${query}`)).text).toContain('Hur går det?')
    expect((await all.anybody.get(path)).body).not.toContain('Hemligt')
  })
})
