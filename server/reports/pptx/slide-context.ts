import type PptxGenJS from 'pptxgenjs'
import type { Outlook, Status } from '#domain/status.ts'
import { logoOf } from '../letterhead.ts'
import { officeFont, officeLang, paint } from '../marks.ts'
import { clipped } from '../shortening.ts'
import type { Spoken } from '../words.ts'

/** What a slide is made with. Inches, on 13.33 × 7.5. */
export interface SlideContext extends Spoken {
  pptx: PptxGenJS
}

export const left = 0.6
export const wide = 12.13
/** From where to where a slide's own matter stands, under its title; `high` under a title of one line. */
export const high = 1.7
export const top = 2.12
export const bottom = 6.72

export const opening = 'Opening'
export const matter = 'Matter'
const titlePlace = 'title'

type TextOptions = PptxGenJS.TextPropsOptions

/** Text as it was written, in the document's language or the plan's own. */
export const words = (
  text: string,
  { content }: Spoken,
  options: TextOptions & { own?: boolean } = {},
): PptxGenJS.TextProps => {
  const { own, ...rest } = options
  return { text, options: { lang: officeLang(own ? content.ownLang : content.lang), ...rest } }
}

/** The plain manner of every text that stands by itself. */
export const plain: TextOptions = {
  fontFace: officeFont,
  color: paint.ink,
  margin: 0,
  align: 'left',
  valign: 'top',
  fit: 'none',
}

/** Beside the word, in a typeface every Windows has: a table of slides holds no drawings. */
export const signs: Record<Status | Outlook, string> = {
  not_started: '○',
  in_progress: '◐',
  closed: '✔',
  embedded: '☑',
  paused: '‖',
  withdrawn: '⊘',
  merged: '→',
  on_track: '→',
  at_risk: '△',
  late: '▲',
  not_assessed: '?',
}

/** What stands on every slide: whose it is, of what, its registry number, its edition and page – and that it is a draft, or an example. */
export async function applyTheme(context: SlideContext): Promise<void> {
  const { pptx, content, say, words: spoken } = context
  const { letterhead, plan, reference, draft, edition, checksum, example } = content
  const logo = await logoOf(letterhead)
  const height = 0.36
  const logoWidth = logo ? Math.min(2, height * logo.proportion) : 0
  const lang = officeLang(content.lang)
  const small: TextOptions = { ...plain, lang, fontSize: 12, color: paint.soft, valign: 'middle' }
  const foot = [edition, say(spoken.documents.checksum, { hash: checksum }), example]
    .filter(Boolean)
    .join(' · ')
  const furniture: PptxGenJS.SlideMasterProps['objects'] = [
    ...(logo
      ? [
          {
            image: {
              data: `image/${logo.type === 'jpg' ? 'jpeg' : 'png'};base64,${logo.data.toString('base64')}`,
              x: left,
              y: 0.34,
              w: logoWidth,
              h: logoWidth / logo.proportion,
              altText: logo.alt,
            },
          },
        ]
      : []),
    {
      text: {
        // One line, however long the names are: the rest of the slide stands below.
        text: clipped(`${letterhead.name} · ${plan}`, 1, 8.4 - logoWidth, 12),
        options: { ...small, x: left + (logo ? logoWidth + 0.2 : 0), y: 0.34, w: 8.4 - logoWidth, h: height },
      },
    },
    {
      text: {
        text: [draft, reference].filter(Boolean).join(' · '),
        options: {
          ...small,
          x: 9.2,
          y: 0.34,
          w: left + wide - 9.2,
          h: height,
          align: 'right',
          ...(draft && { bold: true, color: paint.late }),
        },
      },
    },
    { line: { x: left, y: 0.82, w: wide, h: 0, line: { color: paint.ink, width: 1.5 } } },
    { line: { x: left, y: 6.9, w: wide, h: 0, line: { color: paint.line, width: 0.75 } } },
    { text: { text: foot, options: { ...small, x: left, y: 6.96, w: 11.2, h: 0.3 } } },
  ]
  const master = (title: string, place: { y: number; h: number }, fontSize: number) =>
    pptx.defineSlideMaster({
      title,
      background: { color: paint.paper },
      objects: [
        ...(furniture ?? []),
        {
          placeholder: {
            options: {
              ...plain,
              name: titlePlace,
              type: 'title',
              x: left,
              w: wide,
              ...place,
              fontSize,
              bold: true,
              valign: title === opening ? 'bottom' : 'top',
            },
            text: '',
          },
        },
      ],
      slideNumber: {
        x: 12.13,
        y: 6.96,
        w: 0.6,
        h: 0.3,
        fontFace: officeFont,
        fontSize: 12,
        color: paint.soft,
        align: 'right',
      },
    })
  master(opening, { y: 1.5, h: 1.55 }, 44)
  master(matter, { y: 1.0, h: 0.95 }, 30)
}

/** A slide of its own kind with its title in the place for titles: by that a reader finds the way. */
export function slideWith(
  { pptx }: SlideContext,
  master: string,
  title: PptxGenJS.TextProps[],
  notes: readonly string[],
): PptxGenJS.Slide {
  const slide = pptx.addSlide({ masterName: master })
  const long = title.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
  const most = master === opening ? 44 : 30
  const fontSize = long > 150 ? most * 0.62 : long > 95 ? most * 0.8 : most
  slide.addText(title, { placeholder: titlePlace, objectName: titlePlace, fontSize: Math.round(fontSize) })
  slide.addNotes(notes.join('\n'))
  return slide
}
