// Starts before anything is installed, on whatever Node a person has (20 or newer): this file and boot/*.mjs use no
// packages and no TypeScript. It makes the clone ready – Node 24, packages, built pages – and hands over. It is quiet
// when there is nothing to do; what cannot be done is said in one sentence, with an exit code ≠ 0.
import { findNode, runFlags } from './boot/node.mjs'
import { installPackages } from './boot/packages.mjs'
import { buildPages } from './boot/pages.mjs'
import { Failure, sentenceFor } from './boot/failure.mjs'
import { pathInClone } from './boot/places.mjs'
import { exitCodeWhenStopped, run } from './boot/run.mjs'

/** What can be asked for, who does it, and whether the built pages are needed first. `build` only makes ready. */
const commands = /** @type {Record<string, { handTo?: string[], pages: boolean, flags?: string[] }>} */ ({
  serve: { handTo: ['server/main.ts', 'serve'], pages: true },
  // Started anew when a file of the server changes; Vite sees to the pages.
  dev: {
    handTo: ['server/main.ts', 'dev'],
    pages: false,
    flags: [`--watch-path=${pathInClone('server')}`, '--watch-preserve-output'],
  },
  link: { handTo: ['server/main.ts', 'link'], pages: false },
  import: { handTo: ['server/main.ts', 'import'], pages: false },
  verify: { handTo: ['server/main.ts', 'verify'], pages: false },
  extract: { handTo: ['server/main.ts', 'extract'], pages: false },
  erase: { handTo: ['server/main.ts', 'erase'], pages: false },
  bench: { handTo: ['test/bench/run.ts'], pages: true },
  walks: { handTo: ['test/walks/run.ts'], pages: true },
  test: { handTo: ['test/run.ts'], pages: false },
  build: { pages: true },
})

const [command = '', ...rest] = process.argv.slice(2)

/** Makes ready what the command needs and hands over; the exit code is that of the program handed to. */
async function main() {
  const job = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!job) throw new Failure(`Say what to do: node server/boot.mjs ${Object.keys(commands).join(' | ')}`)
  const node = await findNode()
  await installPackages()
  if (job.pages) await buildPages(node)
  if (!job.handTo) return 0
  const [program = '', ...words] = job.handTo
  const done = await run(node, [...runFlags, ...(job.flags ?? []), pathInClone(program), ...words, ...rest], {
    terminal: true,
    env: { NODE_COMPILE_CACHE: pathInClone('node_modules/.cache/compiled'), ...process.env },
  })
  return done.code
}

try {
  process.exitCode = await main()
} catch (error) {
  const stopped = exitCodeWhenStopped()
  if (stopped === undefined) console.error(sentenceFor(error))
  process.exitCode = stopped ?? 1
}
