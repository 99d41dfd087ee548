import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'

/** What measuring the followers needs to know of the server it measures. */
export interface Followed {
  origin: string
  /** The session of somebody who leads the example plan. */
  cookie: string
  followers: number
  /** How many events are sent to all of them. */
  events: number
}

/** A stream that stays open and tells what is shown with each event. */
async function follower(address: string, agent: Agent, shown: (version: number) => void) {
  const request = get(address, { agent, headers: { accept: 'text/event-stream' } })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode}`)
  answer.setEncoding('utf8')
  let held = ''
  answer.on('data', (text: string) => {
    held += text
    for (let at = held.indexOf('\n\n'); at >= 0; at = held.indexOf('\n\n')) {
      const version = /"version":(\d+)/.exec(held.slice(0, at))?.[1]
      held = held.slice(at + 2)
      if (version) shown(Number(version))
    }
  })
  return request
}

/**
 * How long from pressing the arrow key until the slide has reached each of the followers of a meeting, in milliseconds: the 99th percentile over all
 * events and followers.
 */
export async function reachAll({ origin, cookie, followers, events }: Followed): Promise<number> {
  const change = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${origin}/api/v1/plans/psykisk-halsa${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { term: string; code: string; version: number }
  }
  const { term } = await change('POST', '/reviews', { heldOn: new Date().toISOString().slice(0, 10) })
  const meeting = await change('PUT', `/reviews/${term}/meeting`, { open: true })
  const times: number[] = []
  let version = meeting.version
  let pressed = 0
  let reached = 0
  let all: () => void = () => undefined
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
  const streams = await Promise.all(
    Array.from({ length: followers }, () =>
      follower(`${origin}/m/${meeting.code}/handelser`, agent, (seen) => {
        if (seen !== version || pressed === 0) return
        times.push(performance.now() - pressed)
        reached += 1
        if (reached === followers) all()
      }),
    ),
  )
  for (let event = 0; event < events; event += 1) {
    const arrived = new Promise<void>((resolve) => {
      all = resolve
    })
    reached = 0
    const step = { showing: event % 2 === 0 ? 'point:7' : 'point:18', version }
    version += 1
    pressed = performance.now()
    await change('PUT', `/reviews/${term}/meeting/showing`, step)
    await arrived
  }
  for (const stream of streams) stream.destroy()
  await change('PUT', `/reviews/${term}/meeting`, { open: false })
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1]!
}
