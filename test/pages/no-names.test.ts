import { expect, test } from 'vitest'
import { words } from '#words/index.ts'
import { reading } from './given.ts'

/** Everything a reader can reach by following links, page by page and file by file, without what an address asks after its `?`. */
async function walked(read: (path: string) => Promise<{ status: number; html: string }>, from: string[]) {
  const seen = new Map<string, { status: number; html: string }>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    const answer = await read(path)
    seen.set(path, answer)
    for (const [, href] of answer.html.matchAll(/(?:href|src)="(\/[^"?#]*)/g)) {
      if (href && !/^\/(assets|logga-in|en\/logga-in)|\.js$/.test(href)) waiting.push(href)
    }
  }
  return seen
}

test('no page, file or answer that is open to everybody holds the name or address of a person (A08, O02)', async () => {
  const { read, anybody, db } = await reading()
  const { paths } = (await anybody.get('/api/v1/openapi.json')).json() as { paths: Record<string, object> }
  const api = Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) =>
      path.replace('{plan}', 'psykisk-halsa').replace('{term}', '2023-ht').replace('{number}', '7'),
    )
    .filter((path) => !path.includes('{'))
  const seen = await walked(read, ['/', '/en', ...api])
  const found = [...seen].filter(([, { status }]) => status === 200)
  expect(found.length).toBeGreaterThan(100)
  const people = await db.read((tx) => tx.select().from(tx.tables.people))
  expect(people.length).toBeGreaterThan(60)
  const named = found.flatMap(([path, { html }]) =>
    people
      .filter(({ name, email }) => html.includes(name!) || html.includes(email!))
      .map(({ id }) => `${path} names person ${id}`),
  )
  expect(named).toEqual([])
  // Functions do stand there: what was said has somebody behind it.
  expect(seen.get('/psykisk-halsa/punkter/8')?.html).toContain('socialkontoret')
}, 120_000)

test('nothing ranks organisations: lists of them are alphabetical, and no sentence speaks of best and worst (P11)', async () => {
  const { anybody } = await reading()
  const data = async (path: string) =>
    (await anybody.get(path, { headers: { accept: 'application/json' } })).json() as {
      list: {
        leads: { label: string }[]
        committees: { label: string }[]
        rows: { lead: string; number: string }[]
      }
    }
  const alphabetical = (names: string[]) => [...names].sort(new Intl.Collator('sv').compare)
  const { list } = await data('/psykisk-halsa')
  // Unasked, points stand in the plan's own order, which says nothing of anybody.
  expect(list.rows.map(({ number }) => Number(number))).toEqual(list.rows.map((_row, index) => index + 1))
  for (const names of [list.leads, list.committees].map((some) => some.map(({ label }) => label))) {
    expect(names.length).toBeGreaterThan(3)
    expect(names).toEqual(alphabetical(names))
  }
  const byLead = (await data('/psykisk-halsa?sort=lead')).list.rows.map(({ lead }) => lead)
  expect(byLead).toEqual(alphabetical(byLead))
  const comparison = (await anybody.get('/psykisk-halsa/jamfor')).body
  const offered = [...comparison.matchAll(/<option value="[a-z]+"[^>]*>([^<]+)</g)].map(([, name]) => name!)
  const offices = offered.filter((name) => list.leads.some(({ label }) => label === name))
  expect(offices.length).toBeGreaterThan(3)
  expect(offices).toEqual(alphabetical(offices))
  const sentences = JSON.stringify(words).toLowerCase()
  for (const ranking of [
    'rankning',
    'ranking',
    'topplista',
    'sämst',
    'leaderboard',
    'worst',
    'top performer',
  ])
    expect(sentences).not.toContain(ranking)
}, 60_000)
