import { Type, type Static } from 'typebox'
import { memberReasons, type PlanRole, planRoles } from '#domain/members.ts'
import { dayOf } from '#domain/calendar.ts'
import { folded } from '#domain/text.ts'
import { datedShort, inOrderOf } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { PlanRoleName } from './schema.ts'
import { calledNow } from './privacy/erase.store.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { lastActiveNow } from './json.ts'
import type { LastActive } from './quiet.ts'
import { goneOn, stateText, lastActiveAt, isSilent } from './view.ts'
import type { Held, Member } from './members.store.ts'
import { whoText } from '../texts/view.ts'
import { listOrganisations } from './organisations.store.ts'

export const Choice = Type.Object({ value: Type.String(), label: Type.String() })
export const PointLink = Type.Object({ number: Type.String(), title: Type.String() })

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
  name: Maybe(Type.String()),
  email: Maybe(Type.String()),
  /** "Skolkurator, barn- och utbildningskontoret", one for each role of this kind. */
  functions: Type.Array(Type.String()),
  state: Type.String(),
  /** Something is the matter with it, and the lead should know. */
  grave: Type.Boolean(),
  heard: Maybe(Dated),
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
  catalogues: ['joining', 'member', 'members', 'people', 'saving'],
  refusals: [...memberReasons],
  script: 'page',
  load: loadAdding,
}

type Group = PeopleData['groups'][number]

/** Everybody who works with the plan, by what they are in it, as the address asks for them. */
export async function loadPeople(context: PlanPageContext): Promise<PageAnswer<PeopleData>> {
  const { tx, plan, query, lang, say, words, now } = context
  const { heard } = await lastActiveNow(tx, plan, now)
  const { members } = heard
  const filter: PeopleFilter = {
    q: query.q ?? '',
    role: query.role ?? '',
    organisation: query.organisation ?? '',
    state: query.state ?? '',
  }
  const found = members.filter((member) => fits(member, filter, heard))
  const here = members.filter((member) => goneOn(member) === undefined).length
  return {
    title: say(words.members.title, { plan: plan.title }),
    description: say(words.members.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    reading: { list: 'people', planId: plan.id, count: found.length },
    data: {
      headline: say(words.members.headline, { n: here }),
      filter,
      filtered: Object.values(filter).some((value) => value !== ''),
      total: members.length,
      found: found.length,
      organisations: organisationsOf(members, inOrderOf(lang)),
      groups: groupsOf(found, heard, context),
      ownerless: heard.ownerless.map(({ number, title }) => ({ number, title })),
    },
  }
}

const standing = (member: Member): Held[] => member.memberships.filter((held) => !held.endedAt)

function fits(member: Member, { q, role, organisation, state }: PeopleFilter, heard: LastActive): boolean {
  const gone = goneOn(member) !== undefined
  const held = gone ? member.memberships : standing(member)
  if (role !== '' && (gone || !held.some((one) => one.role === role))) return false
  if (organisation !== '' && !held.some((one) => one.organisation?.code === organisation)) return false
  if (state === 'gone' && !gone) return false
  if (state === 'quiet' && (gone || !isSilent(member, heard))) return false
  if (!['', 'gone', 'quiet'].includes(state) && (gone || stateText.of(member) !== state)) return false
  const words = [
    member.person.name,
    member.person.email,
    ...held.flatMap((one) => [one.function, one.workplace, one.organisation?.name]),
  ]
  const written = folded(words.join(' '))
  return folded(q.normalize('NFC'))
    .split(/\s+/)
    .every((word) => written.includes(word))
}

function organisationsOf(members: readonly Member[], compare: (a: string, b: string) => number) {
  const named = members.flatMap(({ memberships }) =>
    memberships.flatMap(({ organisation }) => organisation ?? []),
  )
  return [...new Map(named.map((one) => [one.code, one.name]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => compare(a.label, b.label))
}

function groupsOf(members: readonly Member[], heard: LastActive, context: PlanPageContext): Group[] {
  const compare = inOrderOf(context.lang)
  const groups: Group[] = [...planRoles, 'gone' as const].map((role) => ({
    role,
    rows: members
      .filter((member) => isOf(member, role))
      .map((member) => rowOf(member, role, heard, context))
      .sort((a, b) => compare(a.name ?? '', b.name ?? '')),
  }))
  return groups.filter(({ rows }) => rows.length > 0)
}

function isOf(member: Member, role: PlanRole | 'gone'): boolean {
  const gone = goneOn(member) !== undefined
  if (role === 'gone') return gone
  return !gone && standing(member).some((held) => held.role === role)
}

function rowOf(
  member: Member,
  role: PlanRole | 'gone',
  heard: LastActive,
  context: PlanPageContext,
): PersonRow {
  const { person } = member
  const held =
    role === 'gone' ? member.memberships.slice(-1) : standing(member).filter((one) => one.role === role)
  const at = lastActiveAt(member)
  const state = stateText.of(member)
  return {
    id: person.id,
    name: calledNow(person, member.memberships, context),
    email: person.email,
    functions: held.map((one) =>
      [whoText(one.function, one.organisation?.name), one.workplace]
        .filter((text) => text !== null)
        .join(', '),
    ),
    state: stateText.say(member, context),
    grave: state === 'invitation-failed',
    heard: at ? datedShort(context.lang, dayOf(new Date(at))) : null,
    quiet: role !== 'gone' && isSilent(member, heard),
  }
}

/** What the form for new people needs to know. */
export async function loadAdding(context: PlanPageContext): Promise<PageAnswer<JoiningData>> {
  const { tx, plan, say, words } = context
  return {
    title: say(words.joining.title, { plan: plan.title }),
    description: say(words.joining.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    data: { organisations: await organisationChoices(context), roles: rolesToGive },
  }
}

const usual = (role: PlanRole): number => (role === 'ambassador' ? 0 : role === 'reporter' ? 1 : 2)

/** The roles in the order they are given most. */
export const rolesToGive: PlanRole[] = [...planRoles].reverse().sort((a, b) => usual(a) - usual(b))

/** Every organisation by name, as a list to choose from. */
export async function organisationChoices({ tx, lang }: PlanPageContext) {
  const compare = inOrderOf(lang)
  return (await listOrganisations(tx))
    .map(({ code, name }) => ({ value: code, label: name }))
    .sort((a, b) => compare(a.label, b.label))
}
