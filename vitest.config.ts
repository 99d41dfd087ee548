import { svelte } from '@sveltejs/vite-plugin-svelte'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { runFlags } from './server/boot/node.mjs'

/** The tests by what they need: nothing · a database or a process · the whole house · a built server and a browser. */
/** The recorder of everything the program says has work only when it is told where to write (test/recording). */
const recording = process.env['RECORD']
  ? [
      {
        extends: true as const,
        test: {
          name: 'recording',
          include: ['test/recording/**/*.test.ts'],
          globalSetup: 'test/support/planted.ts',
        },
      },
    ]
  : []

export default defineConfig({
  // In Node the plugin compiles components for the server: a test can import web/render.ts as it is.
  plugins: [svelte({ configFile: false, compilerOptions: { css: 'external' } })],
  test: {
    setupFiles: ['test/support/silent-errors.ts'],
    maxWorkers: Math.max(2, availableParallelism()),
    // Node is run as in production.
    execArgv: [...runFlags, '--max-semi-space-size=64'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    projects: [
      ...recording,
      {
        extends: true,
        test: { name: 'unit', include: ['test/{domain,words,web}/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          // The rest, so that no folder of tests is ever left out.
          name: 'api',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{domain,words,web,journeys,recording}/**', 'test/house.test.ts'],
          globalSetup: 'test/support/planted.ts',
          // Loading the server and compiling its schemas anew for each file was a third of the work.
          isolate: false,
        },
      },
      {
        extends: true,
        // The same tests once more, on the other engine.
        test: {
          name: 'postgres',
          include: ['test/api/**/*.test.ts'],
          globalSetup: 'test/support/planted-postgres.ts',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'house', include: ['test/house.test.ts'], globalSetup: 'test/support/planted.ts' },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          globalSetup: 'test/support/planted.ts',
          // Last and alone: beside other work a browser is slow in ways that look like faults.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
})
