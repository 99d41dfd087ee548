import { Type, type Static } from 'typebox'
import type { PlanRole } from '#domain/members.ts'
import { Dated } from '../http/layout.ts'
import type { PlanPage } from '../http/page.ts'
import { loadAdding, loadPeople } from './people-loader.ts'
import { loadMember } from './member-loader.ts'
import { PlanRoleName } from './schema.ts'

const Choice = Type.Object({ value: Type.String(), label: Type.String() })
const PointLink = Type.Object({ number: Type.String(), title: Type.String() })

/** Which people are asked for, as the address says it; '' asks for all. */
export const PeopleFilter = Type.Object({
  q: Type.String(),
  role: Type.String(),
  organisation: Type.String(),
  state: Type.String(),
})
export type PeopleFilter = Static<typeof PeopleFilter>

export const PersonRow = Type.Object({
  id: Type.Integer(),
  name: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  /** "Skolkurator, barn- och utbildningskontoret", one for each role of this kind. */
  functions: Type.Array(Type.String()),
  state: Type.String(),
  /** Something is the matter with it, and the lead should know. */
  grave: Type.Optional(Type.Boolean()),
  heard: Type.Optional(Dated),
  quiet: Type.Boolean(),
})
export type PersonRow = Static<typeof PersonRow>

/** `/{plan}/personer`: who works with the plan. Names and addresses stand on the pages of people and nowhere else (A08). */
export const PeopleData = Type.Object({
  headline: Type.String(),
  filter: PeopleFilter,
  filtered: Type.Boolean(),
  total: Type.Integer(),
  found: Type.Integer(),
  organisations: Type.Array(Choice),
  groups: Type.Array(
    Type.Object({
      role: Type.Unsafe<PlanRole | 'gone'>({ type: 'string' }),
      rows: Type.Array(PersonRow),
    }),
  ),
  ownerless: Type.Array(PointLink),
})
export type PeopleData = Static<typeof PeopleData>

export const peoplePage: PlanPage = {
  of: 'plan',
  path: '/:plan/personer',
  view: 'people/People',
  schema: PeopleData,
  access: 'people.manage',
  catalogues: ['members', 'people'],
  script: 'none',
  load: loadPeople,
}

/** `/{plan}/personer/nya`: one, or many by pasted lines (F40). */
export const JoiningData = Type.Object({ organisations: Type.Array(Choice), roles: Type.Array(PlanRoleName) })
export type JoiningData = Static<typeof JoiningData>

export const joiningPage: PlanPage = {
  of: 'plan',
  path: '/:plan/personer/nya',
  view: 'people/Joining',
  schema: JoiningData,
  access: 'people.manage',
  catalogues: ['joining', 'member', 'members', 'people', 'saving', 'refusals'],
  script: 'page',
  load: loadAdding,
}

const Held = Type.Object({
  id: Type.Integer(),
  role: PlanRoleName,
  function: Type.String(),
  workplace: Type.String(),
  /** A code; '' where it is in the name of the person's own organisation. */
  organisation: Type.String(),
  granted: Type.Boolean(),
})

/** `/{plan}/personer/{id}`: one person, as those who lead the plan meet them. */
export const MemberData = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  email: Type.String(),
  erased: Type.Boolean(),
  self: Type.Boolean(),
  state: Type.String(),
  heard: Type.Optional(Dated),
  quiet: Type.Boolean(),
  roles: Type.Array(PlanRoleName),
  organisations: Type.Array(Choice),
  ownOrganisation: Type.Optional(Type.String()),
  memberships: Type.Array(Held),
  earlier: Type.Array(Type.String()),
  mayRename: Type.Boolean(),
  mayMove: Type.Boolean(),
  points: Type.Array(
    Type.Object({ ...PointLink.properties, since: Dated, note: Type.Optional(Type.String()) }),
  ),
  /** Who could take over the points. */
  owners: Type.Array(Choice),
  invited: Type.Boolean(),
  mayInvite: Type.Boolean(),
  deactivated: Type.Optional(Dated),
  /** Why this viewer may not shut the person out or let them in again. */
  notLeaving: Type.Optional(Type.String()),
  /** An administrator takes out what is kept about somebody, and erases it. */
  mayErase: Type.Boolean(),
})
export type MemberData = Static<typeof MemberData>

export const memberPage: PlanPage = {
  of: 'plan',
  path: '/:plan/personer/:id',
  view: 'people/Member',
  schema: MemberData,
  access: 'people.manage',
  catalogues: ['member', 'joining', 'members', 'people', 'saving', 'refusals'],
  script: 'page',
  load: loadMember,
}
