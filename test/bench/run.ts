import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, openPostgres } from '../../server/database/open.ts'
import { findPostgres, startCluster } from '../support/cluster.ts'
import { inCluster } from '../support/postgres.ts'
import { reachAll } from './follow.ts'
import { grow } from './grow.ts'
import { chain, inTurn, rate, residentMb, startServer, type Server } from './load.ts'

// `npm run bench`: ratios to a bare Fastify in the same run, printed, never a pass or a fail. `--rounds N` for more certainty.

const rounds = Number(/--rounds[ =](\d+)/.exec(process.argv.join(' '))?.[1] ?? 5)
const root = fileURLToPath(new URL('../..', import.meta.url))
const main = join(root, 'server/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'avstamt-bench-'))
const servers: Server[] = []
const lines: [what: string, measured: string, goal: string][] = []
const tell = (what: string, measured: string, goal: string) => {
  lines.push([what, measured, goal])
  console.log(`${what.padEnd(66)} ${measured.padStart(18)}   ${goal}`)
}
const ratio = (ours: number, theirs: number) => (ours / theirs).toFixed(2)

async function start(args: string[], env: Record<string, string> = {}): Promise<Server> {
  const server = await startServer(args, env)
  servers.push(server)
  return server
}

/** Signs in by a fresh link; gives the cookie. */
async function cookieOf(env: Record<string, string>, origin: string, role: string): Promise<string> {
  const done = spawnSync(process.execPath, [main, 'link', '--role', role], { env, encoding: 'utf8' })
  const token = done.stdout.trim().split('/').at(-1)!
  const answer = await fetch(`${origin}/logga-in/${token}`, { method: 'POST', redirect: 'manual' })
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

async function measure(engine: string, env: Record<string, string>): Promise<void> {
  console.log(`\n${engine}`)
  // The example is planted first: what is measured is a start with nothing to do.
  spawnSync(process.execPath, [main, 'verify'], { env: { ...process.env, ...env } })
  const begun = performance.now()
  const ours = await start([main, 'serve'], env)
  await fetch(`${ours.origin}/psykisk-halsa`)
  tell('start to first answer', `${Math.round(performance.now() - begun)} ms`, '≤ 1000 ms')
  tell('resident memory, idle', `${residentMb(ours)} MB`, '≤ 150 MB')

  const plan = `${ours.origin}/api/v1/plans/psykisk-halsa`
  const bytes = new Uint8Array(
    await (
      await fetch(`${ours.origin}/psykisk-halsa`, { headers: { 'accept-encoding': 'identity' } })
    ).arrayBuffer(),
  )
  const file = join(folder, `${engine}.bytes`)
  writeFileSync(file, bytes)
  const bare = await start([join(root, 'test/bench/bare.ts'), file, join(folder, `${engine}-bare.db`)])
  const cookie = await cookieOf(
    { ...process.env, ...env } as Record<string, string>,
    ours.origin,
    'strategist',
  )

  const reads = await inTurn(rounds, {
    bare: () => rate(`${bare.origin}/bytes`),
    dashboard: () => rate(`${ours.origin}/psykisk-halsa`),
    points: () => rate(`${plan}/points`),
    signedIn: () => rate(`${plan}/points`, { headers: { cookie } }),
  })
  tell(`bare Fastify sending ${bytes.length} bytes`, `${Math.round(reads.bare)} /s`, '1')
  tell('public dashboard, finished bytes', ratio(reads.dashboard, reads.bare), '≥ 0.7')
  tell('GET …/points, finished bytes', ratio(reads.points, reads.bare), '≥ 0.7')
  tell('GET …/points, computed afresh, signed in', ratio(reads.signedIn, reads.bare), '≥ 0.08')

  const activity = JSON.stringify({
    point: '1',
    what: 'Träff med föräldrar i Strandby.',
    happenedOn: '2023-11-07',
    participants: 12,
  })
  const json = { 'content-type': 'application/json' }
  const writes = await inTurn(rounds, {
    bare: () => rate(`${bare.origin}/row`, { method: 'POST', headers: json, body: activity }),
    activity: () =>
      rate(`${plan}/activities`, {
        method: 'POST',
        body: activity,
        fresh: () => ({ body: activity, headers: { ...json, cookie, 'idempotency-key': randomUUID() } }),
      }),
  })
  tell('bare Fastify with one insert, synchronous=FULL', `${Math.round(writes.bare)} /s`, '1')
  tell('logging an activity', ratio(writes.activity, writes.bare), '≥ 0.4')

  const post = async (url: string, body: string, headers: Record<string, string>) => {
    const answer = await fetch(url, { method: 'POST', headers: { ...json, ...headers }, body })
    if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { latestUpdate: number }
  }
  // So many, in turn at the points that are open: a story stays a story – after a few rounds, some fifty updates a point, what decades give.
  const updatesARound = 60
  const open = ['7', '15', '16', '18', '22', '24']
  const latest = new Map<string, number>()
  for (const number of open) {
    const point = (await (await fetch(`${plan}/points/${number}`)).json()) as { latestUpdate: number }
    latest.set(number, point.latestUpdate)
  }
  let turn = 0
  const holdsFrom = new Date().toISOString().slice(0, 10)
  const chained = await inTurn(rounds, {
    bare: () => chain(updatesARound, async () => void (await post(`${bare.origin}/row`, activity, {}))),
    update: () =>
      chain(updatesARound, async () => {
        const number = open[(turn += 1) % open.length]!
        const said = {
          status: 'in_progress',
          outlook: 'on_track',
          note: 'Arbetet går vidare.',
          holdsFrom,
          basedOn: latest.get(number)!,
          evidence: [],
        }
        const headers = { cookie, 'idempotency-key': randomUUID() }
        const told = await post(`${plan}/points/${number}/updates`, JSON.stringify(said), headers)
        latest.set(number, told.latestUpdate)
      }),
  })
  tell('an update, one after the other', ratio(chained.update, chained.bare), '≥ 0.3')
  const { origin } = ours
  const reach = await reachAll({ origin, cookie, followers: 300, events: 4 * rounds })
  tell('a meeting: an event at all of 300 followers, 99 %', `${Math.round(reach)} ms`, '≤ 300 ms')
  tell('resident memory, after load', `${residentMb(ours)} MB`, '≤ 200 MB')
}

/** How much dearer the dashboard is to render after a write when there is much to remember. */
async function growth(): Promise<void> {
  console.log('\nHistory: rendering the dashboard after a write')
  const costs: number[] = []
  for (const activities of [1_000, 100_000]) {
    const dataDir = join(folder, `grown-${activities}`)
    const env = { DATA_DIR: dataDir, PORT: '0' }
    spawnSync(process.execPath, [main, 'verify'], { env: { ...process.env, ...env } })
    const db = openDatabase({ folder: dataDir, now: new Date() })
    await grow(db, activities)
    await db.close()
    const begun = performance.now()
    const server = await start([main, 'serve'], env)
    await fetch(`${server.origin}/psykisk-halsa`)
    if (activities === 100_000)
      tell(
        'start to first answer with 100,000 activities',
        `${Math.round(performance.now() - begun)} ms`,
        '≤ 1000 ms',
      )
    const cookie = await cookieOf(
      { ...process.env, ...env } as Record<string, string>,
      server.origin,
      'ambassador',
    )
    const body = JSON.stringify({ point: '1', what: 'Träff.', happenedOn: '2023-11-07' })
    const times: number[] = []
    for (let time = 0; time < 40; time += 1) {
      const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      await fetch(`${server.origin}/api/v1/plans/psykisk-halsa/activities`, { method: 'POST', headers, body })
      const asked = performance.now()
      await (
        await fetch(`${server.origin}/psykisk-halsa`, { headers: { 'accept-encoding': 'identity' } })
      ).arrayBuffer()
      times.push(performance.now() - asked)
    }
    costs.push(times.toSorted((a, b) => a - b)[20]!)
    server.child.kill()
  }
  tell('dashboard after a write, 1,000 activities', `${costs[0]!.toFixed(1)} ms`, '1')
  tell('the same with 100,000', ratio(costs[1]!, costs[0]!), '≤ 1.5')
}

try {
  console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${rounds} rounds`)
  await measure('SQLite', { DATA_DIR: join(folder, 'sqlite'), PORT: '0' })
  for (const { child } of servers) child.kill()
  await growth()
  if (findPostgres()) {
    const cluster = await startCluster({ durable: true })
    try {
      await inCluster(cluster.address, 'create database bench')
      await (await openPostgres(`${cluster.address}/bench`)).close()
      await measure('PostgreSQL', { DATABASE_URL: `${cluster.address}/bench`, DATA_DIR: folder, PORT: '0' })
    } finally {
      for (const { child } of servers) child.kill()
      cluster.stop()
    }
  } else console.log('\nPostgreSQL is not installed: not measured.')
} finally {
  for (const { child } of servers) child.kill()
  rmSync(folder, { recursive: true, force: true })
}
