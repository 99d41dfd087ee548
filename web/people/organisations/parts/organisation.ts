import { refuseOrganisation } from '#domain/organisation.ts'
import type { OrganisationsData } from '../../../../server/people/organisations/organisations.page.ts'
import type { NewOrganisation } from '../../../../server/people/organisations/schema.ts'
import type { FieldError } from '../../../form.svelte.ts'
import { fieldErrors } from '../../../form-errors.ts'
import type { TextContext } from '../../../view-context.ts'

export type Organisation = OrganisationsData['organisations'][number]

/** An organisation as it stands in the form; its other names one on each line. */
type OrganisationDraft = {
  code: string
  name: string
  kind: string
  authority: string
  committee: string
  aliases: string
}

export const draftOf = (one: Organisation | undefined, kinds: readonly string[]): OrganisationDraft => ({
  code: one?.code ?? '',
  name: one?.name ?? '',
  kind: one && kinds.includes(one.kind) ? one.kind : '',
  authority: one?.authority ?? '',
  committee: one?.committee ?? '',
  aliases: one?.aliases.join('\n') ?? '',
})

export const claimOf = (draft: OrganisationDraft): NewOrganisation => ({
  code: draft.code.trim(),
  name: draft.name.trim(),
  kind: draft.kind,
  authority: draft.authority.trim() || null,
  committee: draft.committee.trim() || null,
  aliases: draft.aliases
    .split('\n')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== ''),
})

const formOrder = ['name', 'code', 'kind', 'authority', 'committee', 'aliases']

/** What is wrong with it, by the rule the server refuses by, in the order of the form. */
export const errorsIn = (
  claim: NewOrganisation,
  others: readonly Organisation[],
  context: TextContext,
): FieldError[] =>
  fieldErrors(refuseOrganisation(claim, others), context).sort(
    (a, b) => formOrder.indexOf(a.field) - formOrder.indexOf(b.field),
  )
