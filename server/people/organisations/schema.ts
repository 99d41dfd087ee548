import { Type, type Static } from 'typebox'
import { ClaimedLine, Code, Maybe, StrictObject } from '../../http/schema.ts'

const claim = {
  name: ClaimedLine,
  kind: ClaimedLine,
  /** The authority it belongs to, where that is not itself. */
  authority: Type.Optional(Maybe(ClaimedLine)),
  /** The committee (nämnd) it works for. */
  committee: Type.Optional(Maybe(ClaimedLine)),
  /** Other names people write for it. */
  aliases: Type.Optional(Type.Array(ClaimedLine, { maxItems: 30 })),
}

export const NewOrganisation = StrictObject({ code: ClaimedLine, ...claim })
export type NewOrganisation = Static<typeof NewOrganisation>

export const OrganisationFacts = StrictObject(claim)
export type OrganisationFacts = Static<typeof OrganisationFacts>

export const OrganisationWhole = StrictObject({
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  authority: Maybe(Type.String()),
  committee: Maybe(Type.String()),
  aliases: Type.Array(Type.String()),
})
export type OrganisationWhole = Static<typeof OrganisationWhole>

export const Organisations = StrictObject({
  items: Type.Array(OrganisationWhole),
  next: Maybe(Type.String()),
})
export const OrganisationAddress = Type.Object({ code: Code })
