import { spawn, type ChildProcess } from 'node:child_process'
import { globSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import type { Provided } from './support/apt.ts'
import { provideBrowser } from './support/browser.ts'
import { providePostgres } from './support/cluster.ts'
import { closingLine, type Counts } from './support/plain-reporter.ts'
import { providePdfReader } from './support/reading-pdf.ts'

// What `npm test` runs, once server/boot.mjs has made the clone ready. Without words: the checks beside all tests.
// With words (`npm test -- test/api/points.test.ts`) they go to vitest, and only the tests they choose are run.

const clone = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const everything = words.length === 0
const journeysMayRun =
  !words.some((word) => word.startsWith('test/')) || words.some((word) => word.includes('journeys'))

/** A check passes or fails as one; `program` lies in node_modules. */
type Check = { name: string; program: string; args: string[] }
type Outcome = { name: string; passed: boolean; seconds: string; output: string }

const cache = 'node_modules/.cache'
const checks: Check[] = [
  {
    name: 'formatting',
    program: 'node_modules/prettier/bin/prettier.cjs',
    args: [
      '--check',
      '.',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${cache}/formatting`,
    ],
  },
  { name: 'lint', program: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  {
    name: 'types',
    program: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '--incremental', `--tsBuildInfoFile`, `${cache}/types.tsbuildinfo`, '--pretty'],
  },
  {
    name: 'types in the worker',
    program: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '--project', 'web/worker', '--pretty'],
  },
  {
    name: 'types in pages',
    program: 'node_modules/svelte-check/bin/svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  },
]

const atWork = new Set<ChildProcess>()
let stoppedBy: NodeJS.Signals | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stoppedBy ??= signal
    for (const child of atWork) child.kill(signal)
  })
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The projects that need something of the machine: what, and which tests are left without it. */
const needs: { project: string; tests: string; want: string; state: Provided }[] = [
  {
    project: 'journeys',
    tests: 'test/journeys/**/*.test.ts',
    want: 'a browser',
    state: journeysMayRun ? provideBrowser() : 'ready',
  },
  {
    project: 'postgres',
    tests: 'test/api/**/*.test.ts',
    want: 'PostgreSQL',
    state: everything ? providePostgres() : 'ready',
  },
]
for (const { state } of needs) if (state === 'failed') counts.failed += 1
// The tests that read a PDF back skip themselves, one by one, where nothing reads it.
if (everything && providePdfReader() === 'failed') counts.failed += 1
if (journeysMayRun) {
  tally(await runCheck({ name: 'build', program: 'server/boot.mjs', args: ['build'] }))
}
const [tests, outcomes] = await Promise.all([runTests(), everything ? runInTurn(checks) : []])
outcomes.forEach(tally)
for (const kind of ['passed', 'failed', 'skipped'] as const) counts[kind] += tests[kind]
for (const { project, tests: pattern, want, state } of needs) {
  if (state === 'ready') continue
  const left = globSync(pattern, { cwd: clone }).length
  counts.skipped += left
  console.log(`\nNOT RUN: the ${left} files of ${project}, for want of ${want} (see above).`)
}

if (stoppedBy) process.exit(128 + constants.signals[stoppedBy])
console.log(`\n${closingLine(counts)}`)
process.exitCode = counts.failed === 0 ? 0 : 1

/** One line for a check that passed, the whole output of one that did not. */
function tally({ name, passed, seconds, output }: Outcome) {
  counts[passed ? 'passed' : 'failed'] += 1
  console.log(passed ? `✓ ${name} (${seconds} s)` : `\n✗ ${name} (${seconds} s)\n${output.trim()}\n`)
}

/** In turn, so that they take one core and the tests the other. */
async function runInTurn(all: Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const check of all) outcomes.push(await runCheck(check))
  return outcomes
}

function runCheck({ name, program, args }: Check): Promise<Outcome> {
  return new Promise((resolve) => {
    const begun = performance.now()
    const child = start(program, args, ['ignore', 'pipe', 'pipe'])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)))
    child.on('close', (code) => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      resolve({ name, passed: code === 0, seconds, output })
    })
  })
}

/** What vitest counted; a run that ends badly without saying why, or without counting, is one failure. */
function runTests(): Promise<Counts> {
  return new Promise((resolve) => {
    const reporters = ['--reporter=default', '--reporter=./test/support/plain-reporter.ts']
    const left = needs.filter(({ state }) => state !== 'ready').map(({ project }) => `--project=!${project}`)
    const without = left.length === 0 ? [] : [...left, '--passWithNoTests']
    const args = ['run', ...reporters, ...without, ...words]
    const child = start('node_modules/vitest/vitest.mjs', args, ['ignore', 'inherit', 'inherit', 'ipc'])
    let counted: Counts = { passed: 0, failed: 1, skipped: 0 }
    child.on('message', (message) => {
      counted = message as Counts
    })
    child.on('close', (code) => {
      const silent = code !== 0 && counted.failed === 0
      resolve(silent ? { ...counted, failed: 1 } : counted)
    })
  })
}

function start(
  program: string,
  args: string[],
  stdio: ('ignore' | 'pipe' | 'inherit' | 'ipc')[],
): ChildProcess {
  const child = spawn(process.execPath, [join(clone, program), ...args], { cwd: clone, stdio })
  atWork.add(child)
  child.on('close', () => atWork.delete(child))
  return child
}
