import { describe, expect, test } from 'vitest'
import { documents } from '../support/documents.ts'
import { canReadPdf, factsOf, metadataOf, pagesOf, structureOf, wordsOf } from '../support/reading-pdf.ts'
import { contentWith, leftOver, longContent } from '../support/report-content.ts'

const { make } = documents

/** What a person may have written: markup of four kinds, and none of it is ours to read. */
const odd = '#evil[x] *bold* _em_ <script>alert(1)</script> $x^2$ \\ C:\\temp @ref ~ å ä ö Å Ä Ö “citat”'
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('what is not accessible is not made', () => {
  test.each([
    [
      'a logo without words',
      { letterhead: { name: 'A', logo: { type: 'image/png', base64: dot(), alt: '' } } },
    ],
    ['a chart without words', { chart: { ...contentWith().chart, sentence: '' } }],
  ])('%s', async (_, more) => {
    const blocks = [
      { kind: 'heading' as const, level: 2 as const, text: 'Resultat' },
      { kind: 'chart' as const, chart: contentWith().chart },
    ]
    for (const format of ['pdf', 'summary.pdf'] as const)
      await expect(make(format, contentWith({ blocks, ...more }))).rejects.toMatchObject({
        status: 500,
        code: 'document-failed',
        cause: { message: expect.stringContaining('missing alt text') as string },
      })
  })

  test('a heading that leaves out a level', async () => {
    const blocks = [{ kind: 'heading' as const, level: 3 as const, text: 'Utan rubrik över sig' }]
    await expect(make('pdf', contentWith({ blocks }))).rejects.toMatchObject({ code: 'document-failed' })
  })
})

