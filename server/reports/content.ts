import type { Day } from '#domain/calendar.ts'
import type { Completion } from '#domain/completion.ts'
import type { Outlook, Status } from '#domain/status.ts'
import type { Lang } from '#words/format.ts'
import type { Labels } from '#words/labels.ts'

/** A run of words in one manner; user text stays text in every format. */
export interface Inline {
  text: string
  strong?: true
  emphasis?: true
  href?: string
}

export interface Cell {
  text: string
  /** Told by symbol and colour beside the word, never instead of it. */
  status?: Status
  outlook?: Outlook
  /** The words are the plan's own language. */
  own?: true
}

/** What stands in a document's head beside whose it is. */
export type HeaderPart = 'reference' | 'paragraph' | 'dated' | 'addressee' | 'from'

/** What a document is made of, whatever its format: read from the top, in order. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string; own?: true }
  | { kind: 'paragraph'; inlines: Inline[]; own?: true }
  | { kind: 'list'; ordered: boolean; items: Inline[][]; own?: true }
  /** The first cell of a row is its header. Widths are shares of the page's width. */
  | { kind: 'table'; caption: string; head: string[]; widths: number[]; rows: Cell[][] }
  | { kind: 'chart'; chart: Chart }

/** Completed points, review day by review day: drawn as stacked columns, told as a sentence, and given as a table (F35). */
export interface Chart {
  /** Says what the picture says: alt text and caption. */
  sentence: string
  /** How many points there are to complete: the top of the axis. */
  adopted: number
  closedLabel: string
  embeddedLabel: string
  dayLabel: string
  columns: { label: string; day: Day; closed: number; embedded: number }[]
}

/** The blocks that a person's own words can be. */
export type Prose = Extract<Block, { kind: 'heading' | 'paragraph' | 'list' }>

/**
 * One content, from which the page, Word, PDF, the slides and the one page for the presidium are all made: whatever differs between them is form.
 * Every figure comes from `completion()` by way of the closed review day's snapshot. Words are in `lang`; those a person wrote are in `ownLang`.
 */
export interface ReportContent {
  lang: Lang
  ownLang: string
  /** The plan's own nouns, for what a format says by itself. */
  labels: Labels
  /** "Tjänsteutlåtande", "Rapport" … */
  kind: string
  /** "Avstämning hösten 2023" and the plan's title. */
  title: string
  plan: string
  municipality: string
  years: string
  /** The organisation whose document it is, and its logo as an image with the words that stand for it. */
  letterhead: { name: string; logo?: { type: string; base64: string; alt: string } }
  /** Dnr, §, day, whom it is written to, by which function: only what is known. */
  header: { is: HeaderPart; label: string; text: string }[]
  /** On every page: "Dnr KS 2020/417". */
  reference?: string
  /** From which day the figures are, by whom the report was made, and how completed is counted (F31). */
  dataDate: string
  madeBy: string
  counting: string
  /** The first signs of the snapshot's hash, and which edition of the words this is: a printed page can be matched. */
  checksum: string
  edition: string
  /** "Utkast" where the words are not published; then it stands on every page. */
  draft?: string
  /** Where the installation is an example: said on every page. */
  example?: string
  /** Where the same report stands on the web. */
  url: string

  completion: Completion
  /** "18 av 25 punkter är slutförda" … in one sentence, and how they divide in another. */
  headline: { figure: string; rest: string; divided?: string }
  chart: Chart
  /** The adopted points in groups, each with what stands under it: "genomförda och avslutade". */
  tally: { status: Status; label: string; cells: { number: string; title: string; late?: boolean }[] }[]
  changes: { label: string; items: { number: string; title: string; text?: string }[] }[]
  left: {
    number: string
    title: string
    status: Status
    outlook: Outlook
    text: string
    lead: string
    reason?: string
    nextStep?: string
    /** It came after the plan was adopted, and is not among those the headline counts. */
    added?: true
  }[]
  decisions: { text: string; by?: string }[]
  proposals: string[]
  summary: Prose[]
  next?: string

  /** The whole report, heading by heading. */
  blocks: Block[]
}
