import JSZip from 'jszip'
import { escaped } from '../legal-text.ts'
import { officeLang, paint } from '../marks.ts'
import { tallyText, type Spoken } from '../words.ts'
import { tallyName } from './opening.ts'

/**
 * What the library leaves undone is put right in the parts themselves: their language, which row of a table is its heads, notes of more than one
 * paragraph, every shape of a slide with a number of its own, and the tally as one picture with a text. Texts were made safe before; only what the library
 * itself wrote is looked for.
 */
export async function finished(bytes: Buffer, spoken: Spoken): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  for (const path of Object.keys(zip.files)) {
    const mend = mending.find(([of]) => of.test(path))?.[1]
    if (mend) zip.file(path, mend(inLanguage(await zip.file(path)!.async('string'), spoken), spoken))
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

type Mend = (xml: string, spoken: Spoken) => string

const mending: readonly (readonly [RegExp, Mend])[] = [
  [/^ppt\/slides\/slide\d+\.xml$/, (xml, spoken) => numbered(grouped(headed(inOrder(xml)), spoken))],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, (xml, spoken) => paragraphs(xml, spoken)],
  [/^ppt\/charts\/chart\d+\.xml$/, (xml) => secondLabels(xml)],
  [
    /^ppt\/(presentation|slideLayouts\/[^/]+|slideMasters\/[^/]+|notesMasters\/[^/]+)\.xml$/,
    (xml) => inOrder(xml),
  ],
]

const inLanguage = (xml: string, { content }: Spoken): string =>
  xml.replaceAll(' altLang="en-US"', '').replaceAll('lang="en-US"', `lang="${officeLang(content.lang)}"`)

/** The manner of a paragraph stands first in it, once. The library writes it before every run, which PowerPoint calls damaged. */
const inOrder = (xml: string): string =>
  xml.replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
    let seen = false
    return paragraph.replace(/<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gs, (manner) => {
      const kept = seen ? '' : manner
      seen = true
      return kept
    })
  })

/** The first row and the first column of a table are its heads, and its name is told too. */
const headed = (xml: string): string =>
  xml
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" firstCol="1"/>')
    .replace(
      /(<p:cNvPr id="\d+" name="([^"]*)")\/>(?=<p:cNvGraphicFramePr><a:graphicFrameLocks)/g,
      (_, open: string, name: string) => `${open} descr="${name}"/>`,
    )

/** Two shapes of a slide with the same number make PowerPoint offer to repair the file. */
function numbered(xml: string): string {
  let next = 0
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(next += 1)}"`)
}

const lineBreaks = /\r\n|\n|\r|_x000D_/g

function paragraphs(xml: string, { content }: Spoken): string {
  const lang = officeLang(content.lang)
  return xml.replace(/<a:t>([^<]*)<\/a:t>/g, (_, text: string) =>
    [
      `<a:t>`,
      text.replace(lineBreaks, `</a:t></a:r></a:p><a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>`),
      `</a:t>`,
    ].join(''),
  )
}

/** The labels on the lighter columns are dark. */
function secondLabels(xml: string): string {
  const [before = '', first = '', second, ...rest] = xml.split('<c:ser>')
  if (second === undefined) return xml
  const dark = second.replace(/<c:dLbls>.*?<\/c:dLbls>/s, (labels) =>
    labels.replaceAll(paint.paper, paint.ink),
  )
  return [before, first, dark, ...rest].join('<c:ser>')
}

/** The shapes of the tally as one group: read aloud once, with all its numbers, and moved as one. */
function grouped(xml: string, spoken: Spoken): string {
  const shapes = [...xml.matchAll(/<p:(sp|pic)>.*?<\/p:\1>/gs)].filter(([shape]) =>
    /<p:cNvPr id="\d+" name="([^"]*)"/.exec(shape)?.[1]?.startsWith(tallyName),
  )
  const [first, last] = [shapes[0], shapes.at(-1)]
  if (!first || !last) return xml
  const within = xml.slice(first.index, last.index + last[0].length)
  const places = [...within.matchAll(/<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/g)].map(
    (place) => place.slice(1).map(Number),
  ) as [number, number, number, number][]
  const x = Math.min(...places.map(([left]) => left))
  const y = Math.min(...places.map(([, top]) => top))
  const cx = Math.max(...places.map(([left, , width]) => left + width)) - x
  const cy = Math.max(...places.map(([, top, , height]) => top + height)) - y
  const frame = `<a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/><a:chOff x="${x}" y="${y}"/><a:chExt cx="${cx}" cy="${cy}"/>`
  const told = escaped(tallyText(spoken))
  return [
    xml.slice(0, first.index),
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" name="${tallyName}" descr="${told}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>`,
    `<p:grpSpPr><a:xfrm>${frame}</a:xfrm></p:grpSpPr>`,
    within.replace(/ descr="[^"]*"/g, ' descr=""'),
    '</p:grpSp>',
    xml.slice(last.index + last[0].length),
  ].join('')
}
