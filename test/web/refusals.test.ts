import { expect, test } from 'vitest'
import { pages } from '../../server/pages.ts'
import { words } from '#words/index.ts'
import { refusedBy, spokenBy } from './refusals.given.ts'

/** Some are taken over for those who are signed in. */
const takenOver = new Set(
  pages
    .filter(({ script, view }) => script === 'page' || /Report$|Examples$/.test(view))
    .map(({ path }) => path),
)

test('every page carries the sentences of what its own script may refuse, and no page the whole catalogue', async () => {
  const missing: string[] = []
  let told = 0
  for (const { path, view, refusals = [] } of pages) {
    const carried = new Set<string>(refusals)
    for (const code of await refusedBy(view)) {
      told += 1
      if (!carried.has(code)) missing.push(`${path}: ${code}`)
    }
    expect([path, carried.size < 60]).toEqual([path, true])
  }
  expect(missing).toEqual([])
  // The pages are really read: an update alone can be refused in thirty ways.
  expect(told).toBeGreaterThan(200)
  expect(await refusedBy('points/Update')).toContain('reason-missing')
  expect(await refusedBy('points/owners/Owner')).toContain('note-too-long')
})

test('every page that a browser takes over names every catalogue its script speaks from', () => {
  const missing: string[] = []
  let told = 0
  for (const { path, view, catalogues } of pages) {
    for (const name of spokenBy(view).filter((one) => Object.hasOwn(words.sv, one) && one !== 'refusals')) {
      told += 1
      // Pages that are only drawn are given these two unasked.
      if (
        !catalogues.some((one) => one === name) &&
        !(['common', 'status'].includes(name) && !takenOver.has(path))
      )
        missing.push(`${path}: ${name}`)
    }
  }
  expect(missing).toEqual([])
  expect(told).toBeGreaterThan(80)
})
