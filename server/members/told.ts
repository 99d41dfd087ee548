import { dayOf, type Day } from '#domain/calendar.ts'
import { dayShort, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import { stateOf } from './answer.ts'
import type { MemberState } from './schema.ts'
import type { Member } from './store.ts'

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
