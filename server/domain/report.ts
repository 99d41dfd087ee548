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
export const listSections: readonly Section[] = ['proposals', 'documents', 'appendices']

/** What the municipality calls the document: tjänsteutlåtande, tjänsteskrivelse, or simply a report. */
export const documentKinds = ['report', 'official_report', 'official_letter'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Draft → approved → published; what was approved or published can be taken back to draft for a new version (F34). */
export const reportStates = ['draft', 'approved', 'published'] as const
export type ReportState = (typeof reportStates)[number]
