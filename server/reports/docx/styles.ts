import { randomUUID } from 'node:crypto'
import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  type INumberingOptions,
  type IStylesOptions,
  type IThemeOptions,
} from 'docx'
import { officeFont, officeLang, paint } from '../paint.ts'
import type { Spoken } from '../speaking.ts'

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
export const bullets = randomUUID()
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
