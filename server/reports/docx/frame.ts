import {
  BorderStyle,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
  type ParagraphChild,
} from 'docx'
import type { Logo } from '../letterhead.ts'
import { paint } from '../marks.ts'
import type { Spoken } from '../words.ts'
import { inTongue, run } from './runs.ts'
import { style } from './styles.ts'
import { textWidth } from './table.ts'

const tab = () => new TextRun({ children: [new Tab()] })
const rule = { style: BorderStyle.SINGLE, size: 12, color: paint.ink, space: 6 } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: paint.line, space: 6 } as const
const acrossPage = [
  { type: 'center' as const, position: textWidth / 2 },
  { type: 'right' as const, position: textWidth },
]

/** On every page: whose document it is, what it is, its registry number, and that it is a draft where it is one. */
export function headerOf({ content }: Spoken, logo: Logo | undefined): Header {
  const { letterhead, kind, reference, draft } = content
  return new Header({
    children: [
      new Paragraph({
        style: style.header,
        tabStops: acrossPage,
        border: { bottom: rule },
        children: [
          ...(logo ? [pictureOf(logo), run('\u00a0\u00a0')] : []),
          run(letterhead.name, { bold: true, color: paint.ink, ...inTongue(true, content) }),
          tab(),
          run(kind),
          ...(draft ? [run(` – ${draft}`, { bold: true, color: paint.late })] : []),
          tab(),
          ...(reference ? [run(reference)] : []),
        ],
      }),
    ],
  })
}

/** On every page: which edition of what, so that a printed page can be matched; the page's number; and that it is an example where it is one. */
export function footerOf({ content, say, words }: Spoken): Footer {
  const { edition, checksum, example } = content
  const spoken = words.documents
  return new Footer({
    children: [
      new Paragraph({
        style: style.small,
        tabStops: acrossPage.slice(1),
        border: { top: hairline },
        children: [
          run(`${edition} · ${say(spoken.checksum, { hash: checksum })}`),
          tab(),
          new TextRun({
            children: [say(spoken.page), PageNumber.CURRENT, say(spoken.pageOf), PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
      ...(example ? [new Paragraph({ style: style.small, children: [run(example)] })] : []),
    ],
  })
}

/** How the document begins: what it is, of what, its registry facts, and the answer in one sentence. */
export function openingOf({ content }: Spoken): Paragraph[] {
  const { kind, title, plan, years, header, headline } = content
  return [
    new Paragraph({ style: style.subtitle, children: [run(kind)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
    new Paragraph({
      style: style.lead,
      children: [run(plan, inTongue(true, content)), run(`, ${years}`)],
    }),
    ...header.map(
      ({ label, text }) =>
        new Paragraph({
          style: style.facts,
          children: [run(label, { color: paint.soft }), tab(), run(text, inTongue(true, content))],
        }),
    ),
    new Paragraph({
      style: style.answer,
      children: [run(headline.figure, { color: paint.accent }), run(headline.rest)],
    }),
    ...(headline.divided ? [new Paragraph({ style: style.lead, children: [run(headline.divided)] })] : []),
  ]
}

/** How it ends: the next review day, who made it, and where it stands on the web. */
export function closingOf({ content, say, words }: Spoken): Paragraph[] {
  const { next, madeBy, url } = content
  const lines: ParagraphChild[][] = [
    ...(next ? [[run(next)]] : []),
    [run(madeBy)],
    [
      run(say(words.documents.where)),
      new ExternalHyperlink({ link: url, children: [run(url, { style: 'Hyperlink' })] }),
    ],
  ]
  return lines.map(
    (children, at) =>
      new Paragraph({
        keepLines: true,
        spacing: { before: at === 0 ? 400 : 0, after: 40 },
        ...(at === 0 && { border: { top: { ...hairline, space: 10 } } }),
        children,
      }),
  )
}

const pictureOf = ({ type, data, proportion, alt }: Logo): ImageRun => {
  const height = Math.min(34, Math.round(150 / proportion))
  return new ImageRun({
    type,
    data,
    transformation: { width: Math.round(height * proportion), height },
    altText: { name: alt, description: alt },
  })
}
