import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { runFlags } from '../../server/boot/node.mjs'
import { inspect, type Inspector } from './inspector.ts'

// `npm run walks`: which files of the server really run when somebody does one of three things, told by V8 and not from memory, in the order
// they are first called. For docs/architecture.md; never a pass or a fail. A file counts when one of its functions was called between the
// request and its answer. The program is the whole one, started as `npm start` does, on the example.

const root = join(import.meta.dirname, '../..')

interface Visitor {
  origin: string
  cookieOf: (role: string) => Promise<string>
}

interface Walk {
  name: string
  /** Gives what is measured. What it needs first – signing in, the page before – is done when it returns. `round` tells repeats apart. */
  prepare: (visitor: Visitor, round: number) => Promise<() => Promise<Response>>
}

const api = '/api/v1/plans/psykisk-halsa'

async function post(
  { origin }: Visitor,
  path: string,
  cookie: string,
  body: object,
): Promise<() => Promise<Response>> {
  return () =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
}

const today = new Date().toISOString().slice(0, 10)

async function embed(visitor: Visitor, number: string): Promise<() => Promise<Response>> {
  const cookie = await visitor.cookieOf('strategist')
  const point = await fetch(`${visitor.origin}${api}/points/${number}`, { headers: { cookie } })
  const { latestUpdate } = (await point.json()) as { latestUpdate: number }
  return post(visitor, `${api}/points/${number}/updates`, cookie, {
    status: 'embedded',
    outlook: 'not_assessed',
    note: 'Modellen är nu ett ordinarie boendestöd.',
    holdsFrom: today,
    basedOn: latestUpdate,
    closing: {
      receiver: 'Vuxenenheten, socialkontoret',
      function: 'Enhetschef',
      embeddedFrom: today,
      anchoredIn: 'Verksamhetsplan 2024, avsnitt 3',
    },
    evidence: [{ title: 'Verksamhetsplan 2024', reference: 'SN 2023/88' }],
  })
}

// In the rounds before and after, the same is done with another point, another report: what is asked for twice may be answered from memory.
const walks: Walk[] = [
  {
    name: 'A strategist embeds point 7',
    prepare: (visitor, round) => embed(visitor, ['15', '7', '16'][round]!),
  },
  {
    name: 'An ambassador logs an activity',
    prepare: async (visitor) =>
      post(visitor, `${api}/activities`, await visitor.cookieOf('ambassador'), {
        point: '7',
        what: 'Träff med föräldrar i Strandby.',
        happenedOn: today,
        participants: 12,
      }),
  },
  {
    name: 'Somebody is the first to read the report of a closed review day',
    prepare: async ({ origin }, round) => {
      const term = ['2022-ht', '2023-ht', '2023-vt'][round]!
      return () => fetch(`${origin}/psykisk-halsa/avstamningar/${term}`)
    },
  },
]

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Every other second the program looks for mail that waits; none of the walks sends any. */
const byItself = ['mail/deliver.ts', 'mail/outbox.store.ts']

const filesOf = (ran: readonly { file: string }[]): string[] =>
  [...new Set(ran.map(({ file }) => file))].filter((file) => !byItself.includes(file))

/** A server of its own on a fresh example; the walk is done once before it is measured, so that what is made once a process is made. */
async function measure(walk: Walk): Promise<{ files: string[]; first: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'avstamt-walk-'))
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      ...runFlags,
      `--inspect=127.0.0.1:${port}`,
      '--inspect-publish-uid=http',
      join(root, 'server/main.ts'),
      'serve',
    ],
    {
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let inspector: Inspector | undefined
  try {
    let said = ''
    for await (const data of child.stdout.iterator({ destroyOnReturn: false })) {
      said += String(data)
      if (said.includes('answers on')) break
    }
    const origin = /answers on (\S+)/.exec(said)![1]!
    const cookies = new Map<string, string>()
    const visitor: Visitor = {
      origin,
      async cookieOf(role) {
        const kept = cookies.get(role)
        if (kept) return kept
        const link = new RegExp(`${role}\\s+(\\S+)`).exec(said)![1]!
        const answer = await fetch(link, { method: 'POST', redirect: 'manual' })
        const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
        cookies.set(role, cookie)
        return cookie
      },
    }
    const watching = await inspect(port)
    inspector = watching
    const go = async (request: () => Promise<Response>): Promise<void> => {
      const answer = await request()
      await answer.text()
      // What is done once the answer has gone belongs to it.
      await rest(50)
      if (!answer.ok) throw new Error(`${walk.name}: ${answer.status}`)
    }
    const watched = async (round: number) => {
      const request = await walk.prepare(visitor, round)
      await watching.ran()
      await go(request)
      return watching.ran()
    }
    // What the program does by itself when it starts.
    await rest(1000)
    const first = filesOf(await watched(0))
    const ran = await watched(1)
    const again = await walk.prepare(visitor, 2)
    const order = await watching.inOrder(ran, () => go(again))
    const files = filesOf(ran).sort((a, b) => rank(order, a) - rank(order, b))
    return { files, first: first.filter((file) => !files.includes(file)) }
  } finally {
    inspector?.close()
    child.kill()
    await once(child, 'close')
    rmSync(folder, { recursive: true })
  }
}

/** Its place in the order; at the end where no breakpoint could be set in it. */
const rank = (order: readonly string[], file: string): number =>
  order.includes(file) ? order.indexOf(file) : order.length

const rules = (file: string): boolean => file.startsWith('domain/')
const sentences = (file: string): boolean => file.startsWith('words/')

for (const walk of walks) {
  const { files, first } = await measure(walk)
  const house = files.filter((file) => !sentences(file))
  console.log(
    `\n${walk.name}: ${house.length} files, ${house.filter((file) => !rules(file)).length} of them without the rules of domain/`,
  )
  for (const file of house) console.log(`  server/${file}`)
  if (first.length > 0) console.log(`  and the first time in a process: ${first.join(', ')}`)
}
