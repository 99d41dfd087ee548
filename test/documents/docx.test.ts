import { beforeAll, describe, expect, test } from 'vitest'
import { docxOf } from '../../server/reports/docx/docx.ts'
import { columnWidths, textWidth } from '../../server/reports/docx/table.ts'
import { faultsOf, paragraphsOf, partIn, partsOf, unescaped, valuesOf } from '../support/reading-office.ts'
import { contentWith } from '../support/report-content.ts'
import { odd, oddShown, pixel, wholeContent } from '../support/whole-content.ts'

const read = async (...[more]: Parameters<typeof contentWith>) => partsOf(await docxOf(contentWith(more)))

describe('what a person wrote', () => {
  test('is text wherever it stands, and a file with it opens', async () => {
    const parts = await partsOf(await docxOf(wholeContent(odd)))
    for (const [path, xml] of parts) expect(faultsOf(xml), path).toEqual([])
    const words = paragraphsOf(partIn(parts, 'word/document.xml')).join('\n')
    expect(words.split(oddShown).length - 1).toBeGreaterThanOrEqual(10)
    expect(paragraphsOf(partIn(parts, 'word/header1.xml')).join()).toContain(oddShown)
  })

  test.each(['CURRENT', 'NUMPAGES', '{{plan}}', '&amp;', '_x0041_'])(
    '%s is a word and no field',
    async (text) => {
      const parts = await read({ blocks: [{ kind: 'paragraph', inlines: [{ text }] }] })
      expect(paragraphsOf(partIn(parts, 'word/document.xml'))).toContain(text)
    },
  )

  test('leads out by a link with its address whole', async () => {
    const href = 'https://exempel.se/?a=1&b="2"'
    const parts = await read({ blocks: [{ kind: 'paragraph', inlines: [{ text: 'källan', href }] }] })
    expect(unescaped(partIn(parts, 'word/_rels/document.xml.rels'))).toContain(href)
  })
})

