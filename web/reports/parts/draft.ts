import { refuseReport } from '#domain/report.ts'
import type { ReportEditorData } from '../../../server/reports/editor.page.ts'
import type { NewReport } from '../../../server/reports/schema.ts'
import type { FieldError } from '../../form.svelte.ts'
import { doubtsIn, fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

/** A report as it stands in the form: '' where nothing is said, and a list line by line. */
export type ReportDraft = ReturnType<typeof draftOf>

export const draftOf = ({
  kind,
  reference,
  paragraph,
  dated,
  addressee,
  sections,
}: ReportEditorData['report']) => ({
  kind,
  reference: reference ?? '',
  paragraph: paragraph ?? '',
  dated: dated ?? '',
  addressee: addressee ?? '',
  sections: structuredClone(sections),
})

/** A line of a list is one line, however it was typed. */
const filled = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')

/** What is sent; lines that say nothing are left out. */
export const claimOf = (draft: ReportDraft, basedOn: number | null): NewReport => ({
  basedOn,
  kind: draft.kind,
  reference: draft.reference.trim() || null,
  paragraph: draft.paragraph.trim() || null,
  dated: draft.dated || null,
  addressee: draft.addressee.trim() || null,
  sections: {
    ...draft.sections,
    proposals: filled(draft.sections.proposals),
    documents: filled(draft.sections.documents),
    appendices: filled(draft.sections.appendices),
  },
})

/** What is wrong with a draft before it is sent, and what in it seems to be about one person (A05). */
export function errorsIn(claim: NewReport, context: TextContext): FieldError[] {
  const { sections, addressee } = claim
  const texts = Object.entries(sections).map(([section, text]): [string, string] => [
    `sections.${section}`,
    [text].flat().join('\n'),
  ])
  return [
    ...fieldErrors(refuseReport(claim, 'draft'), context),
    ...doubtsIn({ ...Object.fromEntries(texts), addressee: addressee ?? '' }, context),
  ]
}
