import { beforeAll, describe, expect, test } from 'vitest'
import type { ReportContent } from '../../server/reports/content.ts'
import { pptxOf } from '../../server/reports/pptx/pptx.ts'
import { faultsOf, paragraphsOf, partIn, partsOf, valuesOf } from '../support/reading-office.ts'
import { contentWith, leftOver } from '../support/report-content.ts'
import { odd, oddShown, pixel, wholeContent } from '../support/whole-content.ts'

const read = async (content: ReportContent) => partsOf(await pptxOf(content))
const five = [1, 2, 3, 4, 5]
const slide = (parts: ReadonlyMap<string, string>, n: number) => partIn(parts, `ppt/slides/slide${n}.xml`)
const notes = (parts: ReadonlyMap<string, string>, n: number) =>
  paragraphsOf(partIn(parts, `ppt/notesSlides/notesSlide${n}.xml`)).join('\n')

/** The words in the place for the title, of which a slide has one. */
function titleOf(xml: string): string {
  const titles = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].filter(([shape]) =>
    /<p:ph[^>]*type="title"/.test(shape),
  )
  expect(titles).toHaveLength(1)
  return paragraphsOf(titles[0]![0]).join(' ')
}

test('what a person wrote is text wherever it stands, and a file with it opens', async () => {
  const parts = await read(wholeContent(odd))
  for (const [path, xml] of parts) expect(faultsOf(xml), path).toEqual([])
  for (const n of [4, 5]) {
    expect(notes(parts, n)).toContain(oddShown)
    expect(paragraphsOf(slide(parts, n)).join('\n')).toContain(oddShown)
  }
})

