import { svelte } from '@sveltejs/vite-plugin-svelte'
import { availableParallelism } from 'node:os'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { runFlags } from './server/boot/node.mjs'
import { testsOnPostgres } from './test/support/engines.ts'

const planted = 'test/support/planted.ts'
/** Tests that start whole programs: installations, builds, the server as a process. */
const programs = 'test/{boot,commands}/**/*.test.ts'
/** Tests of the whole house: its walls, its schemas, its documents. */
const house = 'test/*.test.ts'
/** The recorder of everything the program says has work only when it is told where to write (test/recording). */
const recording = 'test/recording/**/*.test.ts'

/**
 * The tests by what they need. A limit is for what hangs: beside other work everything takes some times as long, and what takes minutes by
 * itself says so where it stands. Nothing is isolated but by its own database: loading the server and compiling its schemas anew for each
 * file was a third of the work.
 */
const projects: TestProjectInlineConfiguration['test'][] = [
  { name: 'unit', include: ['test/{domain,words,web}/**/*.test.ts'], testTimeout: 20_000 },
  {
    // The rest, so that no folder of tests is ever left out.
    name: 'api',
    include: ['test/**/*.test.ts'],
    exclude: ['test/{domain,words,web,journeys}/**', house, programs, recording],
    globalSetup: planted,
    testTimeout: 60_000,
  },
  {
    name: 'postgres',
    include: testsOnPostgres(process.env['TEST_ENGINES'] === 'all'),
    globalSetup: 'test/support/planted-postgres.ts',
    testTimeout: 60_000,
  },
  { name: 'programs', include: [programs], globalSetup: planted, testTimeout: 120_000 },
  { name: 'house', include: [house], globalSetup: planted, testTimeout: 60_000 },
  {
    name: 'journeys',
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: planted,
    testTimeout: 120_000,
    // Last and alone: beside other work a browser is slow in ways that look like faults.
    sequence: { groupOrder: 1 },
    maxWorkers: 2,
  },
  ...(process.env['RECORD']
    ? [{ name: 'recording', include: [recording], globalSetup: planted, testTimeout: 600_000 }]
    : []),
]

export default defineConfig({
  // In Node the plugin compiles components for the server: a test can import web/render.ts as it is.
  plugins: [svelte({ configFile: false, compilerOptions: { css: 'external' } })],
  test: {
    setupFiles: ['test/support/silent-errors.ts'],
    maxWorkers: Math.max(2, availableParallelism()),
    isolate: false,
    // Node is run as in production, but may use memory: collecting garbage was a tenth of the work.
    execArgv: [...runFlags, '--max-semi-space-size=64'],
    hookTimeout: 120_000,
    expect: { requireAssertions: true },
    projects: projects.map((test) => ({ extends: true as const, test })),
  },
})
