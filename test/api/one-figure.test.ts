import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { completion, type Count } from '#domain/completion.ts'
import type { Status } from '#domain/status.ts'
import { words } from '#words/index.ts'
import type { NewReport, ReportWhole } from '../../server/reports/schema.ts'
import { drawReally, seen } from '../pages/given.ts'
import { paragraphsOf, partIn, partsOf } from '../support/reading-office.ts'
import { canReadPdf, wordsOf } from '../support/reading-pdf.ts'
import { ofFile, type Over } from '../support/of-file.ts'
import { world } from '../support/world.ts'
import { plan } from './given.ts'

const open = (over?: Over) => world({ render: drawReally, over })
/** For what only reads: each file is made once. */
const read = ofFile(open)

const autumn = `${plan}/reviews/2023-ht`
const spring = `${plan}/reviews/2023-vt`
const office = 'application/vnd.openxmlformats-officedocument'

type Parts = Map<string, string>
const charts = (dependencies: Parts) =>
  [...dependencies].filter(([path]) => /\/charts\/chart\d+\.xml$/.test(path))

/** What a chart's columns hold, of which the last is the review day's own. */
function columnsOf(dependencies: Parts): { closed: number; embedded: number }[] {
  const [[, chart] = ['', '']] = charts(dependencies)
  const [closed = [], embedded = []] = [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([values]) =>
    [...values.matchAll(/<c:v>(\d+)<\/c:v>/g)].map(([, value]) => Number(value)),
  )
  return closed.map((value, at) => ({ closed: value, embedded: embedded[at]! }))
}

/** Somebody's open questions, the figures of the autumn's closed day as the API tells them, and those of every day up to it. */
async function figures() {
  const { anybody } = read()
  const fetch = async (path: string) => {
    const answer = await anybody.get(path)
    expect(answer.statusCode, path).toBe(200)
    return { body: answer.body, bytes: answer.rawPayload, headers: answer.headers }
  }
  const { completion: told } = JSON.parse((await fetch(autumn)).body) as { completion: Count }
  const { items } = JSON.parse((await fetch(`${plan}/completion`)).body) as {
    items: { kind: string; term: string | null; completion: Count }[]
  }
  expect(items.find(({ term }) => term === '2023-ht')?.completion).toEqual(told)
  const history = items
    .filter(({ kind }) => kind === 'review')
    .map(({ completion: { closed, embedded } }) => ({ closed, embedded }))
  return {
    fetch,
    told,
    history,
    sentence: `${told.completed} av ${told.adopted} punkter är slutförda`,
    divided: `${told.closed} är genomförda och avslutade, ${told.embedded} är inarbetade i ordinarie verksamhet.`,
  }
}

describe('one figure in every format (F13, F30, F36)', () => {
  test('the API tells eighteen of twenty-five, seven and eleven', async () => {
    const { told, history } = await figures()
    expect(told).toMatchObject({ adopted: 25, completed: 18, closed: 7, embedded: 11 })
    expect(history.at(-1)).toEqual({ closed: 7, embedded: 11 })
  })

  test('the list of points counts to it, as JSON and as CSV', async () => {
    const { fetch, told } = await figures()
    const { items } = JSON.parse((await fetch(`${plan}/points`)).body) as {
      items: { status: Status }[]
    }
    expect(completion(items.map(({ status }) => ({ status, adopted: true })))).toMatchObject(told)
    const csv = (await fetch(`${plan}/points.csv`)).body.replace(/^\ufeff/, '')
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
    const named = Object.entries(words.sv.status.short) as [Status, string][]
    const statuses = data.map((row) => named.find(([, name]) => name === row.Status)![0])
    expect(completion(statuses.map((status) => ({ status, adopted: true })))).toMatchObject(told)
  })

  test('the public page says it', async () => {
    const { fetch, sentence, divided } = await figures()
    const text = seen((await fetch('/psykisk-halsa/avstamningar/2023-ht')).body)
    expect(text).toContain(sentence)
    expect(text).toContain(divided)
  })

  test.skipIf(!canReadPdf)('the PDF and the one page say it', async () => {
    const { fetch, sentence, divided } = await figures()
    for (const file of ['report.pdf', 'summary.pdf']) {
      const words = wordsOf((await fetch(`${autumn}/${file}`)).bytes)
      expect(words).toContain(sentence)
      expect(words).toContain(divided)
    }
  })

  test('the Word document says it and draws it, and is a file with a name', async () => {
    const { fetch, told, history, sentence, divided } = await figures()
    const { bytes, headers } = await fetch(`${autumn}/report.docx`)
    expect(headers['content-type']).toBe(`${office}.wordprocessingml.document`)
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('Avstämning hösten 2023')
    expect(String(headers['content-disposition'])).toContain('.docx')
    const parts = await partsOf(bytes)
    const words = paragraphsOf(partIn(parts, 'word/document.xml'))
    expect(words.join('\n')).toContain(sentence)
    expect(words).toContain(divided)
    expect(columnsOf(parts)).toEqual(history)
    expect(words.join('|')).toContain(`HT23, 2023-11-14|${told.closed}|${told.embedded}|${told.completed}`)
    // Every point once in its table, and those that are left once more.
    const rows = words.filter((text) => /^Slutförd – (avslutad|inarbetad)$/.test(text.trim()))
    expect(rows).toHaveLength(told.completed)
    for (const [path, xml] of parts)
      if (/word\/(header|footer)\d/.test(path))
        expect(paragraphsOf(xml).join()).toMatch(/KS.2020\/412|Kontrollsumma/)
  })

  test('the slides say it and draw it, and are a file with a name', async () => {
    const { fetch, told, history, sentence, divided } = await figures()
    const { bytes, headers } = await fetch(`${autumn}/report.pptx`)
    expect(headers['content-type']).toBe(`${office}.presentationml.presentation`)
    expect(String(headers['content-disposition'])).toContain('.pptx')
    const parts = await partsOf(bytes)
    const slide = (n: number) => paragraphsOf(partIn(parts, `ppt/slides/slide${n}.xml`))
    expect(slide(1)[0]).toContain(sentence)
    expect(slide(1)).toContain(divided)
    expect(slide(1)).toContain(`${told.closed}`)
    expect(slide(1)).toContain(`${told.embedded}`)
    expect(columnsOf(parts)).toEqual(history)
    expect(slide(4)[0]).toBe('Sju punkter är inte slutförda.')
    expect(7).toBe(told.adopted - told.completed)
  })

  test('in English too', async () => {
    const { fetch, told, history } = await figures()
    const english = `${told.completed} of ${told.adopted} points are completed`
    const word = await partsOf((await fetch(`${autumn}/report.docx?lang=en`)).bytes)
    expect(paragraphsOf(partIn(word, 'word/document.xml')).join('\n')).toContain(english)
    const slides = await partsOf((await fetch(`${autumn}/report.pptx?lang=en`)).bytes)
    expect(paragraphsOf(partIn(slides, 'ppt/slides/slide1.xml'))[0]).toContain(english)
    expect(columnsOf(slides)).toEqual(history)
  })
})

