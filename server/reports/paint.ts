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
