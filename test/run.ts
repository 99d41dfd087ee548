import { globSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import type { Provided } from './support/apt.ts'
import { provideBrowser } from './support/browser.ts'
import { endingOf, runInLanes, start, stopAll, type Check, type Outcome } from './support/checks.ts'
import { providePostgres } from './support/cluster.ts'
import { testsOnPostgres } from './support/engines.ts'
import { closingLine, type Counts } from './support/plain-reporter.ts'
import { providePdfReader } from './support/reading-pdf.ts'

// What `npm test` runs, once server/boot.mjs has made the clone ready (docs/testing.md). Without words: checks, two at a time, then all
// tests, two at a time, then the browser – always two, for the checks beside the tests made three of two cores. With words
// (`npm test -- test/api/points.test.ts`) they go to vitest, and only the tests they choose are run.

const clone = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const quick = given.includes('--quick')
const everyEngine = given.includes('--engine=all')
const words = given.filter((word) => !['--quick', '--engine=all'].includes(word))
const everything = words.length === 0 && !quick
const journeysMayRun =
  !quick &&
  (!words.some((word) => word.startsWith('test/')) || words.some((word) => word.includes('journeys')))

const cache = 'node_modules/.cache'
const tsc = 'node_modules/@typescript/native/bin/tsc'
const build: Check = { name: 'build', program: 'server/boot.mjs', args: ['build'] }
/** While one works: only what has changed is looked at again. */
const quickTypes: Check = {
  name: 'types without pages',
  program: tsc,
  args: ['--noEmit', '--incremental', '--tsBuildInfoFile', `${cache}/types.tsbuildinfo`, '--pretty'],
}
/** The longest first, so that both lanes end together. */
const checks: Check[] = [
  {
    name: 'lint of pages',
    program: 'node_modules/eslint/bin/eslint.js',
    args: ['**/*.svelte', '**/*.svelte.ts', '--max-warnings=0'],
  },
  // Of pages and, by the same tsconfig, of everything else.
  {
    name: 'types',
    program: 'node_modules/svelte-check/bin/svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--tsgo'],
  },
  {
    name: 'lint',
    program: 'node_modules/oxlint/bin/oxlint',
    args: ['--type-aware', '--report-unused-disable-directives-severity=error', '--deny-warnings'],
  },
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
  build,
  { name: 'types in the worker', program: tsc, args: ['--noEmit', '--project', 'web/worker', '--pretty'] },
]

let stoppedBy: NodeJS.Signals | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stoppedBy ??= signal
    stopAll(signal)
  })
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The projects that need something of the machine: what, and which tests are left without it. */
const needs: { project: string; tests: string[]; want: string; state: Provided }[] = [
  {
    project: 'journeys',
    tests: ['test/journeys/**/*.test.ts'],
    want: 'a browser',
    state: journeysMayRun ? provideBrowser() : 'ready',
  },
  {
    project: 'postgres',
    tests: testsOnPostgres(everyEngine),
    want: 'PostgreSQL',
    state: everything ? providePostgres() : 'ready',
  },
]
for (const { state } of needs) if (state === 'failed') counts.failed += 1
// The tests that read a PDF back skip themselves, one by one, where nothing reads it.
if (everything && providePdfReader() === 'failed') counts.failed += 1

if (everything) await runInLanes(checks, 2, tally)
else if (quick) await runInLanes([quickTypes], 1, tally)
else if (journeysMayRun) await runInLanes([build], 1, tally)
const tests = stoppedBy ? { passed: 0, failed: 1, skipped: 0 } : await runTests()
for (const kind of ['passed', 'failed', 'skipped'] as const) counts[kind] += tests[kind]
for (const { project, tests: patterns, want, state } of needs) {
  if (state === 'ready') continue
  const left = globSync(patterns, { cwd: clone }).length
  counts.skipped += left
  console.log(`\nNOT RUN: the ${left} files of ${project}, for want of ${want} (see above).`)
}

if (stoppedBy) process.exit(128 + constants.signals[stoppedBy])
console.log(`\n${closingLine(counts)}`)
process.exitCode = counts.failed === 0 ? 0 : 1

/** One line for a check that passed; of one that did not how it ended, and its whole output. */
function tally({ name, ending, seconds, output }: Outcome) {
  counts[ending ? 'failed' : 'passed'] += 1
  const said = output.trim() || 'It said nothing.'
  console.log(ending ? `\n✗ ${name} (${seconds} s, ${ending})\n${said}\n` : `✓ ${name} (${seconds} s)`)
}

/** What vitest counted; a run that ends badly without saying why, or without counting, is one failure. */
function runTests(): Promise<Counts> {
  return new Promise((resolve) => {
    const reporters = ['--reporter=default', '--reporter=./test/support/plain-reporter.ts']
    const left = needs.filter(({ state }) => state !== 'ready').map(({ project }) => `--project=!${project}`)
    const without = left.length === 0 ? [] : [...left, '--passWithNoTests']
    const only = quick ? ['--project=unit', '--project=api'] : []
    const args = ['run', ...reporters, ...without, ...only, ...words]
    const env = everyEngine ? { TEST_ENGINES: 'all' } : {}
    const child = start('node_modules/vitest/vitest.mjs', args, ['ignore', 'inherit', 'inherit', 'ipc'], env)
    let counted: Counts = { passed: 0, failed: 1, skipped: 0 }
    child.on('message', (message) => {
      counted = message as Counts
    })
    child.on('close', (code, signal) => {
      const ending = endingOf(code, signal)
      if (signal) console.log(`\n✗ the tests: ${ending}`)
      const silent = ending !== undefined && counted.failed === 0
      resolve(silent ? { ...counted, failed: 1 } : counted)
    })
  })
}
