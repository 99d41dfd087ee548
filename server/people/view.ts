import { dayOf, type Day } from '#domain/calendar.ts'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { folded } from '#domain/text.ts'
import { dayShort, type Lang, inOrderOf } from '#words/format.ts'
import { type Words, words } from '#words/index.ts'
import { type Say, speaker } from '#words/say.ts'
import { can } from '#domain/roles.ts'
import { type Member, mayOwn } from './members.store.ts'
import type { MemberState } from './schema.ts'
import type { PlanPageContext } from '../http/page.ts'
import type { LastActive } from './quiet.ts'
import { whoText } from '../texts/view.ts'

/** The day somebody left the plan or was shut out; undefined for those who are here. */
export function goneOn({ person, memberships }: Member): Day | undefined {
  const at = person.erasedAt ?? person.deactivatedAt ?? leftAt(memberships)
  return at ? dayOf(new Date(at)) : undefined
}

function leftAt(memberships: Member['memberships']): string | undefined {
  if (memberships.some((held) => !held.endedAt)) return undefined
  return memberships
    .flatMap((held) => held.endedAt ?? [])
    .sort()
    .at(-1)
}

type Standing = MemberState | 'left'

function standingOf(member: Member): Standing {
  const state = stateOf(member)
  if (state === 'erased' || state === 'deactivated') return state
  return goneOn(member) === undefined ? state : 'left'
}

/** How far somebody has come, as a code and as words with their day. */
export const stateText = {
  of: standingOf,
  say(member: Member, { lang, say, words }: { lang: Lang; say: Say; words: Words }): string {
    const state = standingOf(member)
    const at = {
      'not-invited': undefined,
      invited: member.invitation?.at,
      'invitation-failed': undefined,
      'signed-in': member.signedInAt,
      deactivated: member.person.deactivatedAt,
      erased: member.person.erasedAt,
      left: leftAt(member.memberships),
    }[state]
    return say(words.members.states[state], { day: at ? dayShort(lang, dayOf(new Date(at))) : '' })
  },
}

const alsoCalled: Readonly<Record<PlanRole, readonly string[]>> = {
  strategist: ['planansvarig', 'strateg', 'plan lead'],
  reporter: ['ansvarig', 'owner'],
  ambassador: [],
  reader: [],
}

const called = new Map<string, PlanRole>(
  planRoles.flatMap((role) =>
    [
      role,
      speaker('sv')(words.sv.people.roles[role]),
      speaker('en')(words.en.people.roles[role]),
      ...alsoCalled[role],
    ].map((name) => [folded(name), role] as const),
  ),
)

/** The role somebody means by its code or a word for it in either language, or undefined. */
export const roleCalled = (text: string): PlanRole | undefined => called.get(folded(text))

/** Who can answer for points, by name, with their function; all but the one asked about. */
export function ownersOf({ members }: LastActive, { lang }: PlanPageContext, except?: number) {
  const compare = inOrderOf(lang)
  return members
    .filter((member) => member.person.id !== except && mayOwn(member))
    .map(({ person, memberships }) => {
      const held = memberships.find((one) => !one.endedAt && can([one.role], 'update.record'))
      const who = held && whoText(held.function, held.organisation?.name)
      return { value: String(person.id), label: [person.name ?? '', who].filter(Boolean).join(' – ') }
    })
    .sort((a, b) => compare(a.label, b.label))
}

/** How far somebody has come: invited, signed in, or gone. */
export function stateOf({ person, signedInAt, invitation }: Member): MemberState {
  if (person.erasedAt) return 'erased'
  if (person.deactivatedAt) return 'deactivated'
  if (signedInAt) return 'signed-in'
  if (!invitation) return 'not-invited'
  return invitation.state === 'failed' ? 'invitation-failed' : 'invited'
}

/** When somebody last recorded anything in the plan, as an instant; null for never. */
export const lastActiveAt = ({ loggedAt, updatedAt }: Member): string | null =>
  [loggedAt, updatedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1) ?? null

/** Whether it is time to ask somebody how they are getting on. */
export const isSilent = ({ person }: Member, heard: LastActive): boolean =>
  heard.silentOwners.has(person.id) || heard.quietAmbassadors.has(person.id)
