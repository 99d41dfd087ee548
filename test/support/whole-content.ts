import type { ReportContent } from '../../server/reports/content.ts'
import { contentWith } from './report-content.ts'

/** Markup of five kinds, signs that mean something to Office, an emoji, half of one, and signs that XML has no place for. */
export const odd =
  '<w:p>&amp; & # *x* _y_ $z$ \\ "q" \'a\' {0} \u0000\u0008 å ä ö Å Ä Ö 🌻 \ud83d ]]> <!-- --> é́'

/** What is left of it in a file that opens. */
export const oddShown = odd.replace('\0\b', '').replace('\ud83d', '')

/** The smallest picture there is. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A report with every kind of block, a mark in a table, and one text wherever a person may have written. */
export const wholeContent = (text: string): ReportContent =>
  contentWith({
    plan: text,
    letterhead: { name: text },
    example: 'Exempeldata.',
    decisions: [{ text, by: text }],
    proposals: [text, text],
    next: 'Nästa avstämning är 14 maj 2024.',
    changes: [{ label: '1 ny slutförd', items: [{ number: '2', title: text, text }] }],
    left: [
      {
        number: '3',
        title: text,
        status: 'in_progress',
        outlook: 'late',
        text: 'Försenad',
        lead: text,
        reason: text,
        nextStep: text,
      },
    ],
    blocks: [
      { kind: 'heading', level: 2, text: 'Resultat' },
      { kind: 'chart', chart: contentWith().chart },
      { kind: 'heading', level: 3, text, own: true },
      { kind: 'paragraph', inlines: [{ text }, { text, strong: true }, { text, emphasis: true }], own: true },
      { kind: 'heading', level: 2, text: 'Det som inte är slutfört' },
      {
        kind: 'table',
        caption: text,
        head: ['Nr', text, 'Läge'],
        widths: [10, 60, 30],
        rows: [[{ text: '3' }, { text, own: true }, { text: 'Försenad', outlook: 'late' }]],
      },
      { kind: 'heading', level: 2, text: 'Förslag till beslut' },
      { kind: 'list', ordered: true, items: [[{ text }], [{ text }]], own: true },
      { kind: 'list', ordered: false, items: [[{ text }]], own: true },
      { kind: 'list', ordered: true, items: [[{ text }], [{ text }]], own: true },
    ],
  })
