import { outlookOrder, outlooks, statusOrder, type Outlook, type Status } from '#domain/status.ts'
import type { ReportContent } from '../content.ts'
import { markShape } from '../marks.ts'
import { paint, paintOf } from '../marks.ts'
import { chartText, spokenOf, tallyText } from '../words.ts'
import { chartSvg } from './chart.ts'
import { fitted } from './tables.ts'

interface Mark {
  svg: string
  light: string
  colour: string
  strong: boolean
}

/** What the templates are given: the content, what a page says besides, and the pictures with the words that stand for them. */
interface Typeset {
  content: Omit<ReportContent, 'blocks'> & { blocks: unknown[] }
  said: Record<string, string>
  marks: Record<string, Mark>
  colours: Record<string, string>
  chart: { svg: string; small: string; alt: string; caption: string }
  tally: { alt: string }
}

/** Where the templates find the logo. */
export const logoName = 'logo'

/** The content with everything that a page needs drawn or said, in the report's language. */
export function typeset(content: ReportContent): Typeset {
  const { chart } = content
  const spoken = spokenOf(content)
  const { say, words } = spoken
  const { documents, onePage, report, reportText, status } = words
  const { head } = reportText
  const adopted = say(documents.adoptedLine, { n: chart.adopted })
  const printed = { adopted, closed: say(onePage.closedColumn), embedded: say(onePage.embeddedColumn) }
  return {
    content: {
      ...content,
      blocks: content.blocks.map((block) => (block.kind === 'table' ? fitted(block) : block)),
    },
    said: {
      documentTitle: `${content.title} – ${content.plan}`,
      summaryTitle: say(onePage.title, { title: content.title, plan: content.plan }),
      plan: say.split(report.plan, { plan: content.plan, years: content.years }).join(''),
      checksum: say(documents.checksum, { hash: content.checksum }),
      where: say(documents.where),
      unshown: say(documents.unshown),
      completed: say(documents.completed),
      changes: say(reportText.headings.changes),
      changedNone: say(documents.changedNone),
      left: say(reportText.headings.left),
      leftNone: say(report.leftNone),
      proposals: say(reportText.headings.proposals),
      decisions: say(reportText.headings.decisions),
      growth: say(onePage.growth),
      leftHead: [head.number, head.point, head.outlook, head.reason].map((one) => say(one)).join('|'),
      noReason: say(report.noReason),
      ...Object.fromEntries(outlookOrder.map((one) => [`outlook-${one}`, say(status.outlook[one])])),
      // With {n} for the template to fill: how much there is room for is known there.
      more: say(onePage.more),
    },
    marks: Object.fromEntries([...statusOrder.map(statusMark), ...outlookOrder.map(outlookMark)]),
    colours: Object.fromEntries(Object.entries(paint).map(([name, value]) => [name, `#${value}`])),
    chart: {
      svg: chartSvg(chart, printed, { width: 380, height: 158 }),
      small: chartSvg(chart, printed, { width: 245, height: 140 }),
      caption: say(documents.chartCaption, { n: chart.adopted }),
      alt: chart.sentence && chartText(spoken),
    },
    tally: { alt: tallyText(spoken) },
  }
}

const drawn = (name: Status | Outlook, colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">${markShape(name, colour)}</svg>`

/** A mark in its own colour, and in white for a filled ground; what is late or at risk is said with emphasis. */
const markOf = (name: Status | Outlook, colour: string, strong: boolean): [string, Mark] => [
  name,
  { svg: drawn(name, colour), light: drawn(name, paint.paper), colour: `#${colour}`, strong },
]
const statusMark = (status: Status) => markOf(status, paintOf({ status }), false)
const outlookMark = (outlook: Outlook) => markOf(outlook, paintOf({ outlook }), outlooks[outlook].gravity > 0)
