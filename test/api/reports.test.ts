import { describe, expect, test } from 'vitest'
import { dayOf } from '#domain/calendar.ts'
import { completion as completionOf } from '#domain/completion.ts'
import { statuses } from '#domain/status.ts'
import { verify } from '../../server/commands/verify.ts'
import { findPlan } from '../../server/database/plan.ts'
import { gatherReport } from '../../server/reports/gathered.ts'
import type { NewReport, ReportWhole } from '../../server/reports/schema.ts'
import { startingReport } from '../../server/reports/starting.ts'
import { world, type Member } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

// The spring: a closed day whose report nobody has written.
const report = `${plan}/reviews/2023-vt/report`

const read = async (member: Pick<Member, 'get'>, url = report) =>
  (await member.get(url)).json() as ReportWhole

const draftOf = ({
  kind,
  reference,
  paragraph,
  dated,
  addressee,
  sections,
  latest,
}: ReportWhole): NewReport => ({
  basedOn: latest,
  kind,
  reference,
  paragraph,
  dated,
  addressee,
  sections,
})

describe('the words of a report (F30)', () => {
  test('begin with what was recorded: numbers, decisions and documents', async () => {
    const strategist = await (await world()).as('strategist')
    const fresh = await read(strategist)
    expect(fresh).toMatchObject({
      state: null,
      latest: null,
      kind: 'official_report',
      reference: 'KS 2020/412',
      dated: '2023-11-20',
      published: null,
      history: [],
    })
    const { summary, proposals, documents, children } = fresh.sections
    expect(summary).toContain(
      'Kommunfullmäktige antog planen med 25 punkter den 14 december 2020, §\u00a0187.',
    )
    expect(summary).toContain('Vid avstämningen den 16 maj 2023 var 14 av 25 punkter slutförda.')
    expect(summary).toContain('Elva punkter är inte slutförda.')
    expect(proposals[0]).toBe('Kommunfullmäktige godkänner rapporten från avstämningen våren 2023.')
    expect(proposals.length).toBeGreaterThan(1)
    expect(documents[0]).toBe('Tjänsteutlåtande den 20 november 2023')
    expect(documents.at(-1)).toContain('antagen av kommunfullmäktige den 14 december 2020')
    expect(children).toBe('')
  })

  test('count what is left among what was adopted, as the headline does; what came later is told after it', async () => {
    const { db, now } = await world()
    const summaryOf = (later: string[]) =>
      db.read(async (tx) => {
        const found = (await findPlan(tx, 'psykisk-halsa'))!
        const gathered = (await gatherReport({ tx, plan: found }, '2023-vt', { draft: true }))!
        const { snapshot } = gathered
        const points = snapshot.points.map((point) => ({ ...point, adopted: !later.includes(point.number) }))
        const completion = completionOf(points)
        const changed = { ...gathered, snapshot: { ...snapshot, points, completion } }
        return { points, summary: startingReport(found, changed, dayOf(now)).sections.summary }
      })
    const { points, summary } = await summaryOf([])
    expect(summary).toMatch(/Elva punkter är inte slutförda\. Av dem riskerar tre att bli försenade\.$/)
    const { number } = points.find(({ status, outlook }) => statuses[status].open && outlook === 'at_risk')!
    const { summary: after } = await summaryOf([number])
    expect(after).toMatch(
      /Tio punkter är inte slutförda\. Av dem riskerar två att bli försenade\. Dessutom återstår en punkt som lades till efter beslutet\.$/,
    )
  })

  test('are nobody’s but those who lead the plan, and none for a day that is not closed; nothing is written', async () => {
    const { as, anybody, rows } = await world()
    const strategist = await as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const draft = draftOf(await read(strategist))
    const others = [await as('reporter'), await as('ambassador'), await as('reader')]
    const before = await rows()
    expect((await anybody.get(report)).statusCode).toBe(401)
    for (const member of others) {
      expect((await member.get(report)).statusCode).toBe(403)
      expect((await member.put(report, draft)).statusCode).toBe(403)
      for (const step of ['approval', 'publication', 'reopening'])
        expect((await member.post(`${report}/${step}`, { basedOn: 1 })).statusCode).toBe(403)
    }
    const open = `${plan}/reviews/2024-vt/report`
    expect((await strategist.get(open)).statusCode).toBe(404)
    const refused = await strategist.put(open, draft)
    expect([refused.statusCode, ...codesOf(refused)]).toEqual([422, 'review-still-open sections'])
    expect((await strategist.put(`${plan}/reviews/2030-vt/report`, draft)).statusCode).toBe(404)
    expect(
      (await strategist.put(report, { ...draft, sections: { ...draft.sections, x: '' } })).statusCode,
    ).toBe(400)
    const long = { ...draft, sections: { ...draft.sections, summary: 'x'.repeat(20_001) } }
    expect(codesOf(await strategist.put(report, long))).toEqual(['report-text-too-long sections.summary'])
    expect(codesOf(await strategist.post(`${report}/approval`, { basedOn: 1 }))).toEqual([
      'report-not-written sections',
    ])
    expect(await rows()).toEqual(before)
  })

  test('are kept version by version; two who write at once are told, and nothing is overwritten', async () => {
    const { as, rows, db } = await world()
    const strategist = await as('strategist')
    const draft = draftOf(await read(strategist))
    const first = await strategist.put(report, draft)
    expect(first.statusCode).toBe(200)
    const { latest, state, sections } = first.json() as ReportWhole
    expect(state).toBe('draft')
    expect(sections).toEqual(draft.sections)

    const before = await rows()
    const late = await strategist.put(report, draft)
    expect([late.statusCode, late.json()]).toMatchObject([
      409,
      { code: 'based-on-old', current: { id: latest } },
    ])
    expect(await rows()).toEqual(before)

    const changed = {
      ...draft,
      basedOn: latest,
      sections: { ...draft.sections, lessons: '**Börja** i tid.' },
    }
    const second = (await strategist.put(report, changed)).json() as ReportWhole
    expect(second.sections.lessons).toBe('**Börja** i tid.')
    // What did not change keeps its text: masked once, it is gone from every version.
    const after = await rows()
    expect(after.texts! - before.texts!).toBe(1)
    expect((await verify(db)).faults).toEqual([])
  })

  test('the same request again saves no second version', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const draft = draftOf(await read(strategist))
    const key = 'b8f3a1c2-5d7e-4f90-8a1b-2c3d4e5f6a7b'
    const first = await strategist.put(report, draft, key)
    const before = await rows()
    const again = await strategist.put(report, draft, key)
    expect(again.body).toBe(first.body)
    expect(await rows()).toEqual(before)
  })
})

