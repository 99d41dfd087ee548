import { dayOf } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import type { LaterCorrection } from '../reviews/corrections.store.ts'
import { shownOutlook } from '../plans/view.ts'
import type { ReportData } from '../reviews/report.page.ts'
import type { Snapshot, SnapshotPoint } from '../reviews/snapshot.ts'
import type { Block, Cell, ReportContent } from './content.ts'
import { markText } from './findings.ts'
import type { Speaking } from './gathered.ts'
import { type Mark, correctionText } from '../reviews/view.ts'

type Table = Extract<Block, { kind: 'table' }>
type Head = keyof Speaking['words']['reportText']['head']

const headsOf = (heads: readonly Head[], { say, words }: Speaking): string[] =>
  heads.map((head) => say(words.reportText.head[head]))

/** Every point in the order of its number: the adopted ones, and apart from them those that came later. */
export function pointTables(snapshot: Snapshot, speaking: Speaking): Block[] {
  const { say, words } = speaking
  const spoken = words.reportText
  const points = snapshot.points.toSorted((a, b) => compareNumbers(a.number, b.number))
  const table = (rows: readonly SnapshotPoint[], caption: string): Table => ({
    kind: 'table',
    caption,
    head: headsOf(['number', 'point', 'status', 'outlook', 'lead', 'end'], speaking),
    widths: [6, 32, 20, 15, 17, 10],
    rows: rows.map((point) => pointRow(point, speaking)),
  })
  const adopted = points.filter((point) => point.adopted)
  const added = points.filter((point) => !point.adopted)
  return [
    ...(adopted.length > 0 ? [table(adopted, say(spoken.pointsCaption))] : []),
    ...(added.length > 0
      ? [
          { kind: 'heading' as const, level: 3 as const, text: say(spoken.headings.added) },
          table(added, say(spoken.addedCaption)),
        ]
      : []),
  ]
}

function pointRow(point: SnapshotPoint, speaking: Speaking): Cell[] {
  const { say, words } = speaking
  const outlook = shownOutlook(point)
  const status: Mark = { status: point.status, mergedInto: point.mergedInto ?? undefined }
  const told = point.mergedInto ? markText(status, speaking, 'cell') : say(words.status.short[point.status])
  return [
    { text: point.number },
    { text: point.title, own: true },
    { text: told, status: point.status },
    outlook ? { text: say(words.status.outlook[outlook]), outlook } : { text: '' },
    { text: point.lead.name, own: true },
    { text: point.dueOn ?? '' },
  ]
}

/** What is not completed, each with its reason and what was decided about it (P04). */
export function leftTable(left: ReportContent['left'], speaking: Speaking): Table {
  return {
    kind: 'table',
    caption: speaking.say(speaking.words.reportText.leftCaption),
    head: headsOf(['number', 'point', 'outlook', 'lead', 'reason', 'next'], speaking),
    widths: [6, 24, 15, 17, 19, 19],
    rows: left.map(({ number, title, status, outlook, text, lead, reason, nextStep, added }) => [
      { text: number },
      { text: added ? `${title} (${speaking.say(speaking.words.report.addedFlag)})` : title, own: true },
      text === speaking.say(speaking.words.status.outlook[outlook]) ? { text, outlook } : { text, status },
      { text: lead, own: true },
      { text: reason ?? speaking.say(speaking.words.report.noReason), own: reason ? true : undefined },
      { text: nextStep ?? '', own: true },
    ]),
  }
}

type Since = NonNullable<NonNullable<ReportData['closed']>['since']>

/** From what and to what each point went, in the order of the page's groups. */
export function changesTable({ caption, changes }: Since, speaking: Speaking): Table {
  const cell = (mark: Mark | undefined): Cell => ({
    text: markText(mark, speaking, 'cell'),
    status: mark?.status,
    outlook: mark?.outlook,
    own: mark?.own ? true : undefined,
  })
  return {
    kind: 'table',
    caption,
    head: headsOf(['number', 'point', 'from', 'to'], speaking),
    widths: [6, 40, 26, 28],
    rows: changes.flatMap(({ rows }) =>
      rows.map(({ number, title, from, to }) => [
        { text: number },
        { text: title, own: true as const },
        cell(from),
        cell(to),
      ]),
    ),
  }
}

/** What was corrected after the day was closed, by day: the report above stays as it was. */
export function correctionsTable(
  corrections: readonly LaterCorrection[],
  snapshot: Snapshot,
  speaking: Speaking,
): Table {
  const titles = new Map(snapshot.points.map(({ number, title }) => [number, title]))
  return {
    kind: 'table',
    caption: speaking.say(speaking.words.reportText.correctionsCaption),
    head: headsOf(['day', 'number', 'point', 'correction'], speaking),
    widths: [14, 8, 38, 40],
    rows: corrections.map((correction) => [
      { text: dayOf(new Date(correction.recordedAt)) },
      { text: correction.number },
      { text: titles.get(correction.number) ?? '', own: true },
      { text: correctionText(correction, speaking) },
    ]),
  }
}
