import { folded, isBlank, refuseLong, lineReasons, type Refusal } from './text.ts'

/** What an organisation is. KSON is an authority of its own, not an office. */
export const organisationKinds = [
  'office',
  'municipality',
  'joint_authority',
  'region',
  'police',
  'state_authority',
  'association',
  'company',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export interface OrganisationClaim {
  code: string
  name: string
  kind: string
  authority?: string | null | undefined
  committee?: string | null | undefined
  aliases?: readonly string[] | undefined
}

/** One that is there already. */
export interface KnownOrganisation {
  code: string
  name: string
  aliases: readonly string[]
}

export const organisationReasons = [
  ...lineReasons,
  'organisation-code-missing',
  'organisation-code-malformed',
  'organisation-code-taken',
  'organisation-name-missing',
  'organisation-name-taken',
  'organisation-kind-unknown',
  'alias-taken',
] as const
export type OrganisationReason = (typeof organisationReasons)[number]

export const organisationLines = { name: 200, authority: 120, committee: 120, alias: 200 } as const

/** Other names as they are kept: lower-case, each once, none that the organisation is found by anyway. */
export function aliasesOf({ code, name, aliases = [] }: OrganisationClaim): string[] {
  const own = [folded(code), folded(name)]
  return [...new Set(aliases.map(folded))].filter((alias) => alias !== '' && !own.includes(alias))
}

/**
 * Every reason why an organisation can not be called so. Imports and pasted lists find one by code, name or alias, so none of these may be
 * another's. `others` are those there are besides it.
 */
export function refuseOrganisation(
  claim: OrganisationClaim,
  others: readonly KnownOrganisation[],
): Refusal<OrganisationReason>[] {
  const refusals: Refusal<OrganisationReason>[] = []
  const refuse = (code: OrganisationReason, field: string) => refusals.push({ code, field })
  const codes = new Set(others.map(({ code }) => code))
  const taken = new Set(others.flatMap(({ code, name, aliases }) => [code, name, ...aliases]).map(folded))

  if (isBlank(claim.name)) refuse('organisation-name-missing', 'name')
  else if (taken.has(folded(claim.name))) refuse('organisation-name-taken', 'name')
  if (isBlank(claim.code)) refuse('organisation-code-missing', 'code')
  else if (!/^[a-z0-9](-?[a-z0-9])*$/.test(claim.code) || claim.code.length > 40)
    refuse('organisation-code-malformed', 'code')
  else if (codes.has(claim.code) || taken.has(claim.code)) refuse('organisation-code-taken', 'code')
  if (!organisationKinds.some((kind) => kind === claim.kind)) refuse('organisation-kind-unknown', 'kind')
  for (const alias of aliasesOf(claim)) if (taken.has(alias)) refuse('alias-taken', 'aliases')
  const longAlias = aliasesOf(claim).some((alias) => [...alias].length > organisationLines.alias)
  if (longAlias) refuse('line-too-long', 'aliases')
  return [
    ...refusals,
    ...refuseLong(
      { name: claim.name, authority: claim.authority, committee: claim.committee },
      organisationLines,
    ),
  ]
}