describe('draft, approved, published (F34)', () => {
  const begun = async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const saved = (await strategist.put(report, draftOf(await read(strategist)))).json() as ReportWhole
    const step = (name: string, basedOn = saved.latest) => strategist.post(`${report}/${name}`, { basedOn })
    return { ...all, strategist, saved, step }
  }

  test('nothing is skipped, and nothing is written when a step does not follow', async () => {
    const { step, strategist, saved, rows } = await begun()
    const before = await rows()
    expect(codesOf(await step('publication'))).toEqual(['report-not-approved sections.summary'])
    expect(codesOf(await step('reopening'))).toEqual(['report-is-draft sections.summary'])
    expect(await rows()).toEqual(before)

    const emptied = { ...draftOf(saved), sections: { ...saved.sections, summary: ' ' } }
    const empty = (await strategist.put(report, emptied)).json() as ReportWhole
    expect((await step('approval')).statusCode).toBe(409)
    expect(codesOf(await step('approval', empty.latest))).toEqual(['report-summary-missing sections.summary'])
  })

  test('what is approved is locked until it is taken back', async () => {
    const { step, strategist, saved } = await begun()
    expect(((await step('approval')).json() as ReportWhole).state).toBe('approved')
    expect(codesOf(await strategist.put(report, draftOf(saved)))).toEqual(['report-not-draft sections'])
    expect(((await step('reopening')).json() as ReportWhole).state).toBe('draft')
    expect((await strategist.put(report, draftOf(saved))).statusCode).toBe(200)
  })

  test('what everybody reads stays while a new one is written, and each published is an edition of its own', async () => {
    const { step, strategist, saved, db } = await begun()
    await step('approval')
    const first = (await step('publication')).json() as ReportWhole
    expect(first).toMatchObject({ state: 'published', published: { edition: 1, version: saved.latest } })

    await step('reopening')
    const changed = { ...draftOf(saved), sections: { ...saved.sections, summary: 'Skriven på nytt.' } }
    const second = (await strategist.put(report, changed)).json() as ReportWhole
    expect(second).toMatchObject({ state: 'draft', published: { edition: 1, version: saved.latest } })

    await step('approval', second.latest)
    const published = (await step('publication', second.latest)).json() as ReportWhole
    expect(published).toMatchObject({ state: 'published', published: { edition: 2, version: second.latest } })
    expect(
      published.history.map(({ state, saved: kept, edition }) => `${kept ? 'saved' : state} ${edition}`),
    ).toEqual([
      'saved null',
      'approved null',
      'published 1',
      'draft null',
      'saved null',
      'approved null',
      'published 2',
    ])
    expect((await verify(db)).faults).toEqual([])
  })

  test('every step leaves a row in the trail, without a word of what was written', async () => {
    const { step, strategist } = await begun()
    await step('approval')
    await step('publication')
    await step('reopening')
    const { items } = (await strategist.get(`${plan}/trail`)).json() as {
      items: { deed: string; object: string; objectId: string; fields: object }[]
    }
    expect(items.slice(0, 4).map(({ deed, object, objectId }) => `${deed} ${object} ${objectId}`)).toEqual([
      'report.reopen review 2023-vt',
      'report.publish review 2023-vt',
      'report.approve review 2023-vt',
      'report.write review 2023-vt',
    ])
    expect(JSON.stringify(items.slice(0, 4))).not.toContain('antog planen')
  })
})

describe('the preview of what is being written', () => {
  test('is Markdown read on the server, and writes nothing', async () => {
    const { as, anybody, rows } = await world()
    const strategist = await as('strategist')
    const reader = await as('reader')
    const before = await rows()
    const url = `${plan}/prose-preview`
    const answer = await strategist.post(url, { text: 'Vi **ser** <b>det</b>.\n\n- ett' })
    expect(answer.json()).toEqual({
      blocks: [
        {
          kind: 'paragraph',
          inlines: [{ text: 'Vi ' }, { text: 'ser', strong: true }, { text: ' <b>det</b>.' }],
          own: true,
        },
        { kind: 'list', ordered: false, items: [[{ text: 'ett' }]], own: true },
      ],
    })
    expect((await reader.post(url, { text: 'x' })).statusCode).toBe(403)
    expect((await anybody.get(url)).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })
})
