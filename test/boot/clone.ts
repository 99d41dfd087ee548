import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

const house = join(import.meta.dirname, '../..')

/** The oldest Node of this machine, to run boot.mjs as a person with an old one does; else the one running. */
export const anyNode = ['/usr/bin/node', '/usr/local/bin/node'].find(existsSync) ?? process.execPath

/** What a fresh clone of a very small program would hold: its server prints what it was handed. */
const program = `
const [word] = process.argv.slice(2)
if (word === 'verify') process.exitCode = 7
if (word === 'dev') {
  const alive = setInterval(() => {}, 1000)
  process.on('SIGTERM', () => { console.log('closing'); clearInterval(alive); process.exitCode = 3 })
}
console.log(JSON.stringify({ words: process.argv.slice(2), folder: process.cwd(), said: process.env.SAID ?? null }))
`

type Told = (out: string, stop: (signal: NodeJS.Signals) => void) => void
export type Finished = { code: number | null; out: string; err: string }
export type Clone = ReturnType<typeof freshClone>

/**
 * A clone in a folder of its own, with a lockfile that names no packages; gone when the test is over, unless `over` says later. Its cache
 * folder is its own too, and this Node stands in it as if it had been fetched before.
 */
export function freshClone(over: (leave: () => void) => void = onTestFinished) {
  const folder = mkdtempSync(join(tmpdir(), 'avstamt-boot-'))
  over(() => rmSync(folder, { recursive: true, force: true }))
  const path = (place: string) => join(folder, place)
  const clone = {
    folder,
    path,
    write(place: string, text: string) {
      mkdirSync(dirname(path(place)), { recursive: true })
      writeFileSync(path(place), text)
    },
    read: (place: string) => readFileSync(path(place), 'utf8'),
    /** Changes a file; where those words do not stand the test fails. */
    replace(place: string, from: string, to: string) {
      const text = clone.read(place)
      if (!text.includes(from)) throw new Error(`${place} does not say ${from}`)
      writeFileSync(path(place), text.replaceAll(from, to))
    },
    /** Runs boot.mjs to its end; `told` is handed its output so far and may stop it. */
    boot(words: string[], env: NodeJS.ProcessEnv = {}, told: Told = () => {}): Promise<Finished> {
      const all = { ...ownEnvironment(), XDG_CACHE_HOME: path('home'), ...env }
      return finished(anyNode, [path('server/boot.mjs'), ...words], folder, all, told)
    },
  }
  for (const place of ['server/boot.mjs', 'server/boot']) lendFile(clone, place)
  clone.write('server/main.ts', program)
  clone.write('package.json', JSON.stringify({ name: 'small', version: '1.0.0', type: 'module' }))
  const root = { name: 'small', version: '1.0.0' }
  const lock = { ...root, lockfileVersion: 3, requires: true, packages: { '': root } }
  clone.write('package-lock.json', JSON.stringify(lock))
  clone.write('.npmrc', `cache=${path('npm')}\nupdate-notifier=false\n`)
  clone.write(`${fetchedNode('24.21.0')}.txt`, 'beside it, to have the folder made')
  symlinkSync(process.execPath, path(fetchedNode('24.21.0')))
  return clone
}

/** Where in a clone of the tests a fetched Node stands. */
export function fetchedNode(version: string): string {
  return `home/avstamt/node-${version}-${process.platform}-${process.arch}/node`
}

/** Gives an installed clone the packages of this house, without a network. */
export function lendPackages(clone: Clone, names: string[]) {
  for (const name of names) {
    mkdirSync(dirname(clone.path(`node_modules/${name}`)), { recursive: true })
    symlinkSync(join(house, 'node_modules', name), clone.path(`node_modules/${name}`))
  }
}

/** Copies a file of the house into the clone. */
export function lendFile(clone: Pick<Clone, 'path'>, place: string) {
  cpSync(join(house, place), clone.path(place), { recursive: true })
}

/** The person's environment without what an `npm test` around this one put there. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_ENV|CI$|SETUP$)/i.test(name),
  )
  return { ...Object.fromEntries(own), NO_PROXY: '127.0.0.1' }
}

function finished(
  file: string,
  args: string[],
  folder: string,
  env: NodeJS.ProcessEnv,
  told: Told,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const all = { out: '', err: '' }
    child.stdout.on('data', (data) => {
      all.out += String(data)
      told(all.out, (signal) => child.kill(signal))
    })
    child.stderr.on('data', (data) => (all.err += String(data)))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...all }))
  })
}
