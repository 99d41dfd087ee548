import type { Day, Instant } from './calendar.ts'

/** What an owner has said of a point ahead of a review day. Silence is not an answer; *nothing new* is (idea 6). */
export type Readiness = 'missing' | 'needs_help' | 'nothing_new' | 'answered'

/** In the order the board shows them: whom we wait for first. */
export const readinessOrder: readonly Readiness[] = ['missing', 'needs_help', 'nothing_new', 'answered']

export type RoundFacts = {
  /** The first day of the round: the day after the last closed review day, or the plan's adoption. */
  roundFrom: Day
  /** The point's last update, as it holds. */
  update: { holdsFrom: Day; answer: 'update' | 'nothing_new' } | undefined
  /** When help was last asked for and not yet taken up. */
  help: { recordedAt: Instant } | undefined
}

/** What has been heard of a point in this round. Help that is asked for stands until it is taken up, whatever else is said. */
export function readinessOf({ roundFrom, update, help }: RoundFacts): Readiness {
  if (help) return 'needs_help'
  if (!update || update.holdsFrom < roundFrom) return 'missing'
  return update.answer === 'nothing_new' ? 'nothing_new' : 'answered'
}

/** How many points stand at each answer; every answer is there, zero too. */
export function readinessCount(answers: readonly Readiness[]): Record<Readiness, number> {
  const count: Record<Readiness, number> = { missing: 0, needs_help: 0, nothing_new: 0, answered: 0 }
  for (const answer of answers) count[answer] += 1
  return count
}

/** Whether *nothing new* was the answer in the round before too: then a soft question is asked (idea 6). */
export const asksGently = (earlier: readonly ('update' | 'nothing_new')[]): boolean =>
  earlier.at(-1) === 'nothing_new'
