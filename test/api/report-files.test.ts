import { describe, expect, test } from 'vitest'
import { documentMaking } from '../../server/reports/making.ts'
import type { NewReport, ReportWhole } from '../../server/reports/schema.ts'
import { canReadPdf, factsOf, pagesOf, wordsOf } from '../support/reading-pdf.ts'
import { longContent } from '../support/report-content.ts'
import { documents } from '../support/documents.ts'
import { world, type Member, type World } from '../support/world.ts'
import { plan } from './given.ts'

const autumn = `${plan}/reviews/2023-ht`
// A closed day whose report nobody has written.
const spring = `${plan}/reviews/2023-vt`

/** The spring's report with this summary, saved and – when it is to be – published. */
async function written(strategist: Member, summary: string, publish = true): Promise<void> {
  const { latest, sections, kind } = (await strategist.get(`${spring}/report`)).json() as ReportWhole
  const claim: NewReport = { basedOn: latest, kind, sections: { ...sections, summary } }
  const saved = (await strategist.put(`${spring}/report`, claim)).json() as ReportWhole
  for (const step of publish ? ['approval', 'publication'] : [])
    expect((await strategist.post(`${spring}/report/${step}`, { basedOn: saved.latest })).statusCode).toBe(
      200,
    )
}

const keptIn = ({ db }: World) => db.read((tx) => tx.select().from(tx.tables.reportFiles))

