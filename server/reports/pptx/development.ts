import { officeFont, officeLang, paint } from '../marks.ts'
import { chartText } from '../words.ts'
import { developmentNotes } from './notes.ts'
import {
  bottom,
  left,
  matter,
  plain,
  slideWith,
  top,
  wide,
  words,
  type SlideContext,
} from './slide-context.ts'

/** Review day by review day, as columns that PowerPoint draws and whose numbers can be changed (F36). */
export function developmentSlide(context: SlideContext): void {
  const { content, say, words: spoken } = context
  const { chart, lang } = content
  const labels = chart.columns.map(({ label }) => label)
  const slide = slideWith(context, matter, [words(chart.sentence, context)], developmentNotes(context))
  slide.addText([words(say(spoken.documents.chartCaption, { n: chart.adopted }), context)], {
    ...plain,
    x: left,
    y: top,
    w: wide,
    h: 0.35,
    fontSize: 14,
    color: paint.soft,
  })
  const axis = { fontFace: officeFont, size: 14 }
  slide.addChart(
    context.pptx.ChartType.bar,
    [
      { name: chart.closedLabel, labels, values: chart.columns.map(({ closed }) => closed) },
      { name: chart.embeddedLabel, labels, values: chart.columns.map(({ embedded }) => embedded) },
    ],
    {
      x: left - 0.05,
      y: top + 0.35,
      w: wide,
      h: bottom - top - 0.35,
      barDir: 'col',
      barGrouping: 'stacked',
      barGapWidthPct: 70,
      chartColors: [paint.accent, paint.embedded],
      lang: officeLang(lang),
      altText: chartText(context),
      objectName: say(spoken.documents.chartCaption, { n: chart.adopted }),
      catAxisLabelFontFace: axis.fontFace,
      catAxisLabelFontSize: axis.size,
      catAxisLabelColor: paint.ink,
      catAxisLineColor: paint.edge,
      valAxisLabelFontFace: axis.fontFace,
      valAxisLabelFontSize: 12,
      valAxisLabelColor: paint.soft,
      valAxisMinVal: 0,
      valAxisMaxVal: chart.adopted,
      valAxisMajorUnit: chart.adopted % 5 === 0 ? 5 : Math.max(1, Math.ceil(chart.adopted / 6)),
      valAxisLineShow: false,
      valGridLine: { color: paint.line, size: 0.75, style: 'solid' },
      catGridLine: { style: 'none' },
      showValue: true,
      dataLabelColor: paint.paper,
      dataLabelFontFace: axis.fontFace,
      dataLabelFontSize: 14,
      dataLabelFontBold: true,
      dataLabelFormatCode: '0;;;',
      showLegend: true,
      legendPos: 'b',
      legendFontFace: axis.fontFace,
      legendFontSize: 14,
      legendColor: paint.ink,
    },
  )
}