describe('a Word document read back', () => {
  let parts: Map<string, string>
  let document: string
  beforeAll(async () => {
    parts = await partsOf(await docxOf(wholeContent('Ord')))
    document = partIn(parts, 'word/document.xml')
  })

  test('says what it is and whose, and names nobody', () => {
    const core = partIn(parts, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Avstämning hösten 2023 – Ord</dc:title>')
    expect(core).toContain('<dc:subject>Tjänsteutlåtande, Dnr KS 2020/412</dc:subject>')
    expect(core).toContain('<dc:creator>Ord</dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy>Ord</cp:lastModifiedBy>')
  })

  test('has one title, and headings in order without a step left out', () => {
    const levels = [...document.matchAll(/<w:pStyle w:val="(Title|Heading(\d))"\/>/g)].map(
      ([, name, level]) => (name === 'Title' ? 0 : Number(level)),
    )
    expect(levels).toEqual([0, 1, 2, 1, 1])
    for (const id of ['Title', 'Heading1', 'Heading2', 'Heading3', 'ListNumber', 'Caption', 'AvstamtTable'])
      expect(valuesOf(partIn(parts, 'word/styles.xml'), 'w:styleId')).toContain(id)
  })

  test('repeats the heads of every table, and captions it', () => {
    const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      expect(/<w:tr>.*?<\/w:tr>/s.exec(table)?.[0]).toContain('<w:tblHeader/>')
      expect(table).toContain('<w:tblStyle w:val="AvstamtTable"/>')
      expect(table).toMatch(/<w:tblLook[^>]*w:firstRow="true"/)
    }
    expect(document.match(/<w:pStyle w:val="Caption"\/>/g)).toHaveLength(2)
  })

  test('has the registry number, the edition and the example on every page, by one header and one footer', () => {
    expect(document.match(/<w:headerReference w:type="default"/g)).toHaveLength(1)
    expect(document).not.toContain('w:titlePg')
    expect(paragraphsOf(partIn(parts, 'word/header1.xml'))).toEqual(['Ord Tjänsteutlåtande Dnr KS 2020/412'])
    const [edition, example] = paragraphsOf(partIn(parts, 'word/footer1.xml'))
    expect(edition).toContain('Version 1 · Kontrollsumma 7c1e 90ab 44d2 Sida ')
    expect(example).toBe('Exempeldata.')
    expect(partIn(parts, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
  })

  test('begins with what it is, of what, its facts and the answer', () => {
    expect(paragraphsOf(document).slice(0, 7)).toEqual([
      'Tjänsteutlåtande',
      'Avstämning hösten 2023',
      'Ord, 2021–2023',
      'Diarienummer KS 2020/412',
      'Till kommunstyrelsen',
      '2 av 3 punkter är slutförda, en fler än i våras.',
      'Innehåll',
    ])
  })

  test('lists its contents by a field that Word counts again, without a macro', () => {
    expect(document).toMatch(/TOC [^<]*\\o (&quot;|")1-2/)
    expect([...parts.keys()].join()).not.toMatch(/vba/i)
    expect(partIn(parts, '[Content_Types].xml')).not.toContain('macroEnabled')
  })

  test('has a chart that can be changed, with its numbers in a workbook, in words and in a table', () => {
    const chart = partIn(parts, 'word/charts/chart1.xml')
    expect(
      [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([values]) =>
        [...values.matchAll(/<c:v>(\d+)</g)].map(([, n]) => n),
      ),
    ).toEqual([
      ['0', '1'],
      ['0', '1'],
    ])
    expect([...parts.keys()].some((path) => /\.xlsx\/xl\/worksheets\/sheet1\.xml$/.test(path))).toBe(true)
    expect(valuesOf(document, 'descr').join()).toContain(
      'VT23: 0 slutförda, 0 avslutade och 0 inarbetade och HT23: 2 slutförda, 1 avslutade och 1 inarbetade',
    )
    expect(paragraphsOf(document).join('|')).toContain('VT23, 2023-05-16|0|0|0|HT23, 2023-11-14|1|1|2')
  })

  test('has words for every picture, or passes it over', () => {
    const pictures = [...document.matchAll(/<wp:inline.*?<\/wp:inline>/gs)].map(([picture]) => picture)
    expect(pictures).toHaveLength(2)
    for (const picture of pictures)
      expect(/descr="[^"]+"/.test(picture) || /decorative[^>]* val="1"/.test(picture)).toBe(true)
  })

  test('begins every list of numbers at one', () => {
    const lists = [...document.matchAll(/<w:pStyle w:val="ListNumber"\/>.*?<w:numId w:val="(\d+)"/gs)].map(
      ([, id]) => id,
    )
    expect(lists).toHaveLength(4)
    expect(new Set(lists).size).toBe(2)
    expect(partIn(parts, 'word/numbering.xml')).toContain('<w:startOverride w:val="1"/>')
  })

  test('has no two shapes with one number', () => {
    const ids = [...document.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('is read aloud in its language, and the words of the plan in theirs', async () => {
  const swedish = await read()
  expect(partIn(swedish, 'word/styles.xml')).toMatch(/<w:rPrDefault>.*?<w:lang w:val="sv-SE"/s)
  expect(partIn(swedish, 'word/document.xml')).not.toContain('<w:lang ')
  const english = await read({ lang: 'en', ownLang: 'de', plan: 'Klimaschutz' })
  expect(partIn(english, 'word/styles.xml')).toMatch(/<w:rPrDefault>.*?<w:lang w:val="en-GB"/s)
  expect(partIn(english, 'word/document.xml')).toMatch(
    /<w:lang w:val="de-DE"\/><\/w:rPr><w:t[^>]*>Klimaschutz</,
  )
})

test('a draft says so at the head of every page', async () => {
  expect(paragraphsOf(partIn(await read({ draft: 'Utkast' }), 'word/header1.xml')).join()).toContain(
    '– Utkast',
  )
  expect(paragraphsOf(partIn(await read(), 'word/header1.xml')).join()).not.toContain('Utkast')
})

test('the logo stands in the header with its words', async () => {
  const logo = { type: 'image/png', base64: pixel.toString('base64'), alt: 'Exempelkommuns vapen' }
  const parts = await read({ letterhead: { name: 'Exempelkommun', logo } })
  expect(valuesOf(partIn(parts, 'word/header1.xml'), 'descr')).toContain('Exempelkommuns vapen')
})

test('a column is as wide as its longest word, and the columns as the page', () => {
  const widths = columnWidths(
    [6, 60, 10, 24],
    [
      ['Nr', 'Punkt', 'Ansvarig', ''],
      ['1', 'Stöd', 'Kommunstyrelsekontoret', '2023-12-31'],
    ],
  )
  expect(widths[2]).toBeGreaterThan(2200)
  const sum = widths.reduce((total, width) => total + width, 0)
  expect(sum).toBeLessThanOrEqual(textWidth)
  expect(sum).toBeGreaterThan(textWidth - 8)
})