test('nobody of the cast is named in any of them, and their files carry no author but the organisation', async () => {
  const { anybody, db } = read()
  const people = await db.read((tx) => tx.select().from(tx.tables.people))
  for (const file of ['report.docx', 'report.pptx']) {
    const whole = [...(await partsOf((await anybody.get(`${autumn}/${file}`)).rawPayload)).values()].join(
      '\n',
    )
    for (const { name, email } of people) {
      if (name) expect(whole.includes(name), `${name} in ${file}`).toBe(false)
      if (email) expect(whole.includes(email), `${email} in ${file}`).toBe(false)
    }
    expect(whole).toContain('<dc:creator>Norrtälje (exempel)</dc:creator>')
  }
})

test('a text that was masked is gone from both', async () => {
  const here = await open()
  const strategist = await here.as('strategist')
  const { latest, sections, kind } = (await strategist.get(`${spring}/report`)).json() as ReportWhole
  const secret = 'Anna Andersson på Storgatan 1 mår bättre.'
  const claim: NewReport = {
    basedOn: latest,
    kind,
    sections: { ...sections, summary: secret, proposals: [secret] },
  }
  const saved = (await strategist.put(`${spring}/report`, claim)).json() as ReportWhole
  for (const step of ['approval', 'publication'])
    await strategist.post(`${spring}/report/${step}`, { basedOn: saved.latest })
  const both = async () =>
    Promise.all(
      ['report.docx', 'report.pptx'].map(async (file) =>
        [...(await partsOf((await here.anybody.get(`${spring}/${file}`)).rawPayload)).values()].join('\n'),
      ),
    )
  for (const whole of await both()) expect(whole).toContain(secret)
  const texts = await here.db.read((tx) => tx.select().from(tx.tables.texts))
  for (const { id, body } of texts)
    if (body === secret)
      expect(
        (await strategist.put(`${plan}/texts/${id}/mask`, { because: 'personuppgift' })).statusCode,
      ).toBe(200)
  for (const whole of await both()) expect(whole).not.toMatch(/Anna|Storgatan/)
})

test('a draft is marked on every page and every slide', async () => {
  const strategist = await (await open()).as('strategist')
  const { latest, sections, kind } = (await strategist.get(`${spring}/report`)).json() as ReportWhole
  await strategist.put(`${spring}/report`, { basedOn: latest, kind, sections })
  const word = await partsOf((await strategist.get(`${spring}/report.docx?draft=1`)).rawPayload)
  expect(paragraphsOf(partIn(word, 'word/header1.xml')).join()).toContain('Utkast')
  const slides = await partsOf((await strategist.get(`${spring}/report.pptx?draft=1`)).rawPayload)
  for (const n of [2, 3])
    expect(paragraphsOf(partIn(slides, `ppt/slideLayouts/slideLayout${n}.xml`)).join()).toContain('Utkast')
})
