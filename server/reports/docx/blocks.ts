import { HeadingLevel, Paragraph, type Table } from 'docx'
import type { Block } from '../content.ts'
import type { Spoken } from '../words.ts'
import { chartOf } from './chart.ts'
import { inTongue, run, runsOf } from './runs.ts'
import { numbers, style } from './styles.ts'
import { tableOf } from './table.ts'

const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const

type Kind = Block['kind']
/** Which list of the document it is, and whether a table stands right above, which leaves no room of its own. */
type Place = { list: number; afterTable: boolean }
type Making = {
  [K in Kind]: (
    block: Extract<Block, { kind: K }>,
    spoken: Spoken,
    place: Place,
  ) => (Paragraph | Table)[] | Promise<(Paragraph | Table)[]>
}

/** How each block becomes Word: with Word's own headings, lists and tables, so that it can be worked on further. */
const context: Making = {
  heading: ({ level, text, own }, { content }) => [
    new Paragraph({ heading: headings[level], children: [run(text, inTongue(own, content))] }),
  ],
  paragraph: ({ inlines, own }, { content }, { afterTable }) => [
    new Paragraph({ ...room(afterTable, 120), children: runsOf(inlines, own, content) }),
  ],
  list: ({ ordered, items, own }, { content }, { list, afterTable }) =>
    items.map(
      (inlines, at) =>
        new Paragraph({
          ...room(afterTable && at === 0, 80),
          style: ordered ? style.number : style.bullet,
          // Each list of numbers is one of its own, and begins at one.
          ...(ordered && { numbering: { reference: numbers, level: 0, instance: list, custom: true } }),
          children: runsOf(inlines, own, content),
        }),
    ),
  table: (table, { content }) => tableOf(table, content),
  chart: ({ chart }, spoken) => chartOf(chart, spoken),
}

const room = (needed: boolean, after: number) =>
  needed ? { spacing: { before: 200, after, line: 276, lineRule: 'auto' as const } } : {}

export async function blocksToWord(blocks: readonly Block[], spoken: Spoken): Promise<(Paragraph | Table)[]> {
  const made: (Paragraph | Table)[] = []
  for (const [at, block] of blocks.entries()) {
    const make = context[block.kind] as (block: Block, ...rest: [Spoken, Place]) => ReturnType<Making[Kind]>
    const afterTable = ['table', 'chart'].includes(blocks[at - 1]?.kind ?? '')
    made.push(...(await make(block, spoken, { list: at + 1, afterTable })))
  }
  return made
}
