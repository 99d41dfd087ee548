import { outlooks, statuses, type Outlook, type Status } from '#domain/status.ts'

/** The light colours of the pages, for paper and projector; as the Office formats write them. */
export const paint = {
  paper: 'FFFFFF',
  band: 'EFF3F3',
  ink: '15222B',
  soft: '4C5B65',
  line: 'D2DADD',
  edge: '6D7C86',
  accent: '0D4A6F',
  wash: 'DFEBF2',
  late: 'A33D17',
  risk: '7D5600',
  /** Embedded in a chart that knows no pattern: 3 to 1 from the paper and from the accent, and ink can be read on it. */
  embedded: '7198B2',
} as const

/** A typeface that Office has on every machine, also where Source Sans 3 has never been installed. */
export const officeFont = 'Calibri'

/** The colour of a status' or an outlook's word and mark. */
export const paintOf = ({ status, outlook }: { status?: Status; outlook?: Outlook }): string =>
  outlook ? paint[outlooks[outlook].token] : status ? paint[statuses[status].token] : paint.ink

const locales: Record<string, string> = {
  sv: 'sv-SE',
  en: 'en-GB',
  de: 'de-DE',
  fi: 'fi-FI',
  nb: 'nb-NO',
  da: 'da-DK',
}

/** A language as Office names it, so that it is read aloud and spelled right. */
export const officeLang = (lang: string): string => locales[lang] ?? lang

/** A picture in both forms that Office wants: drawn, and as points for programs that cannot draw. */
interface Picture {
  svg: Buffer
  png: Buffer
}

const check = 'M5 10.5l1.5-1.5 2.3 2.3 4.9-5.3 1.6 1.4-6.4 7z'
const ring = '<circle cx="10" cy="10" r="7.6"/>'
const filled = (path: string) => `<path d="${path}" fill="currentColor" fill-rule="evenodd" stroke="none"/>`
const drawn = (path: string) => `<path d="${path}"/>`

/** The marks of the pages, on a grid of 20. */
const marks: Record<Status | Outlook, string> = {
  not_started: ring,
  in_progress: ring + filled('M2.4 10a7.6 7.6 0 0 0 15.2 0z'),
  closed: filled(`M10 1.4a8.6 8.6 0 1 0 0 17.2 8.6 8.6 0 0 0 0-17.2z${check}`),
  embedded: filled(
    `M4.2 1.8h11.6a2.4 2.4 0 0 1 2.4 2.4v11.6a2.4 2.4 0 0 1-2.4 2.4H4.2a2.4 2.4 0 0 1-2.4-2.4V4.2a2.4 2.4 0 0 1 2.4-2.4z${check}`,
  ),
  paused: ring + drawn('M7.8 7v6M12.2 7v6'),
  withdrawn: ring + drawn('M4.7 15.3 15.3 4.7'),
  merged: drawn('M2.5 4.5c4 0 4 5.5 8 5.5h6.5M2.5 15.5c4 0 4-5.5 8-5.5M13.6 6.4 17.4 10l-3.8 3.6'),
  on_track: drawn('M2.5 10h14M11.8 5.2 16.8 10l-5 4.8'),
  at_risk: drawn('M10 2.6 18 17H2zM10 8v4M10 14.4v.1'),
  late: filled('M10 1.2 19.2 18H.8zM9 7h2v5.4H9zM9 13.6h2v2H9z'),
  not_assessed: drawn('M3 6V3h3M14 3h3v3M17 14v3h-3M6 17H3v-3M7.9 8.2A2.1 2.1 0 1 1 10 10.3v1.2M10 14v.1'),
}

/** A mark as it stands within another picture, in one colour. */
export const markShape = (name: Status | Outlook, colour: string): string =>
  `<g color="#${colour}" fill="none" stroke="#${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${marks[name].replaceAll('currentColor', `#${colour}`)}</g>`

/** The mark of a status or an outlook in its own colour. */
export const markPicture = (named: { status?: Status; outlook?: Outlook }): Promise<Picture> | undefined => {
  const name = named.outlook ?? named.status
  return name && pictureOf(20, 20, markShape(name, paintOf(named)), 8)
}

const made = new Map<string, Promise<Picture>>()

/** A drawing of so many points as a picture; the same drawing is made once in a thread. `scale` is how many dots a point becomes. */
export function pictureOf(width: number, height: number, shapes: string, scale: number): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes}</svg>`
  const known = made.get(svg)
  if (known) return known
  if (made.size > 50) made.clear()
  const picture = paintedOf(svg, scale)
  made.set(svg, picture)
  return picture
}

async function paintedOf(svg: string, scale: number): Promise<Picture> {
  const { default: sharp } = await import('sharp')
  const bytes = Buffer.from(svg)
  return {
    svg: bytes,
    png: await sharp(bytes, { density: 72 * scale })
      .png({ palette: true })
      .toBuffer(),
  }
}