describe('who is given a report as PDF', () => {
  test('nobody where the day is not closed, the plan is hidden, or there is no such day; nothing is kept', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
    const before = await here.rows()
    for (const day of ['2024-vt', '2030-vt', '2023-ht-2'])
      for (const member of [here.anybody, strategist])
        for (const file of ['report.pdf', 'summary.pdf']) {
          const answer = await member.get(`${plan}/reviews/${day}/${file}`)
          expect([answer.statusCode, answer.headers['content-type']]).toEqual([
            404,
            'application/problem+json; charset=utf-8',
          ])
        }
    expect((await here.anybody.get('/api/v1/plans/ingen/reviews/2023-ht/report.pdf')).statusCode).toBe(404)
    expect((await here.anybody.get(`${autumn}/report.pdf?lang=de`)).statusCode).toBe(400)
    expect((await here.anybody.get(`${autumn}/report.pdf?x=1`)).statusCode).toBe(400)
    expect(await here.rows()).toEqual(before)
  })

  test('a draft only those who write it, marked on every page, and it is not kept', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    await written(strategist, 'Ännu inte klart.', false)
    const draft = `${spring}/report.pdf?draft=1`
    expect((await here.anybody.get(draft)).statusCode).toBe(401)
    for (const who of ['reader', 'ambassador', 'reporter'] as const)
      expect((await (await here.as(who)).get(draft)).statusCode).toBe(403)
    expect(await keptIn(here)).toEqual([])

    const answer = await strategist.get(draft)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(await keptIn(here)).toEqual([])
    if (!canReadPdf) return
    for (const page of pagesOf(answer.rawPayload)) expect(page).toContain('Utkast')
    expect(wordsOf(answer.rawPayload)).toContain('Ännu inte klart.')
    const open = await here.anybody.get(`${spring}/report.pdf`)
    expect(wordsOf(open.rawPayload)).not.toMatch(/Utkast|Ännu inte klart/)
  })

  test('everybody of a closed day: as a file with a name, known again by its tag', async () => {
    const { anybody } = await world()
    const answer = await anybody.get(`${autumn}/report.pdf`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'Accept, Accept-Encoding, Cookie',
    })
    const named = String(answer.headers['content-disposition'])
    expect(named).toContain('attachment; filename="Avstamning hosten 2023')
    expect(decodeURIComponent(named)).toContain(
      "filename*=UTF-8''Avstämning hösten 2023 – Tillsammans för psykisk hälsa (exempel).pdf",
    )
    const again = await anybody.get(`${autumn}/report.pdf`, {
      headers: { 'if-none-match': String(answer.headers.etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe.skipIf(!canReadPdf)('what the PDF says', () => {
  test.each([
    ['sv', '', 'punkter är slutförda'],
    ['en', '?lang=en', 'points are completed'],
  ])('is what API and page say, in %s (F30, F31)', async (lang, query, told) => {
    const { anybody } = await world()
    const { completion } = (await anybody.get(autumn)).json() as {
      completion: { adopted: number; completed: number; closed: number; embedded: number }
    }
    expect(completion).toMatchObject({ adopted: 25, completed: 18, closed: 7, embedded: 11 })
    const page = await anybody.get(`${lang === 'en' ? '/en' : ''}/psykisk-halsa/avstamningar/2023-ht`, {
      headers: { accept: 'application/json' },
    })
    expect(page.statusCode).toBe(200)
    for (const file of ['report.pdf', 'summary.pdf']) {
      const pdf = (await anybody.get(`${autumn}/${file}${query}`)).rawPayload
      const words = wordsOf(pdf)
      const { adopted, completed, closed, embedded } = completion
      const of = lang === 'en' ? 'of' : 'av'
      expect(words).toContain(`${completed} ${of} ${adopted} ${told}`)
      expect(words).toMatch(new RegExp(`${closed} .+ ${embedded} `))
      expect(words).toContain('Bostad först – modell prövad')
      for (const one of pagesOf(pdf)) expect(one).toContain('KS 2020/412')
      expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Title: expect.stringContaining('2023') as string })
    }
  })
})

describe('a file that was made', () => {
  test('is given again as long as its content is the same', async () => {
    const here = await world()
    const reader = await here.as('reader')
    const first = await reader.get(`${autumn}/summary.pdf`)
    const [kept, ...more] = await keptIn(here)
    expect(more).toEqual([])
    expect(kept).toMatchObject({ format: 'summary.pdf', lang: 'sv', madeAt: here.now.toISOString() })
    here.now = new Date('2023-12-01T09:00:00.000Z')
    const second = await reader.get(`${autumn}/summary.pdf`)
    expect(second.rawPayload.equals(first.rawPayload)).toBe(true)
    expect(await keptIn(here)).toEqual([kept])
  })

  test('of the words that were published gives way to one of the next edition', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    await strategist.get(`${spring}/report.pdf`)
    const [before] = await keptIn(here)
    await written(strategist, 'Nu är det skrivet.')
    const { rawPayload } = await strategist.get(`${spring}/report.pdf`)
    const after = await keptIn(here)
    expect(after).toHaveLength(1)
    expect(after[0]!.madeOf).not.toBe(before!.madeOf)
    if (canReadPdf) expect(wordsOf(rawPayload)).toContain('Nu är det skrivet.')
  })

  test('goes when a text of the plan is masked, and the new one does not have its words', async () => {
    const here = await world()
    const strategist = await here.as('strategist')
    await written(strategist, 'Anna Andersson på Storgatan 1 mår bättre.')
    await here.anybody.get(`${spring}/report.pdf`)
    await here.anybody.get(`${autumn}/report.pdf?lang=en`)
    expect(await keptIn(here)).toHaveLength(2)
    const { versions, texts } = await here.db.read(async (tx) => ({
      versions: await tx.select().from(tx.tables.reportVersions),
      texts: await tx.select().from(tx.tables.texts),
    }))
    const said = texts.find(({ body }) => body?.startsWith('Anna'))!
    expect(versions.some(({ sections }) => sections.summary?.includes(said.id))).toBe(true)
    expect(
      (await strategist.put(`${plan}/texts/${said.id}/mask`, { because: 'personuppgift' })).statusCode,
    ).toBe(200)
    expect(await keptIn(here)).toEqual([])

    const { rawPayload } = await here.anybody.get(`${spring}/report.pdf`)
    expect(await keptIn(here)).toHaveLength(1)
    if (canReadPdf) expect(wordsOf(rawPayload)).not.toMatch(/Anna|Storgatan/)
  })
})

test('a file is not kept when something was written in the plan while it was made: it may hold what has been masked', async () => {
  let meanwhile = () => Promise.resolve()
  const make = async () => {
    await meanwhile()
    return Buffer.from('%PDF')
  }
  const here = await world({ parts: { documents: { make, close: () => Promise.resolve() } } })
  const strategist = await here.as('strategist')
  meanwhile = async () => {
    await strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' })
  }
  expect((await here.anybody.get(`${autumn}/report.pdf`)).statusCode).toBe(200)
  expect(await keptIn(here)).toEqual([])
  meanwhile = () => Promise.resolve()
  await here.anybody.get(`${autumn}/report.pdf?lang=sv`)
  expect(await keptIn(here)).toHaveLength(1)
})

test('who asks for a report when too many are being made is told to come back, in words', async () => {
  const { anybody } = await world({ parts: { documents: documentMaking({ atOnce: 0, waiting: 0 }) } })
  const answer = await anybody.get(`${autumn}/report.pdf`)
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '60'])
  expect(answer.json()).toMatchObject({
    code: 'documents-busy',
    title: 'Många hämtar dokument just nu. Vänta en minut och försök igen.',
  })
  expect(answer.headers['content-disposition']).toBeUndefined()
})

test('other requests are answered while sixty pages are made', async () => {
  const { anybody } = await world()
  let made = false
  const making = documents.make('pdf', longContent(1300)).then((pdf) => {
    made = true
    return pdf
  })
  for (let n = 0; n < 5; n += 1) expect((await anybody.get('/healthz')).statusCode).toBe(200)
  expect((await anybody.get(autumn)).statusCode).toBe(200)
  expect(made).toBe(false)
  const pdf = await making
  if (canReadPdf) expect(Number(factsOf(pdf).Pages)).toBeGreaterThan(50)
})

test('the description of the API tells of the files', async () => {
  const { anybody } = await world()
  const { paths } = (await anybody.get('/api/v1/openapi.json')).json() as {
    paths: Record<string, { get: { responses: Record<string, { content: object }> } }>
  }
  for (const file of ['report.pdf', 'summary.pdf']) {
    const told = paths[`/api/v1/plans/{plan}/reviews/{term}/${file}`]!.get.responses['200']!
    expect(Object.keys(told.content)).toEqual(['application/pdf'])
  }
})