describe.skipIf(!canReadPdf)('a PDF read back', () => {
  test('says what it is: title, language, tagged, PDF/UA; and is the same for the same content', async () => {
    const pdf = await make('pdf', contentWith())
    expect(factsOf(pdf)).toMatchObject({
      Title: 'Avstämning hösten 2023 – Plan för ökad trygghet',
      Author: 'Exempelkommun',
      Tagged: 'yes',
      Pages: '1',
    })
    expect(metadataOf(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadataOf(pdf)).toContain('<rdf:li>sv-SE</rdf:li>')
    expect(pdf.equals(await make('pdf', contentWith()))).toBe(true)
    const english = await make('summary.pdf', contentWith({ lang: 'en' }))
    expect(metadataOf(english)).toContain('<rdf:li>en-GB</rdf:li>')
  })

  test('prints what a person wrote as it was written, and reads none of it as markup', async () => {
    const content = contentWith({
      plan: odd,
      proposals: [odd],
      left: [{ ...leftOver(3), title: odd, reason: odd }],
      blocks: [
        { kind: 'heading', level: 2, text: odd, own: true },
        { kind: 'paragraph', inlines: [{ text: odd }, { text: odd, strong: true }], own: true },
        { kind: 'list', ordered: true, items: [[{ text: odd }]], own: true },
        {
          kind: 'table',
          caption: odd,
          head: [odd, 'B'],
          widths: [50, 50],
          rows: [[{ text: odd }, { text: '' }]],
        },
      ],
    })
    const words = squeezed(wordsOf(await make('pdf', content)))
    expect(words.split(squeezed(odd)).length - 1).toBeGreaterThanOrEqual(6)
    expect(squeezed(wordsOf(await make('summary.pdf', content)))).toContain(squeezed(odd))
  })

  test('shows a square for what its typeface lacks, whatever is installed here, and says so', async () => {
    const content = contentWith({ plan: 'Trygghet 中文 för \u{10ffff}\u{e000}👩‍👩‍👧 alla\u00a0العربية Ω' })
    const made = await make('pdf', content)
    const words = wordsOf(made)
    // An emoji of several signs is one; what the typeface has – Greek – stays.
    expect(words).toMatch(/Trygghet □□ för □□□ alla.□{7} Ω/)
    expect(words).toContain('Tecken som typsnittet saknar står som □.')
    expect(wordsOf(await make('summary.pdf', content))).toContain('Tecken som typsnittet saknar')
    expect(wordsOf(await make('pdf', contentWith()))).not.toContain('typsnittet saknar')
  })

  test('has the number, the draft, the edition, the checksum and the example on every page', async () => {
    const pages = pagesOf(
      await make('pdf', { ...longContent(150), draft: 'Utkast', example: 'Exempeldata. Påhittat.' }),
    )
    expect(pages.length).toBeGreaterThan(4)
    pages.forEach((page, index) => {
      expect(page).toContain('Dnr KS 2020/412')
      expect(page).toContain('Utkast')
      expect(page).toContain('Kontrollsumma 7c1e 90ab 44d2')
      expect(page).toContain('Exempeldata. Påhittat.')
      expect(page).toContain(`${index + 1} (${pages.length})`)
      // The head of the table comes again.
      expect(page).toContain('Nr Punkt Status')
    })
  })

  test('tells assistive programs headings, heads of tables, and what pictures show', async () => {
    const told = structureOf(
      await make(
        'pdf',
        contentWith({
          blocks: [
            { kind: 'heading', level: 2, text: 'Resultat' },
            { kind: 'chart', chart: contentWith().chart },
            { kind: 'heading', level: 3, text: 'Nästa steg' },
          ],
        }),
      ),
    )
    expect(told).toMatch(/H1 "Resultat"/)
    expect(told).toMatch(/H2[^\n]*\n\s*"Nästa steg"/)
    expect(told).toMatch(/TH[^]*Scope \/Column[^]*"Avstämning"/)
    expect(told.match(/Figure/g)).toHaveLength(2)
  })

  test('marks the plan’s own words with their language', async () => {
    const pdf = await make('pdf', contentWith({ lang: 'en', ownLang: 'de-DE', plan: 'Maßnahmen' }))
    expect(pdf.toString('latin1')).toContain('(en-GB)')
    expect(wordsOf(pdf)).toContain('Maßnahmen')
  })

  test('on one page is one page, however much there is, and says how much is left', async () => {
    const many = Array.from({ length: 200 }, (_, index) => leftOver(index + 1))
    const content = contentWith({
      plan: 'En plan med ett mycket långt namn '.repeat(8),
      left: many,
      changes: Array.from({ length: 12 }, (_, index) => ({
        label: `${index} har ändrats`,
        items: many.map(({ number, title }) => ({ number, title })),
      })),
      proposals: many.map(({ reason }) => reason!.repeat(4)),
      decisions: many.map(({ title }) => ({ text: title })),
      summary: [{ kind: 'paragraph', inlines: [{ text: 'Det här är mycket text. '.repeat(400) }] }],
      tally: [
        {
          status: 'in_progress',
          label: 'pågår',
          cells: many.map(({ number, title }) => ({ number, title })),
        },
      ],
    })
    for (const one of [content, contentWith(), { ...content, lang: 'en' as const }]) {
      const pdf = await make('summary.pdf', one)
      expect(factsOf(pdf)).toMatchObject({ Pages: '1', Tagged: 'yes' })
      expect(wordsOf(pdf)).toContain('2 av 3 punkter är slutförda, en fler än i våras.')
    }
    expect(wordsOf(await make('summary.pdf', content))).toMatch(/och \d+ till, se rapporten/)
  })

  test('of a plan without anything in it is made too', async () => {
    const empty = contentWith({ tally: [], changes: [], left: [], proposals: [], blocks: [] })
    empty.chart = { ...empty.chart, columns: [], adopted: 0 }
    for (const format of ['pdf', 'summary.pdf'] as const)
      expect(factsOf(await make(format, empty)).Pages).toBe('1')
  })
})

/** The smallest picture there is. */
function dot(): string {
  return 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQAY3Y2wAAAAAElFTkSuQmCC'
}
