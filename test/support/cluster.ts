import { spawnSync } from 'node:child_process'
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provide, type Provided } from './apt.ts'
import { newFolder } from './folders.ts'

/** Folder of PostgreSQL's own programs, the newest version's; undefined where none is installed. */
export const findPostgres = (): string | undefined =>
  globSync('/usr/lib/postgresql/*/bin/initdb')
    .sort()
    .at(-1)
    ?.replace(/\/initdb$/, '')

/** Sees to it that there is a PostgreSQL for the tests on the second engine. */
export const providePostgres = (): Provided =>
  provide('PostgreSQL', {
    found: findPostgres,
    packages: ['postgresql'],
    purpose: 'the tests on the second engine',
  })

/** What a cluster that lives as long as a run need not do: outlive the power, tidy up, send its log to others. */
const hasty = ['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum'].map(
  (name) => `-c ${name}=off`,
)

/** A cluster of its own in a temporary folder, on a free port; gives its address and how to end it. `durable` as in production. */
export async function startCluster({ durable = false } = {}): Promise<{ address: string; stop: () => void }> {
  const programs = findPostgres()
  if (!programs) throw new Error('PostgreSQL is not installed')
  const folder = durable ? mkdtempSync(join(tmpdir(), 'avstamt-cluster-')) : newFolder('cluster')
  const port = await freePort()
  // The server refuses to run as root; Debian's package brings a user for it.
  const owner = process.getuid?.() === 0 ? ownerOfPostgres() : undefined
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, args: string[]) => {
    const done = spawnSync(join(programs, program), args, {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}`)
  }
  const data = join(folder, 'data')
  run('initdb', [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
  ])
  const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', `-k ${folder}`, ...(durable ? [] : hasty)]
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start'])
  const stop = () => {
    run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true })
  }
  return { address: `postgres://postgres@127.0.0.1:${port}`, stop }
}

function ownerOfPostgres(): { uid: number; gid: number } {
  const id = (what: string) => Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
