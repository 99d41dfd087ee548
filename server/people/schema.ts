import { Type, type Static } from 'typebox'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { Day, Instant, Maybe, StrictObject, Words } from '../http/schema.ts'

export const PlanRoleName = Type.Unsafe<PlanRole>({ type: 'string', enum: [...planRoles] })

export const OrganisationName = StrictObject({ code: Type.String(), name: Type.String() })

const NewMember = StrictObject({
  name: Words(500),
  email: Words(500),
  /** Its code, its name, or another name people write for it. */
  organisation: Type.Optional(Maybe(Words(500))),
  function: Type.Optional(Maybe(Words(500))),
  workplace: Type.Optional(Maybe(Words(500))),
  role: Type.Optional(Maybe(Words(60))),
})

/** One or many to be let in; `role` is that of everybody who has none of their own, ambassador where it is left out. */
export const NewMembers = StrictObject({
  people: Type.Array(NewMember, { maxItems: 1000 }),
  role: Type.Optional(PlanRoleName),
})
export type NewMembers = Static<typeof NewMembers>

/** What adding a line does, or would do: somebody new, somebody known by the address, or somebody who is here already. */
export const ConsideredRow = StrictObject({
  name: Type.String(),
  email: Type.String(),
  known: Type.Enum(['new', 'known', 'here']),
  role: PlanRoleName,
  function: Type.String(),
  workplace: Maybe(Type.String()),
  organisation: OrganisationName,
})
export type ConsideredRow = Static<typeof ConsideredRow>
export const ConsideredRows = StrictObject({ items: Type.Array(ConsideredRow) })
export type ConsideredRows = Static<typeof ConsideredRows>

const Id = Type.Integer({ minimum: 1 })
export const AddedRow = StrictObject({ id: Id, ...ConsideredRow.properties })
export const AddedRows = StrictObject({ items: Type.Array(AddedRow) })
export type AddedRows = Static<typeof AddedRows>

export const memberStates = [
  'not-invited',
  'invited',
  'invitation-failed',
  'signed-in',
  'deactivated',
  'erased',
] as const
export const MemberState = Type.Unsafe<(typeof memberStates)[number]>({
  type: 'string',
  enum: [...memberStates],
})
export type MemberState = Static<typeof MemberState>

const MembershipRow = StrictObject({
  id: Id,
  role: PlanRoleName,
  function: Type.String(),
  workplace: Maybe(Type.String()),
  organisation: Maybe(OrganisationName),
  since: Instant,
  /** Given by a group of the sign-in service, which alone takes it away. */
  granted: Type.Boolean(),
})

/** Somebody who works with the plan; name and address are empty once they have been erased. */
export const MemberRow = StrictObject({
  id: Id,
  name: Maybe(Type.String()),
  email: Maybe(Type.String()),
  state: MemberState,
  memberships: Type.Array(MembershipRow),
  invitedAt: Maybe(Instant),
  signedInAt: Maybe(Instant),
  /** When they last recorded anything in the plan. */
  heardAt: Maybe(Instant),
  /** It is time to ask how they are getting on. */
  quiet: Type.Boolean(),
})
export type MemberRow = Static<typeof MemberRow>
export const MemberRows = StrictObject({ items: Type.Array(MemberRow), next: Maybe(Type.String()) })

export const MemberWhole = StrictObject({
  ...MemberRow.properties,
  /** The points they answer for, since which day. */
  points: Type.Array(
    StrictObject({ number: Type.String(), title: Type.String(), since: Day, note: Maybe(Type.String()) }),
  ),
})
export type MemberWhole = Static<typeof MemberWhole>

/**
 * What somebody is in the plan from now on, all of it: what has an id and stands as it was is left, what has changed ends and begins anew, what
 * has no id begins, what is left out ends.
 */
export const MemberChange = StrictObject({
  name: Type.Optional(Words(500)),
  email: Type.Optional(Words(500)),
  memberships: Type.Array(
    StrictObject({
      id: Type.Optional(Maybe(Id)),
      role: PlanRoleName,
      function: Words(500),
      workplace: Type.Optional(Maybe(Words(500))),
      organisation: Type.Optional(Maybe(Words(500))),
    }),
    { maxItems: 20 },
  ),
})
export type MemberChange = Static<typeof MemberChange>

export const Deactivation = StrictObject({ deactivated: Type.Boolean() })
export type Deactivation = Static<typeof Deactivation>
/** Asked for without a word: the address says it all. */
export const Nothing = StrictObject({})

const RowId = Type.String({ pattern: '^[0-9]{1,15}$' })
export const MemberAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
export type MemberAddress = Static<typeof MemberAddress>
