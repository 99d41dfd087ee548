import { describe, expect, test } from 'vitest'
import type { CheckData } from '../../server/accessibility/check.page.ts'
import { automaticChecks } from '../../server/accessibility/checks.ts'
import type { AccessibilityData } from '../../server/accessibility/accessibility.page.ts'
import type { StatementData } from '../../server/accessibility/statement.page.ts'
import { pages } from '../../server/pages.ts'
import { readExample } from '../../server/seed/example.ts'
import { world, type Member, type World } from '../support/world.ts'

const json = { headers: { accept: 'application/json' } }
const address = '/api/v1/accessibility/statement'
const checks = '/api/v1/accessibility/checks'
const { statement } = readExample().accessibility
/** After the example's statement was written. */
const now = new Date('2026-11-23T09:00:00Z')

const shown = async ({ anybody }: World, path = '/tillganglighet') =>
  (await anybody.get(path, json)).json<AccessibilityData>()
const written = async (who: Member) => (await who.get('/mitt/tillganglighet', json)).json<StatementData>()
const checked = async (who: Member) =>
  (await who.get('/mitt/tillganglighet/kontroll', json)).json<CheckData>()

describe('the statement of accessibility (P09)', () => {
  test('is refused to everybody but administrators, and to them while something is missing; nothing is written', async () => {
    const all = await world({ now })
    const before = await all.rows()
    for (const who of ['strategist', 'reporter', 'ambassador', 'reader']) {
      const person = await all.as(who)
      const status = [
        (await person.put(address, { statement, published: true, basedOn: 1 })).statusCode,
        (await person.post(checks, { check: 'nvda', checkedOn: '2026-11-20', outcome: 'passed', note: '' }))
          .statusCode,
        (await person.get('/mitt/tillganglighet')).statusCode,
        (await person.get('/mitt/tillganglighet/kontroll')).statusCode,
      ]
      expect(status).toEqual([403, 403, 403, 403])
    }
    const administrator = await all.as('administrator')
    const lacking = {
      ...statement,
      contactPhone: '',
      shortcomings: [{ ...statement.shortcomings[0]!, whom: '' }],
    }
    const refused = await administrator.put(address, { statement: lacking, published: true, basedOn: 1 })
    expect(refused.statusCode).toBe(422)
    expect(refused.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'contactPhone',
      'shortcomings.0.whom',
    ])
    expect((await administrator.put(address, { statement, published: true, basedOn: null })).statusCode).toBe(
      409,
    )
    const { accessibilityStatements, accessibilityChecks } = await all.rows()
    expect([accessibilityStatements, accessibilityChecks]).toEqual([
      before.accessibilityStatements,
      before.accessibilityChecks,
    ])
  })

  test('is saved as a version after another; readers see the last one published, at once', async () => {
    const all = await world({ now })
    const administrator = await all.as('administrator')
    expect((await shown(all)).published?.actor).toBe(statement.actor)
    const draft = { ...statement, actor: 'Grannkommunen', contactPhone: '' }
    const saved = await administrator.put(address, { statement: draft, published: false, basedOn: 1 })
    expect([saved.statusCode, saved.json()]).toEqual([200, { id: 2, published: false }])
    expect(await written(administrator)).toMatchObject({
      basedOn: 2,
      draft: true,
      statement: { actor: 'Grannkommunen' },
    })
    expect((await shown(all)).published?.actor).toBe(statement.actor)
    const whole = { ...draft, contactPhone: '0000-1', method: 'external', assessor: 'Granskarna' }
    expect(
      (await administrator.put(address, { statement: whole, published: true, basedOn: 1 })).statusCode,
    ).toBe(409)
    expect(
      (await administrator.put(address, { statement: whole, published: true, basedOn: 2 })).statusCode,
    ).toBe(200)
    expect((await shown(all)).published).toMatchObject({
      actor: 'Grannkommunen',
      assessor: 'Granskarna',
      updated: { day: '2026-11-23' },
    })
    expect((await all.rows()).accessibilityStatements).toBe(3)
  })

  test('before there is one, the product says what it knows and that the municipality’s own is missing', async () => {
    const all = await world({ now, empty: true })
    const page = await shown(all)
    expect(page.published).toBeNull()
    expect(page.report).toBe('/tyck-till?om=%2Ftillganglighet&slag=tillganglighet')
    const form = await all.anybody.get(page.report, json)
    expect(form.json()).toMatchObject({ kind: 'accessibility', path: '/tillganglighet' })
  })
})

describe('the self-check (T10)', () => {
  test('every page there is has been gone through by axe, in both languages, and nothing was found', () => {
    const found = new Map(automaticChecks.pages.map((page) => [page.path, page]))
    const lacking = pages.flatMap(({ path }) => {
      const page = found.get(path)
      return page && page.languages.join() === 'en,sv' && page.findings.length === 0 ? [] : [path]
    })
    expect(lacking).toEqual([])
    expect([...found.keys()].filter((path) => !pages.some((page) => page.path === path))).toEqual([])
  })

  test('what an administrator finds becomes a shortcoming to take into the statement, and goes when it is mended', async () => {
    const all = await world({ now })
    const administrator = await all.as('administrator')
    const before = await checked(administrator)
    expect(before.manual.find(({ check }) => check === 'nvda')).toMatchObject({ outcome: 'never' })
    const outcome = {
      check: 'nvda',
      checkedOn: '2026-11-20',
      outcome: 'faults',
      note: 'Diagrammet läses inte upp.',
    }
    for (const wrong of [{ note: '' }, { checkedOn: '2026-11-24' }, { checkedOn: 'igår' }])
      expect((await administrator.post(checks, { ...outcome, ...wrong })).statusCode).toBe(422)
    expect((await administrator.post(checks, outcome)).statusCode).toBe(201)
    const found = await checked(administrator)
    expect(found.manual.find(({ check }) => check === 'nvda')).toMatchObject({
      outcome: 'faults',
      note: outcome.note,
    })
    expect(found.shortcomings.map(({ what }) => what)).toContain(outcome.note)
    expect((await written(administrator)).fromChecks.map(({ what }) => what)).toContain(outcome.note)
    const mended = { ...outcome, checkedOn: '2026-11-23', outcome: 'passed', note: '' }
    expect((await administrator.post(checks, mended)).statusCode).toBe(201)
    expect((await checked(administrator)).shortcomings.map(({ what }) => what)).not.toContain(outcome.note)
    expect((await all.rows()).accessibilityChecks).toBe(2)
  })
})
