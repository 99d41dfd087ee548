import { dayOf, type Day } from '#domain/calendar.ts'
import { planRoles, type PlanRole } from '#domain/members.ts'
import { folded } from '#domain/text.ts'
import { dayShort, type Lang } from '#words/format.ts'
import { type Words, words } from '#words/index.ts'
import { type Say, speaker } from '#words/say.ts'
import { stateOf } from './json.ts'
import type { Member } from './members.store.ts'
import type { MemberState } from './schema.ts'

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
