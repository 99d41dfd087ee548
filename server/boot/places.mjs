import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's folder, absolute. */
export const clone = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string} place relative to the clone, with slashes */
export function pathInClone(place) {
  return join(clone, place)
}

/** The user's cache folder. A relative XDG_CACHE_HOME counts as not set, as its specification says. */
export function cacheFolder() {
  const set = process.env['XDG_CACHE_HOME']
  return set && isAbsolute(set) ? set : join(homedir(), '.cache')
}

/** @param {string} path @returns {string | undefined} the file's text, undefined where there is no file */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** @param {string | Buffer} bytes @returns {string} SHA-256, hexadecimal */
export function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * @param {string[]} places files and folders of the clone; those that do not exist count as empty
 * @returns {string} one SHA-256 of the paths and bytes of every file in them, the same on every machine
 */
export function digestOf(places) {
  const files = places.flatMap(filesIn)
  return digest(files.map((file) => `${file} ${digest(readFileSync(pathInClone(file)))}`).join('\n'))
}

/** @param {string} place @returns {string[]} */
function filesIn(place) {
  const path = pathInClone(place)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [place]
  const names = readdirSync(path).filter((name) => !name.startsWith('.'))
  return names.sort().flatMap((name) => filesIn(`${place}/${name}`))
}

/**
 * Fills a folder beside `place` and renames it there when it is whole. When it fails nothing of it stays, and what
 * stood at `place` stands there still.
 * @param {string} place
 * @param {(folder: string) => Promise<void>} fill
 */
export async function writeBeside(place, fill) {
  const parent = dirname(place)
  const prefix = `.${basename(place)}-`
  const folder = join(parent, `${prefix}${process.pid}`)
  await mkdir(parent, { recursive: true })
  await sweep(parent, prefix)
  try {
    await mkdir(folder)
    await fill(folder)
    if (existsSync(place)) await rename(place, `${folder}-old`)
    await rename(folder, place)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(`${folder}-old`, { recursive: true, force: true })
  }
}

/**
 * What a killed start left behind goes at the next one. A young folder may belong to a start still at work.
 * @param {string} parent
 * @param {string} prefix
 */
async function sweep(parent, prefix) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const path = join(parent, name)
    const hours = (Date.now() - (await stat(path)).mtimeMs) / 3_600_000
    if (hours > 1 || name.startsWith(`${prefix}${process.pid}`))
      await rm(path, { recursive: true, force: true })
  }
}
