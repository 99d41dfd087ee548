import PptxGenJS from 'pptxgenjs'
import type { ReportContent } from '../content.ts'
import { escaped, withLegalText } from '../legal-text.ts'
import { officeFont } from '../marks.ts'
import { spokenOf } from '../words.ts'
import { changedSlide } from './changed.ts'
import { decidedSlide } from './decided.ts'
import { developmentSlide } from './development.ts'
import { finished } from './finish.ts'
import { leftSlide } from './left.ts'
import { openingSlide } from './opening.ts'
import { applyTheme, type SlideContext } from './slide-context.ts'

/**
 * Five slides for a committee's meeting (F36): how many are completed, how it came so, what has changed, what is left, and what was decided and is put
 * forward. Each has a title of its own and notes to speak from; what does not fit is said in the notes, whole.
 */
export async function pptxOf(given: ReportContent): Promise<Buffer> {
  const content = withLegalText(given)
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  pptx.title = `${content.title} – ${content.plan}`
  pptx.subject = [content.kind, content.reference].filter(Boolean).join(', ')
  pptx.author = content.letterhead.name
  // The only one of these that the library writes as it is given.
  pptx.company = escaped(content.letterhead.name)
  pptx.theme = { headFontFace: officeFont, bodyFontFace: officeFont }
  const context: SlideContext = { ...spokenOf(content), pptx }
  await applyTheme(context)
  await openingSlide(context)
  developmentSlide(context)
  changedSlide(context)
  leftSlide(context)
  decidedSlide(context)
  return finished((await pptx.write({ outputType: 'nodebuffer' })) as Buffer, context)
}
