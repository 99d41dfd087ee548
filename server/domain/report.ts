import { isDay } from './calendar.ts'
import { refuseLong, isBlank, lengthOf, lineReasons, type Refusal } from './text.ts'

/** What a report can hold beside its numbers, in the order it is read (F30). A list is one text an item. */
export const sections = [
  'summary',
  'lessons',
  'next_steps',
  'children',
  'proposals',
  'documents',
  'appendices',
] as const
export type Section = (typeof sections)[number]

/** The sections that are lists: one measure an item, ready to be moved into the minutes (domain §2.9). */
export const listSections = ['proposals', 'documents', 'appendices'] as const satisfies readonly Section[]
export type ListSection = (typeof listSections)[number]

/** The sections of running words, in Markdown. */
export const proseSections = [
  'summary',
  'lessons',
  'next_steps',
  'children',
] as const satisfies readonly Section[]
export type ProseSection = (typeof proseSections)[number]

/** What the municipality calls the document: tjänsteutlåtande, tjänsteskrivelse, or simply a report. */
export const documentKinds = ['report', 'official_report', 'official_letter'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a document is called where nobody has chosen: what the plan's own words say of the official's paper to the board (F05). */
export const usualKind = (statement: string): DocumentKind =>
  statement === 'tjansteskrivelse' ? 'official_letter' : 'official_report'

/** Draft → approved → published; what was approved or published can be taken back to draft for a new version (F34). */
export const reportStates = ['draft', 'approved', 'published'] as const
export type ReportState = (typeof reportStates)[number]

/** What is done with a report besides writing in it, and the state it leads to. */
export const reportSteps = { approval: 'approved', publication: 'published', reopening: 'draft' } as const
export type ReportStep = keyof typeof reportSteps

/** The longest of each, in characters; a registry number as elsewhere (domain §2.5). Schemas and fields use them too. */
export const reportLimits = {
  prose: 20_000,
  item: 500,
  items: 40,
  reference: 40,
  paragraph: 40,
  addressee: 120,
} as const

export const reportReasons = [
  ...lineReasons,
  'report-text-too-long',
  'report-items-too-many',
  'report-summary-missing',
  'report-not-draft',
  'report-not-approved',
  'report-is-draft',
  'report-not-written',
  'report-dated-not-a-day',
] as const
export type ReportReason = (typeof reportReasons)[number]

/** A state that a version of the report was given; the last one of a report counts. */
export interface GivenState {
  versionId: number
  state: ReportState
  edition: number | null
}

/** Where a report stands: nothing written yet, or the state of its latest version. A version saved since is a draft. */
export function reportState(
  latestVersion: number | undefined,
  given: readonly GivenState[],
): ReportState | undefined {
  if (latestVersion === undefined) return undefined
  const last = given.at(-1)
  return last?.versionId === latestVersion ? last.state : 'draft'
}

/** What everybody may read: the last version that was published, also while a new one is being written (F34). */
export function publishedState<Given extends GivenState>(given: readonly Given[]): Given | undefined {
  return given.findLast(({ state }) => state === 'published')
}

/** The number of the next edition: 1 for the first that is published. */
export function nextEdition(given: readonly GivenState[]): number {
  return given.reduce((highest, { edition }) => Math.max(highest, edition ?? 0), 0) + 1
}

/** Why a step cannot be taken; undefined when it can. A report without a summary cannot be approved. */
export function refuseStep(
  step: ReportStep,
  state: ReportState | undefined,
  summary: string,
): ReportReason | undefined {
  if (state === undefined) return 'report-not-written'
  if (step === 'approval') {
    if (state !== 'draft') return 'report-not-draft'
    return isBlank(summary) ? 'report-summary-missing' : undefined
  }
  if (step === 'publication') return state === 'approved' ? undefined : 'report-not-approved'
  return state === 'draft' ? 'report-is-draft' : undefined
}

/** The words of a report as somebody claims them. */
export type ReportWords = Record<ProseSection, string> & Record<ListSection, string[]>

export interface ReportClaim {
  reference?: string | null
  paragraph?: string | null
  addressee?: string | null
  dated?: string | null
  sections: ReportWords
}

/** Why a draft cannot be saved; empty when it can. An approved or published report is locked until it is taken back to draft (F33). */
export function refuseReport(
  { sections: words, ...header }: ReportClaim,
  state: ReportState | undefined,
): Refusal<ReportReason>[] {
  if (state === 'approved' || state === 'published') return [{ code: 'report-not-draft', field: 'sections' }]
  const { reference, paragraph, addressee, dated } = header
  return [
    ...refuseLong({ reference, paragraph, addressee }, reportLimits),
    ...(dated && !isDay(dated) ? [{ code: 'report-dated-not-a-day' as const, field: 'dated' }] : []),
    ...proseSections
      .filter((section) => lengthOf(words[section]) > reportLimits.prose)
      .map((section) => ({ code: 'report-text-too-long' as const, field: `sections.${section}` })),
    ...listSections.flatMap((section) => [
      ...(words[section].length > reportLimits.items
        ? [{ code: 'report-items-too-many' as const, field: `sections.${section}` }]
        : []),
      ...words[section].flatMap((item, index) =>
        lengthOf(item) > reportLimits.item
          ? [{ code: 'line-too-long' as const, field: `sections.${section}.${index}` }]
          : [],
      ),
    ]),
  ]
}