describe('slides read back', () => {
  let parts: Map<string, string>
  beforeAll(async () => {
    parts = await read({
      ...wholeContent('Ord'),
      headline: { ...contentWith().headline, divided: '1 och 1.' },
    })
  })

  test('are five, each with a title of its own in the place for titles', () => {
    expect([...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(5)
    expect(five.map((n) => titleOf(slide(parts, n)))).toEqual([
      '2 av 3 punkter är slutförda, en fler än i våras.',
      'Från ingen slutförd våren 2023 till 2 hösten 2023.',
      'En punkt har ändrats sedan sist.',
      'En punkt är inte slutförd.',
      'Ett beslut är fattat, två förslag lämnas.',
    ])
  })

  test('have notes to speak from, a paragraph for each thing said', () => {
    expect(notes(parts, 1)).toContain('Slutförd betyder att punkten är genomförd och avslutad')
    expect(notes(parts, 2).split('\n')).toContain(
      '14 november 2023: HT23: 2 slutförda, 1 avslutade och 1 inarbetade.',
    )
    expect(notes(parts, 3)).toContain('– 2 Ord, Ord.')
    expect(notes(parts, 4)).toContain('3 Ord. Försenad. Skäl: Ord Ansvarig: Ord. Nästa steg: Ord')
    expect(notes(parts, 5)).toContain('1. Ord (Ord)')
  })

  test('have a chart that can be changed, of the same numbers in the picture, the workbook and the words for it', () => {
    const chart = [...parts].find(([path]) => /^ppt\/charts\/chart\d+\.xml$/.test(path))![1]
    expect(chart).toContain('<c:grouping val="stacked"/>')
    expect(
      [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([values]) =>
        [...values.matchAll(/<c:v>(\d+)</g)].map(([, n]) => Number(n)),
      ),
    ).toEqual([
      [0, 1],
      [0, 1],
    ])
    const sheet = [...parts].find(([path]) => path.endsWith('.xlsx/xl/worksheets/sheet1.xml'))?.[1]
    expect([...(sheet ?? '').matchAll(/<c r="[BC]3"[^>]*><v>(\d+)</g)].map(([, n]) => n)).toEqual(['1', '1'])
    expect(valuesOf(slide(parts, 2), 'descr').join()).toContain(
      'HT23: 2 slutförda, 1 avslutade och 1 inarbetade',
    )
  })

  test('have the tally as one picture that says all its numbers', () => {
    const groups = [...slide(parts, 1).matchAll(/<p:grpSp>.*?<\/p:grpSp>/gs)].map(([group]) => group)
    expect(groups).toHaveLength(1)
    expect(valuesOf(groups[0]!, 'descr')[0]).toBe(
      'En ruta för varje punkt: 1 genomförd och avslutad, nummer 1; 1 inarbetad, nummer 2; 1 pågår, nummer 3.',
    )
    expect(groups[0]!.match(/<p:sp>/g)).toHaveLength(3)
  })

  test('tell the heads of their tables, and have words for every picture', () => {
    for (const n of [3, 4]) {
      expect(slide(parts, n)).toContain('<a:tblPr firstRow="1" firstCol="1"/>')
      expect(slide(parts, n)).toMatch(/<p:graphicFrame>.*?<p:cNvPr id="\d+" name="[^"]+" descr="[^"]+"\/>/s)
    }
  })

  test('are in their language in every part', () => {
    for (const [path, xml] of parts)
      if (path.startsWith('ppt/')) expect(new Set(valuesOf(xml, 'lang')).has('en-US'), path).toBe(false)
    expect(slide(parts, 4)).toContain('lang="sv-SE"')
  })

  test('hold what PowerPoint demands: shapes with numbers of their own, and the manner of a paragraph first in it', () => {
    for (const n of five) {
      const ids = [...slide(parts, n).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [paragraph] of slide(parts, n).matchAll(/<a:p>.*?<\/a:p>/gs))
        expect(paragraph.lastIndexOf('<a:pPr')).toBeLessThanOrEqual(5)
    }
  })

  test('say whose they are, and name nobody', () => {
    const core = partIn(parts, 'docProps/core.xml')
    expect(core).toContain('<dc:creator>Ord</dc:creator>')
    expect(core).toContain('<dc:title>Avstämning hösten 2023 – Ord</dc:title>')
    const furniture = paragraphsOf(partIn(parts, 'ppt/slideLayouts/slideLayout2.xml')).join('|')
    expect(furniture).toContain('Dnr KS 2020/412')
    expect(furniture).toContain('Version 1 · Kontrollsumma 7c1e 90ab 44d2 · Exempeldata.')
  })
})

test('English slides read a German plan in German', async () => {
  const parts = await read(
    contentWith({ lang: 'en', ownLang: 'de', left: [{ ...leftOver(1), title: 'Gütesiegel' }] }),
  )
  expect(titleOf(slide(parts, 4))).toBe('One point is not completed.')
  expect(slide(parts, 4)).toMatch(/lang="de-DE"(?:(?!<a:r>).)*<a:t>Gütesiegel</s)
  expect(slide(parts, 4)).toContain('lang="en-GB"')
})

test('a draft says so on every slide, and the logo has its words', async () => {
  const logo = { type: 'image/png', base64: pixel.toString('base64'), alt: 'Exempelkommuns vapen' }
  const parts = await read(contentWith({ draft: 'Utkast', letterhead: { name: 'Exempelkommun', logo } }))
  for (const n of [1, 2]) {
    const layout = partIn(parts, `ppt/slideLayouts/slideLayout${n + 1}.xml`)
    expect(paragraphsOf(layout).join('|')).toContain('Utkast · Dnr KS 2020/412')
    expect(valuesOf(layout, 'descr')).toContain('Exempelkommuns vapen')
  }
})

test('what does not fit is counted on the slide, and stands whole in the notes', async () => {
  const left = Array.from({ length: 54 }, (_, index) => ({
    ...leftOver(index + 1),
    title: `Wiedereinführung des Energiespar-Intractings für städtische Gebäude und Schulen ${index + 1}`,
  }))
  const decisions = left.map(({ title }) => ({ text: title }))
  const changes = [{ label: '54 nya', items: left }]
  const parts = await read(contentWith({ left, decisions, proposals: [], changes }))
  for (const n of [3, 4, 5]) {
    const words = paragraphsOf(slide(parts, n)).join('\n')
    const [, more] = /och (\d+) till/.exec(words) ?? []
    const rows = words.match(/Wiedereinführung/g)?.length ?? 0
    expect(rows).toBeGreaterThan(3)
    expect(rows + Number(more)).toBe(54)
    expect(notes(parts, n).match(/Wiedereinführung/g)).toHaveLength(54)
  }
})

test('what is left is counted among what was adopted, as the headline is; what came later is told beside', async () => {
  const left = [leftOver(1), leftOver(2), { ...leftOver(3), added: true as const }]
  const parts = await read(contentWith({ left }))
  expect(titleOf(slide(parts, 4))).toBe('Två punkter är inte slutförda.')
  expect(notes(parts, 4)).toContain('Dessutom återstår en punkt som lades till efter beslutet.')
})

test('a plan where all is done, and nothing changed or was decided, has five true titles', async () => {
  const parts = await read(contentWith({ left: [], changes: [], decisions: [], proposals: [] }))
  expect(five.slice(2).map((n) => titleOf(slide(parts, n)))).toEqual([
    'Inget har ändrats sedan sist.',
    'Alla punkter är slutförda.',
    'Inga beslut antecknades och inga förslag lämnas.',
  ])
})
