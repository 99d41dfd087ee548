import { randomUUID } from 'node:crypto'
import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  type INumberingOptions,
  type IStylesOptions,
  type IThemeOptions,
} from 'docx'
import { officeFont, officeLang, paint } from '../marks.ts'
import type { Spoken } from '../words.ts'

/** The ids the blocks use. What Word has a name for, it shows in the reader's language. */
export const style = {
  subtitle: 'Subtitle',
  answer: 'Answer',
  lead: 'Lead',
  facts: 'Facts',
  caption: 'Caption',
  bullet: 'ListBullet',
  number: 'ListNumber',
  cell: 'CellText',
  head: 'CellHead',
  small: 'Footer',
  header: 'Header',
  contents: 'TOCHeading',
  table: 'AvstamtTable',
} as const

// The library finds its lists again by these names wherever they stand in the text, so nobody may be able to write one.
const bullets = randomUUID()
export const numbers = randomUUID()

/** Changed in one place by the municipality: Design, Themes. */
export const theme: IThemeOptions = {
  name: 'Avstämt',
  fonts: { headings: officeFont, body: officeFont },
  colors: {
    dark1: paint.ink,
    dark2: paint.soft,
    light2: paint.band,
    accent1: paint.accent,
    accent2: paint.wash,
    accent3: paint.edge,
    accent4: paint.risk,
    accent5: paint.late,
    accent6: paint.soft,
    hyperlink: paint.accent,
    followedHyperlink: paint.accent,
  },
}

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: paint.ink, font: { theme: 'headings' as const } },
  paragraph: {
    spacing: { before, after, line: 250, lineRule: 'auto' as const },
    keepNext: true,
    keepLines: true,
  },
})

export function stylesOf({ content, say, words }: Spoken): IStylesOptions {
  const named = words.documents.styles
  const language = { value: officeLang(content.lang) }
  return {
    default: {
      document: {
        run: { font: { theme: 'body' }, size: 21, color: paint.ink, language },
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
      },
      title: { ...heading(40, 40, 60), next: 'Normal', quickFormat: true },
      heading1: {
        ...heading(28, 400, 120),
        paragraph: {
          ...heading(28, 400, 120).paragraph,
          border: { top: { style: BorderStyle.SINGLE, size: 4, color: paint.line, space: 10 } },
        },
        next: 'Normal',
      },
      heading2: { ...heading(23, 240, 80), next: 'Normal' },
      heading3: { ...heading(21, 200, 60), next: 'Normal' },
      hyperlink: { run: { color: paint.accent, underline: { type: 'single' } } },
      caption: {
        run: { size: 19, color: paint.soft },
        paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
      },
    },
    paragraphStyles: [
      paragraphStyle(
        style.subtitle,
        'Subtitle',
        { size: 23, color: paint.soft },
        { spacing: { before: 240, after: 0 } },
      ),
      paragraphStyle(
        style.answer,
        say(named.answer),
        { size: 46, bold: true },
        { spacing: { before: 280, after: 80, line: 240, lineRule: 'auto' }, keepLines: true },
      ),
      paragraphStyle(style.lead, say(named.lead), { size: 25 }, { spacing: { after: 200 } }),
      paragraphStyle(
        style.facts,
        say(named.facts),
        {},
        { spacing: { after: 20 }, indent: { left: 2000, hanging: 2000 } },
      ),
      paragraphStyle(
        style.cell,
        say(named.cell),
        { size: 19 },
        { spacing: { after: 0, line: 245, lineRule: 'auto' } },
      ),
      paragraphStyle(
        style.head,
        say(named.head),
        { size: 18, bold: true, color: paint.soft },
        { spacing: { after: 0, line: 240, lineRule: 'auto' }, keepNext: true },
      ),
      paragraphStyle(style.bullet, 'List Bullet', {}, listed(bullets)),
      paragraphStyle(style.number, 'List Number', {}, listed(numbers)),
      paragraphStyle(
        style.header,
        'header',
        { size: 18, color: paint.soft },
        { spacing: { after: 0, line: 240, lineRule: 'auto' } },
      ),
      paragraphStyle(
        style.small,
        'footer',
        { size: 17, color: paint.soft },
        { spacing: { after: 0, line: 240, lineRule: 'auto' } },
      ),
      paragraphStyle(
        style.contents,
        'TOC Heading',
        { size: 23, bold: true },
        { spacing: { before: 320, after: 80 }, keepNext: true },
      ),
      paragraphStyle('TOC1', 'toc 1', {}, { spacing: { after: 30 } }),
      paragraphStyle(
        'TOC2',
        'toc 2',
        { color: paint.soft },
        { spacing: { after: 30 }, indent: { left: 280 } },
      ),
    ],
  }
}

type Own = NonNullable<IStylesOptions['paragraphStyles']>[number]

const paragraphStyle = (id: string, name: string, run: Own['run'], paragraph: Own['paragraph']): Own => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...(run && { run }),
  ...(paragraph && { paragraph }),
})

const listed = (reference: string): Own['paragraph'] => ({
  numbering: { reference, level: 0 },
  spacing: { after: 80 },
})

/** Every list of numbers begins at one: a proposal is moved into the minutes by its number. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [level(LevelFormat.BULLET, '•', { color: paint.soft })],
    },
    {
      reference: numbers,
      levels: [level(LevelFormat.DECIMAL, '%1', { bold: true })],
    },
  ],
}

function level(
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  run: { bold?: boolean; color?: string },
) {
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { run, paragraph: { indent: { left: 454, hanging: 454 } } },
  }
}

const rule = (side: string, eighths: number, colour: string) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${colour}"/>`
const margin = (side: string, twips: number) => `<w:${side} w:w="${twips}" w:type="dxa"/>`
const none = ['top', 'left', 'bottom', 'right']

/**
 * What Word takes for granted in a document, and what the library has no words for: the style of a table. Rules and no boxes: a strong one under the
 * heads, hairlines between the rows. What styles.ts says is laid over this.
 */
export const baseStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${none.map((side) => margin(side, 0)).join('')}</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="${style.table}"><w:name w:val="Avstämt"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>${rule('bottom', 4, paint.line)}${rule('insideH', 4, paint.line)}</w:tblBorders><w:tblCellMar>${margin('top', 55)}${margin('left', 0)}${margin('bottom', 55)}${margin('right', 130)}</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${rule('bottom', 12, paint.ink)}</w:tcBorders></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>
</w:styles>`
