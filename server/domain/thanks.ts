import type { Change } from './changes.ts'
import { compareNumbers } from './number.ts'

/** What was logged in a round, for counting. */
export interface Logged {
  point: string
  personId: number
  organisationId: number | null
  /** Null where nobody said; zero is said. */
  participants: number | null
}

/** An ambassador's own: their workplace's people where it has a name, and their organisation. */
export interface Own {
  organisationId: number | null
  organisation: string | null
  /** Those who share the workplace, the ambassador among them; none where it has no name. */
  workplace: ReadonlySet<number>
}

export interface Contribution {
  /** Whose it is: the workplace's where it logged something, else the organisation's. */
  of: 'workplace' | 'organisation'
  activities: number
  /** Null where nobody said how many. */
  participants: number | null
  /** The points of theirs that moved forward. */
  moved: string[]
}

const forward: readonly Change['kind'][] = ['completed', 'started', 'resumed']

/**
 * What an ambassador's own contributed to a round (idea 25): how much was logged, how many it reached, and which of the points they worked on, lead or take
 * part in moved forward. No comparison with anybody else.
 */
export function contributionOf(
  own: Own,
  logged: readonly Logged[],
  changes: readonly Change[],
  theirs: readonly string[],
): Contribution {
  const atWork = logged.filter(({ personId }) => own.workplace.has(personId))
  const atHome = logged.filter(
    ({ organisationId }) => organisationId !== null && organisationId === own.organisationId,
  )
  const of = atWork.length > 0 ? 'workplace' : 'organisation'
  const counted = of === 'workplace' ? atWork : atHome
  const said = counted.flatMap(({ participants }) => (participants === null ? [] : [participants]))
  const near = new Set([...theirs, ...counted.map(({ point }) => point)])
  const moved = changes.filter(({ kind, number }) => forward.includes(kind) && near.has(number))
  return {
    of,
    activities: counted.length,
    participants: said.length > 0 ? said.reduce((sum, n) => sum + n, 0) : null,
    moved: [...new Set(moved.map(({ number }) => number))].sort(compareNumbers),
  }
}

/** So many days after a review day closed its thanks can be sent: longer than that is no thanks, and what was sent is remembered longer. */
export const thanksWithin = 60
