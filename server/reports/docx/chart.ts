import { Paragraph, type Table } from 'docx'
import { ChartRun } from 'docx/charts'
import type { Block, Chart } from '../content.ts'
import { officeFont, paint } from '../marks.ts'
import { chartText, type Spoken } from '../words.ts'
import { run } from './runs.ts'
import { tableOf } from './table.ts'

/** Columns that Word draws and that can be changed in Excel, the sentence that says the same, and the numbers as a table (F35). */
export async function chartOf(chart: Chart, spoken: Spoken): Promise<(Paragraph | Table)[]> {
  const { say, words, content } = spoken
  const values = (of: 'closed' | 'embedded') => chart.columns.map((column) => column[of])
  const font = { name: officeFont, size: 10, color: paint.ink }
  const drawing = new ChartRun({
    type: 'column',
    stacking: 'stacked',
    categories: chart.columns.map(({ label }) => label),
    series: [
      {
        name: chart.closedLabel,
        values: values('closed'),
        color: paint.accent,
        dataLabels: labels(paint.paper),
      },
      {
        name: chart.embeddedLabel,
        values: values('embedded'),
        color: paint.embedded,
        dataLabels: labels(paint.ink),
      },
    ],
    gapWidth: 70,
    legend: { position: 'bottom', font },
    categoryAxis: { font },
    valueAxis: {
      minimum: 0,
      maximum: chart.adopted,
      interval: intervalOf(chart.adopted),
      font: { ...font, color: paint.soft },
    },
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width: 642, height: 300 },
    altText: {
      name: say(words.documents.chartCaption, { n: chart.adopted }),
      description: chartText(spoken),
    },
  })
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160, after: 40 }, children: [drawing] }),
    new Paragraph({ children: [run(chart.sentence)] }),
    ...(await tableOf(numbersOf(chart, spoken), content)),
  ]
}

/** A nought is not printed: "0" on top of nothing hides what is under it. */
const labels = (color: string) => ({
  value: true,
  numberFormat: '0;;;',
  font: { name: officeFont, size: 10, bold: true, color },
})

/** Whole numbers of points up the axis, ending at how many were adopted. */
const intervalOf = (adopted: number): number =>
  [10, 5, 6, 4, 3, 7, 9].find((step) => adopted % step === 0 && adopted / step <= 8) ??
  Math.max(1, Math.ceil(adopted / 5))

function numbersOf(chart: Chart, { say, words }: Spoken): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: say(words.documents.chartCaption, { n: chart.adopted }),
    head: [chart.dayLabel, chart.closedLabel, chart.embeddedLabel, say(words.documents.completed)],
    widths: [26, 26, 30, 18],
    rows: chart.columns.map(({ label, day, closed, embedded }) => [
      { text: `${label}, ${day}` },
      { text: String(closed) },
      { text: String(embedded) },
      { text: String(closed + embedded) },
    ]),
  }
}
