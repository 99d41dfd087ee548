import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClone, lendFile, lendPackages, type Clone } from './clone.ts'

const packages = ['vitest', 'vite', 'svelte', '@sveltejs/vite-plugin-svelte', 'playwright-core', '@types']

/** A clone with this house's way of testing, made once for all of these tests. */
let clone: Clone
const leaving: (() => void)[] = []
beforeAll(async () => {
  clone = freshClone((leave) => leaving.push(leave))
  for (const place of ['test/run.ts', 'test/support', 'vitest.config.ts']) lendFile(clone, place)
  await clone.boot(['link'])
  lendPackages(clone, packages)
})
afterAll(() => leaving.forEach((leave) => leave()))

/** `npm test` with these tests and no others, and these words. */
async function tested(tests: Record<string, string>, ...words: string[]) {
  rmSync(clone.path('test/domain'), { recursive: true, force: true })
  for (const [name, body] of Object.entries(tests)) {
    clone.write(`test/domain/${name}.test.ts`, `import { expect, it } from 'vitest'\n${body}\n`)
  }
  // One project is enough to count; the others would take most of the time to get ready.
  return clone.boot(['test', ...words, '--project=unit'])
}

/** The last line as CI reads it, and the line before it, which must be empty. */
function closing(out: string): string[] {
  return out.split('\n').slice(-3)
}

const good = `it('holds', () => expect(1).toBe(1))`

describe('npm test', () => {
  it('ends with the counts when tests fail, and with exit code 1', async () => {
    const { code, out } = await tested(
      {
        mixed: `${good}\nit('breaks', () => expect(1).toBe(2))\nit.skip('waits', () => {})`,
        silent: `it('asserts nothing', () => {})`,
        noisy: `it('complains', () => { console.error('oh'); expect(1).toBe(1) })`,
        unloadable: `import './nowhere.ts'`,
      },
      'test/domain',
    )
    expect(closing(out)).toEqual(['', '1 passed, 4 failed, 1 skipped', ''])
    expect(code).toBe(1)
  })

  it('counts a run that dies as failed', async () => {
    const deadly = `it('dies', () => { process.kill(process.pid, 'SIGKILL') })`
    const { code, out } = await tested({ deadly }, 'test/domain')
    expect(closing(out)[1]).toMatch(/^0 passed, [12] failed, 0 skipped$/)
    expect(code).toBe(1)
  })

  it('counts words that choose no test as failed', async () => {
    const { code, out } = await tested({ fine: good }, 'test/elsewhere')
    expect(closing(out)).toEqual(['', '0 passed, 1 failed, 0 skipped', ''])
    expect(code).toBe(1)
  })

  it('runs only the tests its words choose, and ends with exit code 0 when they hold', async () => {
    const other = `it('breaks', () => expect(1).toBe(2))`
    const { code, out } = await tested({ fine: good, other }, 'test/domain/fine.test.ts')
    expect(closing(out)).toEqual(['', '1 passed, 0 failed, 0 skipped', ''])
    expect(code).toBe(0)
  })

  it('quickly says how a check ended that had no word of its own, and goes on to the tests', async () => {
    clone.write('node_modules/@typescript/native/bin/tsc', `process.kill(process.pid, 'SIGKILL')`)
    const { code, out } = await tested({ fine: good }, '--quick', 'test/domain')
    expect(out).toMatch(/✗ types without pages \([\d.]+ s, killed by SIGKILL\)\nIt said nothing\./)
    expect(closing(out)).toEqual(['', '1 passed, 1 failed, 0 skipped', ''])
    expect(code).toBe(1)
  })

  it('says aloud that the tests in a browser were left out where there is none', async () => {
    clone.write('test/journeys/first.test.ts', 'throw new Error("must not be run")')
    clone.replace('test/support/browser.ts', "'chromium'", "'no-such-browser'")
    clone.replace('test/support/browser.ts', '/usr/bin', '/nowhere')
    clone.replace('server/boot.mjs', 'build: { pages: true }', 'build: { pages: false }')
    const { code, out } = await clone.boot(['test', 'test/journeys'], { PATH: '' })
    expect(out).toContain('No Chromium or Chrome was found')
    expect(out).toContain('NOT RUN: the 1 files of journeys')
    expect(closing(out)).toEqual(['', '1 passed, 0 failed, 1 skipped', ''])
    expect(code).toBe(0)
  })

  it('counts a run that never begins as failed', async () => {
    clone.write('vitest.config.ts', 'throw new Error("no")')
    const { code, out } = await tested({ fine: good }, 'test/domain')
    expect(closing(out)).toEqual(['', '0 passed, 1 failed, 0 skipped', ''])
    expect(code).toBe(1)
  })
})
