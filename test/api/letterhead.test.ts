import { expect, test } from 'vitest'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { PlanFacts, PlanWhole } from '../../server/plans/schema.ts'
import { findPlan } from '../../server/database/plan.ts'
import { reportContent } from '../../server/reports/report-content.ts'
import { pdf, photo } from '../support/file-bytes.ts'
import { sendFile } from '../support/sending-files.ts'
import { world, type World } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

/** The facts as they stand, to be sent back with a change. */
function factsIn(whole: PlanWhole): PlanFacts {
  const { title, municipality, language, period, adoption, responsible, followUp, validUntil } = whole
  const { publisher, contact, freshnessMonths, labels, support, easyRead, source } = whole
  return {
    ...{ title, municipality, language, period, adoption, responsible, followUp, validUntil },
    ...{ publisher, contact, freshnessMonths, labels, support, easyRead, source },
  } as PlanFacts
}

const contentIn = ({ db }: World) =>
  db.read(async (tx) => {
    const found = (await findPlan(tx, 'psykisk-halsa'))!
    const speaking = { lang: 'sv' as const, say: speaker('sv', found.labels), words: words.sv }
    const context = { tx, plan: found, ...speaking, origin: 'https://plan.kommun.se', example: true }
    return (await reportContent(context, '2023-vt', { draft: false }))!
  })

test('the head of a plan’s documents is its own: a name, what the document is called, and a picture of the plan’s as logo', async () => {
  const all = await world()
  const strategist = await all.as('strategist')
  const facts = factsIn((await strategist.get(plan)).json())
  expect((await contentIn(all)).letterhead).toEqual({ name: 'Norrtälje (exempel)' })

  const paper = await sendFile(strategist, pdf(), { name: 'mall.pdf', description: 'En mall' })
  const before = await all.rows()
  const refused = async (letterhead: object) => codesOf(await strategist.put(plan, { ...facts, letterhead }))
  const head = { name: 'Norrtälje kommun (exempel)', kind: 'official_report' }
  expect(await refused({ ...head, name: 'x'.repeat(121) })).toEqual(['line-too-long letterhead.name'])
  expect(await refused({ ...head, kind: 'letter' })).toEqual(['malformed letterhead.kind'])
  for (const logo of [paper.id, 999]) {
    expect(await refused({ ...head, logo })).toEqual(['file-unknown letterhead.logo'])
  }
  const { trail: _a, idempotencyKeys: _b, ...rows } = await all.rows()
  expect(before).toMatchObject(rows)

  const logo = await sendFile(strategist, await photo(40, 20), { description: 'Kommunens vapen' })
  const saved = await strategist.put(plan, { ...facts, letterhead: { ...head, logo: logo.id } })
  expect(saved.json<PlanWhole>().letterhead).toEqual({ ...head, logo: logo.id })
  const content = await contentIn(all)
  expect(content.kind).toBe('Tjänsteutlåtande')
  expect(content.letterhead.name).toBe('Norrtälje kommun (exempel)')
  expect(content.letterhead.logo).toMatchObject({ type: 'image/webp', alt: 'Kommunens vapen' })
})
