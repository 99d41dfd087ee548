import { planRoles, type PlanRole } from '#domain/members.ts'
import { folded } from '#domain/text.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'

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
