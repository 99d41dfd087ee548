import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { MeetingWhole } from '../../server/reviews/meetings/schema.ts'
import type { Slide } from '../../server/reviews/meetings/slides.ts'
import { world, type Member, type World } from '../support/world.ts'
import { plan } from './given.ts'

const day = `${plan}/reviews/2023-ht-2`

interface Listening extends World {
  strategist: Member
  origin: string
  code: string
  step: (showing: string) => Promise<unknown>
}

/** A meeting under way, on a server that listens. */
async function underWay(): Promise<Listening> {
  const all = await world()
  await all.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(all.app.server.address() as AddressInfo).port}`
  const strategist = await all.as('strategist')
  await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
  const meeting = (await strategist.put(`${day}/meeting`, { open: true })).json() as MeetingWhole
  let { version } = meeting
  const step = async (showing: string) => {
    const stepped = await strategist.put(`${day}/meeting/showing`, { showing, version })
    version += 1
    return stepped.statusCode
  }
  return Object.assign(all, { origin, strategist, code: meeting.code!, step })
}

/** A follower's stream: each event as it came, heartbeats left out. */
async function follow(address: string) {
  const request = get(address, { headers: { accept: 'text/event-stream', 'accept-encoding': 'br, gzip' } })
  onTestFinished(() => void request.destroy())
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  answer.setEncoding('utf8')
  const chunks = answer[Symbol.asyncIterator]() as AsyncIterator<string>
  let held = ''
  const next = async (): Promise<{ event?: string; data: string } | undefined> => {
    for (;;) {
      const at = held.indexOf('\n\n')
      if (at < 0) {
        const chunk = await chunks.next()
        if (chunk.done) return undefined
        held += chunk.value
        continue
      }
      const fields = held
        .slice(0, at)
        .split('\n')
        .map((line): [string, string] => [line.split(': ')[0]!, line.slice(line.indexOf(': ') + 2)])
      held = held.slice(at + 2)
      const told = Object.fromEntries(fields) as { event?: string; data?: string }
      if (told.data !== undefined || told.event !== undefined) return { data: '', ...told }
    }
  }
  const slide = async () => JSON.parse((await next())!.data) as Slide
  const raw = async () => held || ((await chunks.next()).value as string)
  return { answer, next, slide, raw, leave: () => request.destroy() }
}

describe('who follows a meeting', () => {
  test('is told nothing by a code that never was, nor of a plan that is not published', async () => {
    const { anybody, strategist, as } = await underWay()
    for (const path of ['/m/abcdefghjk', '/en/m/abcdefghjk', '/m/abcdefghjk/handelser'])
      expect([path, (await anybody.get(path)).statusCode]).toEqual([path, 404])
    await strategist.post('/api/v1/plans', {
      slug: 'dold-plan',
      title: 'Dold plan',
      municipality: 'Norrtälje (exempel)',
      period: { from: '2023-01-01', to: '2026-12-31' },
      adoption: { by: 'kommunfullmäktige', on: '2022-12-12' },
    })
    const hidden = '/api/v1/plans/dold-plan/reviews'
    const lead = await as('strategist')
    await lead.post(hidden, { heldOn: '2023-11-20' })
    const opened = await lead.put(`${hidden}/2023-ht/meeting`, { open: true })
    const { code } = opened.json() as MeetingWhole
    expect((await anybody.get(`/m/${code}`)).statusCode).toBe(404)
  })

  test('sees what the projector shows: no notes, comments, names or video link', async () => {
    const { anybody, code, step, strategist } = await underWay()
    await strategist.put(`${plan}/reviews/2023-ht-2`, {
      heldOn: '2023-11-20',
      videoUrl: 'https://moten.example.se/avstamning',
    })
    await strategist.post(`${day}/comments`, { text: 'Hemligt sagt om saken.', point: '7' })
    await strategist.post(`${day}/decisions`, { text: 'Kommundirektören ringer.', points: ['7'] })
    expect(await step('point:7')).toBe(200)
    const answer = await anybody.get(`/m/${code}`, { headers: { accept: 'application/json' } })
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    const { slide } = answer.json() as { slide: Slide }
    expect(slide).toMatchObject({
      kind: 'point',
      point: { number: '7', decisions: [{ text: 'Kommundirektören ringer.' }] },
    })
    for (const kept of ['Hemligt', 'moten.example.se', '@', 'recordedBy', 'note'])
      expect([kept, answer.body.includes(kept)]).toEqual([kept, false])
  })

  test('is told of a step, a decision and a new status as they come, each once, in their own language', async () => {
    const { origin, code, step, strategist } = await underWay()
    const swedish = await follow(`${origin}/m/${code}/handelser`)
    const english = await follow(`${origin}/en/m/${code}/handelser`)
    expect(swedish.answer.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(swedish.answer.headers['content-encoding']).toBeUndefined()
    expect((await swedish.slide()).kind).toBe('start')
    expect((await english.slide()).review).toBe('Review autumn 2023, number 2')
    await step('point:7')
    expect((await swedish.slide()).point?.number).toBe('7')
    expect((await english.slide()).point?.number).toBe('7')
    // What nobody sees on the projector is not sent.
    await strategist.post(`${day}/comments`, { text: 'Sagt om saken.', point: '7' })
    await strategist.post(`${day}/decisions`, { text: 'Kommundirektören ringer.', points: ['7'] })
    expect((await swedish.slide()).point?.decisions.map(({ text }) => text)).toEqual([
      'Kommundirektören ringer.',
    ])
  })

  test('sees the last of what came in a burst, whatever was under way', async () => {
    const { origin, code, step, strategist } = await underWay()
    const stream = await follow(`${origin}/m/${code}/handelser`)
    await stream.slide()
    await step('point:7')
    const texts = Array.from({ length: 8 }, (_none, n) => `Beslut ${n + 1}.`)
    await Promise.all(texts.map((text) => strategist.post(`${day}/decisions`, { text, points: ['7'] })))
    let seen: string[] = []
    while (seen.length < texts.length)
      seen = (await stream.slide()).point?.decisions.map(({ text }) => text) ?? []
    expect(seen.toSorted()).toEqual(texts)
  })

  test('hears something every ten seconds, for a silent stream is closed at fifteen', async () => {
    const { origin, code } = await underWay()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const stream = await follow(`${origin}/m/${code}/handelser`)
    await stream.slide()
    for (let beat = 0; beat < 2; beat += 1) {
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await stream.raw()).toMatch(/^:/)
    }
  })

  test('is let go when the meeting ends, and the code is dead from then on', async () => {
    const { origin, code, strategist, anybody } = await underWay()
    const stream = await follow(`${origin}/m/${code}/handelser`)
    await stream.slide()
    await strategist.put(`${day}/meeting`, { open: false })
    expect(await stream.next()).toMatchObject({ event: 'over' })
    expect(await stream.next()).toBeUndefined()
    expect((await anybody.get(`/m/${code}`)).statusCode).toBe(410)
    expect((await anybody.get(`/m/${code}/handelser`)).statusCode).toBe(410)
  })

  test('does not keep the server from closing', async () => {
    const { origin, code, app } = await underWay()
    const stream = await follow(`${origin}/m/${code}/handelser`)
    await stream.slide()
    await app.close()
    expect(await stream.next()).toMatchObject({ event: 'over' })
    expect(await stream.next()).toBeUndefined()
  })

  test('who left is not told, and leaves the others in peace', async () => {
    const { origin, code, step } = await underWay()
    const gone = await follow(`${origin}/m/${code}/handelser`)
    const stays = await follow(`${origin}/m/${code}/handelser`)
    await gone.slide()
    await stays.slide()
    gone.leave()
    await step('point:7')
    expect((await stays.slide()).point?.number).toBe('7')
    await step('end')
    expect((await stays.slide()).kind).toBe('end')
  })
})
