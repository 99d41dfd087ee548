import { ExternalHyperlink, ImageRun, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Cell, Inline } from '../content.ts'
import { markPicture } from '../marks.ts'
import { officeLang, paintOf } from '../marks.ts'

/** The plan's own words, marked with their language where it is not the document's: else they are read aloud as what they are not. */
export interface Tongue {
  lang: string
  ownLang: string
}

export const inTongue = (
  own: boolean | undefined,
  { lang, ownLang }: Tongue,
): Pick<IRunOptions, 'language'> =>
  own && ownLang !== lang ? { language: { value: officeLang(ownLang) } } : {}

/** Text as it was written. It always goes in as `text`: a child that is a string may be read as a field's name. */
export const run = (text: string, more: IRunOptions = {}): TextRun => new TextRun({ ...more, text })

export const runsOf = (
  inlines: readonly Inline[],
  own: boolean | undefined,
  tongue: Tongue,
): ParagraphChild[] =>
  inlines.map(({ text, strong, emphasis, href }) => {
    const manner = {
      ...(strong && { bold: true }),
      ...(emphasis && { italics: true }),
      ...inTongue(own, tongue),
    }
    return href
      ? new ExternalHyperlink({ link: href, children: [run(text, { ...manner, style: 'Hyperlink' })] })
      : run(text, manner)
  })

/** The words of a cell, after the mark of its status or outlook: the mark says nothing more than they do, and is passed over when read aloud. */
export async function cellRuns(cell: Cell, tongue: Tongue): Promise<ParagraphChild[]> {
  if (cell.text === '') return []
  const mark = await markPicture(cell)
  if (!mark) return [run(cell.text, inTongue(cell.own, tongue))]
  const grave = cell.outlook === 'late' || cell.outlook === 'at_risk'
  return [
    new ImageRun({
      type: 'svg',
      data: mark.svg,
      fallback: { type: 'png', data: mark.png },
      transformation: { width: 13, height: 13 },
      run: { position: '-1.5pt' },
      decorative: true,
    }),
    run(`\u00a0${cell.text}`, {
      color: paintOf(cell),
      ...(grave && { bold: true }),
      ...inTongue(cell.own, tongue),
    }),
  ]
}
