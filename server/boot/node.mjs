import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { cacheFolder, digest, writeBeside } from './places.mjs'
import { Failure, npmFailure } from './failure.mjs'
import { npm, run, tell } from './run.mjs'

/** The Node that is fetched where the person's is older, and the SHA-256 of its npm packages (`node-<platform>`). */
const version = '24.21.0'
const packages = /** @type {Record<string, string>} */ ({
  'linux-x64': '61ecf27ad70afee991b671c28561eb497028294a67d132f9bbaac9ad73f81d3b',
  'linux-arm64': 'fba3076c16d21e5d814577436bdcb782b9b66bed09c6fa8278298e8933288bbb',
})

const major = Number.parseInt(version)
const advice = `install Node ${major} from https://nodejs.org, or try again later`

/**
 * Path of a Node that is new enough: the running one, the one fetched before, or one fetched now.
 * better-sqlite3 crashes on older ones without a word.
 */
export async function findNode() {
  if (Number.parseInt(process.versions.node) >= major) return process.execPath
  const platform = `${process.platform}-${process.arch}`
  const cache = join(cacheFolder(), 'avstamt', `node-${version}-${platform}`)
  const program = join(cache, 'node')
  if (existsSync(program)) return program
  const sha256 = packages[platform]
  if (!sha256 || usesMusl()) {
    throw new Failure(
      `This needs Node ${major} or newer, and here is Node ${process.versions.node}: ` +
        `install Node ${major} from https://nodejs.org and start again.`,
    )
  }
  tell(`Fetching Node ${version}, once, into ${cache} …`)
  await writeBeside(cache, (folder) => fetchNode(`node-${platform}`, sha256, folder))
  return program
}

/** Alpine and the like, where the fetched program could not start. */
function usesMusl() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return process.platform === 'linux' && !report.header.glibcVersionRuntime
}

/**
 * Puts the program `node` into an empty folder. npm does the fetching, so that the person's registry and proxy hold.
 * @param {string} name of the npm package
 * @param {string} sha256 of its tarball
 * @param {string} folder
 */
async function fetchNode(name, sha256, folder) {
  const fetched = await npm(['pack', `${name}@${version}`, '--ignore-scripts', '--pack-destination', folder])
  if (fetched.code) throw npmFailure(`Node ${version} could not be fetched`, fetched.output, advice)
  const tarball = join(folder, `${name}-${version}.tgz`)
  const bytes = await readFile(tarball)
  if (digest(bytes) !== sha256) {
    throw new Failure(`The fetched ${name}@${version} has the wrong SHA-256 and was thrown away; ${advice}.`)
  }
  await rm(tarball)
  const program = join(folder, 'node')
  await writeFile(program, fileInTar(gunzipSync(bytes), 'package/bin/node'), { mode: 0o755, flush: true })
  const tried = await run(program, ['--version']).catch((error) => ({ output: String(error) }))
  if (tried.output.trim() !== `v${version}`) {
    throw new Failure(
      `The fetched Node ${version} does not run on this machine (${tried.output.trim()}); ${advice}.`,
    )
  }
}

/**
 * @param {Buffer} tar
 * @param {string} path
 * @returns {Buffer} that file's bytes
 */
function fileInTar(tar, path) {
  const block = 512
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const [name] = tar.toString('utf8', at, at + 100).split('\0')
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8)
    if (name === path) return tar.subarray(at + block, at + block + size)
    at += block + Math.ceil(size / block) * block
  }
  throw new Failure(`The fetched package has no ${path}; ${advice}.`)
}

/**
 * How Node is run. A small nursery keeps the program at half the memory: what starting it leaves behind is thrown away sooner
 * (docs/performance.md). Node reads TypeScript by WebAssembly, in each thread that makes documents too: when what such code calls of
 * JavaScript is compiled anew after a thousand calls, V8 lets go of the old with several threads in each other's way, and now and then the
 * whole process ends (`Check failed: jit_page.has_value()` under `TierUpWasmToJSWrapper`). So it is never compiled anew.
 * skip-drizzle-lookups.mjs says why it is there.
 */
export const runFlags = [
  '--max-semi-space-size=4',
  '--wasm-wrapper-tiering-budget=1000000000',
  `--import=${new URL('skip-drizzle-lookups.mjs', import.meta.url).href}`,
]
