import { expect, test } from 'vitest'
import type { NewReport, ReportWhole } from '../../server/reports/schema.ts'
import { world, type World } from '../support/world.ts'
import { plan } from './given.ts'

const report = `${plan}/reviews/2023-vt/report`

/** Every place in the database where a text stands, as table.column. */
const placesOf = ({ db }: World, text: string) =>
  db.read(async (tx) => {
    const places = new Set<string>()
    for (const [name, table] of Object.entries(tx.tables))
      for (const row of await tx.select().from(table))
        for (const [column, value] of Object.entries(row))
          if (JSON.stringify(value).includes(text)) places.add(`${name}.${column}`)
    return [...places].sort()
  })

test('what is masked of a report’s words is gone from the answers kept for those who ask again, and nothing else is', async () => {
  const here = await world()
  const strategist = await here.as('strategist')
  const { latest: basedOn, kind, sections } = (await strategist.get(report)).json() as ReportWhole
  const draft: NewReport = {
    basedOn,
    kind,
    sections: {
      ...sections,
      lessons: 'Sara Ek sade det.\n\n"Börja" i tid.',
      proposals: ['Första punkten.', 'Sara Ek tackas.', 'draft'],
    },
  }
  const key = 'b8f3a1c2-5d7e-4f90-8a1b-2c3d4e5f6a70'
  expect((await strategist.put(report, draft, key)).statusCode).toBe(200)
  expect(await placesOf(here, 'Sara Ek')).toEqual(['idempotencyKeys.body', 'texts.body'])

  const saved = (await strategist.get(report)).json() as ReportWhole
  expect(saved.texts.map(({ section, masked }) => [section, masked])).toContainEqual(['lessons', false])
  const texts = await here.db.read((tx) => tx.select().from(tx.tables.texts))
  for (const { id, body } of texts.filter(({ body }) => body?.includes('Sara Ek') || body === 'draft'))
    expect([
      body,
      (await strategist.put(`${plan}/texts/${id}/mask`, { because: 'personuppgift' })).statusCode,
    ]).toEqual([body, 200])
  expect(await placesOf(here, 'Sara Ek')).toEqual([])

  const { texts: after } = (await strategist.get(report)).json() as ReportWhole
  expect(after.filter(({ masked }) => masked).map(({ section }) => section)).toEqual([
    'lessons',
    'proposals',
    'proposals',
  ])
  const again = (await strategist.put(report, draft, key)).json() as Record<string, unknown>
  expect(again).toMatchObject({
    state: 'draft',
    sections: { summary: sections.summary, lessons: '', proposals: ['Första punkten.'] },
  })
})
