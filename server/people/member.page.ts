import { Type, type Static } from 'typebox'
import { handOverReasons } from '#domain/members.ts'
import { dayOf } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { dated, dayShort } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { PlanRoleName } from './schema.ts'
import { Choice, PointLink, organisationChoices, rolesToGive } from './people.page.ts'
import { calledNow } from './privacy/erase.store.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import { lastActiveNow } from './json.ts'
import type { LastActive } from './quiet.ts'
import { leavingRefusal, mayBeInvited } from './leave.ts'
import { stateText, ownersOf, lastActiveAt, isSilent } from './view.ts'
import { hasCome, type Held, type Member } from './members.store.ts'
import { shownText, whoText } from '../texts/view.ts'

const Membership = Type.Object({
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
  heard: Maybe(Dated),
  quiet: Type.Boolean(),
  roles: Type.Array(PlanRoleName),
  organisations: Type.Array(Choice),
  ownOrganisation: Maybe(Type.String()),
  memberships: Type.Array(Membership),
  earlier: Type.Array(Type.String()),
  mayRename: Type.Boolean(),
  mayMove: Type.Boolean(),
  points: Type.Array(Type.Object({ ...PointLink.properties, since: Dated, note: Maybe(Type.String()) })),
  /** Who could take over the points. */
  owners: Type.Array(Choice),
  invited: Type.Boolean(),
  mayInvite: Type.Boolean(),
  deactivated: Maybe(Dated),
  /** Why this viewer may not shut the person out or let them in again. */
  notLeaving: Maybe(Type.String()),
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
  catalogues: ['member', 'joining', 'members', 'people', 'saving'],
  refusals: [...handOverReasons],
  script: 'page',
  load: loadMember,
}

/** Everything about one person in the plan; undefined for somebody who never had anything to do in it. */
export async function loadMember(context: PlanPageContext): Promise<PageAnswer<MemberData> | undefined> {
  const { tx, plan, params, viewer, roles, lang, say, words, now } = context
  if (!/^[0-9]{1,15}$/.test(params.id ?? '') || !viewer) return undefined
  const { heard, standing } = await lastActiveNow(tx, plan, now)
  const member = heard.members.find(({ person }) => person.id === Number(params.id))
  if (!member) return undefined
  const { person } = member
  const organisations = await organisationChoices(context)
  const reason = await leavingRefusal(tx, viewer, person)
  const self = person.id === viewer.personId
  const mayRename = (self || reason === undefined) && !person.erasedAt
  const at = lastActiveAt(member)
  const name = calledNow(person, member.memberships, context)
  const own = member.memberships.find((held) => held.organisationId === null)?.organisation
  return {
    title: say(words.member.title, { name, plan: plan.title }),
    description: say(words.member.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    reading: { list: 'person', planId: plan.id, count: 1, object: 'person', objectId: String(person.id) },
    data: {
      id: person.id,
      name,
      email: person.email ?? '',
      erased: person.erasedAt !== null,
      self,
      state: stateText.say(member, context),
      heard: at ? dated(lang, dayOf(new Date(at))) : null,
      quiet: isSilent(member, heard),
      roles: rolesToGive,
      organisations,
      ownOrganisation: own?.name ?? null,
      memberships: member.memberships.filter((held) => !held.endedAt).map(heldData),
      earlier: member.memberships.flatMap((held) => earlierText(held, context)),
      mayRename,
      mayMove: mayRename && (!hasCome(member) || viewer.administrator),
      points: pointsOf(member, standing, heard, context),
      owners: ownersOf(heard, context, person.id),
      invited: member.invitation !== null,
      mayInvite: mayBeInvited(member),
      deactivated: person.deactivatedAt ? dated(lang, dayOf(new Date(person.deactivatedAt))) : null,
      notLeaving: reason ? say(words.refusals[reason]) : null,
      mayErase: can(roles, 'people.erase'),
    },
  }
}

const heldData = (held: Held): MemberData['memberships'][number] => ({
  id: held.id,
  role: held.role,
  function: held.function,
  workplace: held.workplace ?? '',
  organisation: held.organisationId === null ? '' : (held.organisation?.code ?? ''),
  granted: held.granted,
})

function earlierText(held: Held, { lang, say, words }: PlanPageContext): string[] {
  if (!held.endedAt) return []
  const role = say(words.people.roles[held.role])
  const told = whoText(held.function, held.organisation?.name)
  return [
    say(words.member.earlierRow, {
      function: held.function === role ? told : `${role}: ${told}`,
      day: dayShort(lang, dayOf(new Date(held.endedAt))),
    }),
  ]
}

function pointsOf(
  { person }: Member,
  standing: readonly PointOnDay[],
  { holdings }: LastActive,
  context: PlanPageContext,
): MemberData['points'] {
  return standing.flatMap(({ id, number, title }) => {
    const holding = holdings.get(id)
    if (holding?.personId !== person.id) return []
    const note = shownText(holding.note, context)
    return [{ number, title, since: dated(context.lang, holding.fromDay), note: note?.text ?? null }]
  })
}
