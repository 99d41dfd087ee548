import { Document, Packer, Paragraph, TableOfContents } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { ReportContent } from '../content.ts'
import { withLegalText } from '../legal-text.ts'
import { logoOf } from '../letterhead.ts'
import { spokenOf } from '../words.ts'
import { baseStyles } from './styles.ts'
import { blocksToWord } from './blocks.ts'
import { closingOf, footerOf, headerOf, openingOf } from './frame.ts'
import { run } from './runs.ts'
import { numbering, style, stylesOf, theme } from './styles.ts'

/**
 * The report as a Word document to be worked on (F30): real styles and headings, heads of tables that come again on every page, a list of contents that
 * needs no macro, language and alternative texts. What people wrote is text in it, never markup, and whatever XML has no place for is left out.
 */
export async function docxOf(given: ReportContent): Promise<Buffer> {
  const content = withLegalText(given)
  const spoken = spokenOf(content)
  const logo = await logoOf(content.letterhead)
  const { say, words } = spoken
  const document = new Document({
    title: `${content.title} – ${content.plan}`,
    subject: [content.kind, content.reference].filter(Boolean).join(', '),
    creator: content.letterhead.name,
    lastModifiedBy: content.letterhead.name,
    description: content.url,
    theme,
    externalStyles: baseStyles,
    styles: stylesOf(spoken),
    numbering,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    // A guess where Word breaks its lines in its own way; Word counts again when it is asked to.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1700, bottom: 1500, left: 1134, right: 1134, header: 680, footer: 560 },
          },
        },
        headers: { default: headerOf(spoken, logo) },
        footers: { default: footerOf(spoken) },
        children: [
          ...openingOf(spoken),
          new Paragraph({ style: style.contents, children: [run(say(words.documents.contents))] }),
          new TableOfContents(say(words.documents.contents), { hyperlink: true, headingStyleRange: '1-2' }),
          ...(await blocksToWord(content.blocks, spoken)),
          ...closingOf(spoken),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
