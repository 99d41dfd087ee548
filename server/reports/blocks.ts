import { Type, type Static } from 'typebox'
import { capitalised, dayText, listText } from '#words/format.ts'
import { notReportedText, sinceOf } from '../reviews/report-changed.ts'
import { careOf, leftOf } from '../reviews/report-left.ts'
import { saidOf } from '../reviews/report-said.ts'
import { correctionsTable, leftTable, pointTables, changesTable } from './block-tables.ts'
import type { Block, Inline, ReportContent } from './content.ts'
import type { Gathered, Speaking } from './gathered.ts'
import type { WrittenWords } from './words.ts'

type Heading = keyof Speaking['words']['reportText']['headings']

const paragraph = (...texts: (string | null | undefined)[]): Block[] => {
  const text = texts.filter(Boolean).join(' ')
  return text ? [{ kind: 'paragraph', inlines: [{ text }] }] : []
}
const list = (ordered: boolean, items: Inline[][]): Block[] =>
  items.length > 0 ? [{ kind: 'list', ordered, items, own: true }] : []

/** The whole report, heading by heading, in the order a committee reads it (F30): a part that says nothing is left out with its heading. */
export function blocksOf(
  content: Omit<ReportContent, 'blocks'>,
  words: WrittenWords,
  gathered: Gathered,
  speaking: Speaking,
): Block[] {
  const { say, words: spoken } = speaking
  const { headings, pointsTitle } = spoken.reportText
  const part = (heading: Heading, blocks: readonly Block[]): Block[] => {
    const text = say(heading === 'points' ? pointsTitle : headings[heading])
    return blocks.length > 0 ? [{ kind: 'heading', level: 2, text }, ...blocks] : []
  }
  const under = (heading: Heading, blocks: readonly Block[]): Block[] =>
    blocks.length > 0 ? [{ kind: 'heading', level: 3, text: say(headings[heading]) }, ...blocks] : []
  return [
    ...part('summary', words.summary),
    ...part('result', resultOf(content, gathered, speaking)),
    ...part('points', pointTables(gathered.snapshot, speaking)),
    ...part('left', [
      ...paragraph(leftOf(gathered.snapshot, gathered.texts, speaking).leftSentence),
      ...(content.left.length > 0 ? [leftTable(content.left, speaking)] : []),
      ...under('next_steps', words.next_steps),
    ]),
    ...part('changes', changesOf(content, gathered, speaking)),
    ...part('decisions', decisionsOf(content, gathered, speaking)),
    ...part('said', saidBlocks(gathered, speaking)),
    ...part('lessons', words.lessons),
    ...part('proposals', list(true, words.proposals)),
    ...part('documents', list(false, words.documents)),
    ...part('children', words.children),
    ...part('appendices', list(false, words.appendices)),
    ...part(
      'corrections',
      gathered.corrections.length > 0
        ? [
            ...paragraph(say(spoken.report.correctionsNote)),
            correctionsTable(gathered.corrections, gathered.snapshot, speaking),
          ]
        : [],
    ),
  ]
}

/** The sentence, the chart, how completed is counted, and from when the figures are (F31). */
function resultOf(
  { headline, chart, counting, dataDate }: Omit<ReportContent, 'blocks'>,
  { snapshot, before }: Gathered,
  speaking: Speaking,
): Block[] {
  const { say, words } = speaking
  const activities = snapshot.points.reduce((sum, point) => sum + point.activities, 0)
  return [
    ...paragraph(headline.figure + headline.rest, headline.divided),
    { kind: 'chart', chart },
    ...paragraph(
      activities > 0 ? say(words.report.activities, { n: activities }) : undefined,
      notReportedText(snapshot, before, speaking),
    ),
    ...paragraph(counting),
    ...paragraph(dataDate),
  ]
}

function changesOf(
  { changes }: Omit<ReportContent, 'blocks'>,
  { snapshot, before }: Gathered,
  speaking: Speaking,
): Block[] {
  const { lang, say, words } = speaking
  const { since, sinceNone } = sinceOf(snapshot, before, speaking)
  if (!since) return paragraph(sinceNone)
  const spoken = words.reportText
  const told = listText(
    lang,
    changes.map(({ label }) => label),
  )
  const day = snapshot.since ? dayText(lang, snapshot.since.heldOn) : ''
  return [
    ...paragraph(say(day ? spoken.changesSince : spoken.changesFirst, { changes: told, day })),
    changesTable(since, speaking),
  ]
}

function decisionsOf(
  { decisions }: Omit<ReportContent, 'blocks'>,
  { snapshot, texts }: Gathered,
  speaking: Speaking,
): Block[] {
  const { left } = leftOf(snapshot, texts, speaking)
  const { careSentence, undecided } = careOf(snapshot, texts, left, speaking)
  return [
    ...paragraph(careSentence),
    ...list(
      true,
      decisions.map(({ text, by }) => [{ text: by ? `${text} (${by})` : text }]),
    ),
    ...paragraph(undecided),
  ]
}

/** What was said of each point and of the whole, one remark an item. */
function saidBlocks({ snapshot, texts }: Gathered, speaking: Speaking): Block[] {
  const { say, words } = speaking
  return list(
    false,
    saidOf(snapshot, texts, speaking).said.flatMap(({ number, title, lines }) => {
      const about = number ? `${number} ${title}` : say(words.reportText.ofWhole)
      return lines.map(({ text }): Inline[] => [
        { text: `${capitalised(about)}:`, strong: true },
        { text: ` ${text}` },
      ])
    }),
  )
}

export const InlineShape = Type.Object({
  text: Type.String(),
  strong: Type.Optional(Type.Boolean()),
  emphasis: Type.Optional(Type.Boolean()),
  href: Type.Optional(Type.String()),
})

/** A person's words as they travel to a page: of the kinds of block only those that Markdown can give. Which fields there are follows from `kind`. */
export const ProseBlock = Type.Object({
  kind: Type.Unsafe<'heading' | 'paragraph' | 'list'>({ type: 'string' }),
  /** Of a heading. */
  text: Type.Optional(Type.String()),
  /** Of a paragraph. */
  inlines: Type.Optional(Type.Array(InlineShape)),
  /** Of a list. */
  ordered: Type.Optional(Type.Boolean()),
  items: Type.Optional(Type.Array(Type.Array(InlineShape))),
  /** In the plan's own language. */
  own: Type.Optional(Type.Boolean()),
})
export type ProseBlock = Static<typeof ProseBlock>

export const Blocks = Type.Array(ProseBlock)
export const Lines = Type.Array(Type.Array(InlineShape))
