import { changeKinds, changesBetween, type Change, type ChangeKind, type PointState } from './changes.ts'
import { compareNumbers } from './number.ts'

/** The kinds as a comparison tells them: each way of being completed apart (domain §0.1). */
export type ComparedKind = Exclude<ChangeKind, 'completed'> | 'closed' | 'embedded'

export const comparedKinds: readonly ComparedKind[] = changeKinds.flatMap((kind): ComparedKind[] =>
  kind === 'completed' ? ['closed', 'embedded'] : [kind],
)

/** What a comparison calls a change: a completion by the way it was completed. */
export const comparedKind = (change: Change): ComparedKind =>
  change.kind === 'completed' ? (change.to === 'closed' ? 'closed' : 'embedded') : change.kind

/**
 * For how many steps in a row, counted from the last, each point has not changed. `states` are the days in order; a step goes from one to
 * the next. A point that was not there before its first day has no steps before it.
 */
export function quietSteps(states: readonly (readonly PointState[])[]): Map<string, number> {
  const quiet = new Map((states.at(-1) ?? []).map(({ number }) => [number, 0]))
  const still = new Set(quiet.keys())
  for (let at = states.length - 1; at > 0; at -= 1) {
    const unchanged = new Set(changesBetween(states[at - 1]!, states[at]!).unchanged)
    for (const number of still) {
      if (unchanged.has(number)) quiet.set(number, quiet.get(number)! + 1)
      else still.delete(number)
    }
  }
  return quiet
}

/** So many steps without a change are told of. */
export const longQuiet = 2

/** Who answers for a point and who takes part, by the organisations' codes. */
export interface Shared {
  number: string
  lead: string
  takesPart: readonly string[]
}

/** The points that any of these organisations leads or takes part in; a point two of them share is there once. */
export const pointsOfAny = (points: readonly Shared[], organisations: ReadonlySet<string>): Set<string> =>
  new Set(
    points
      .filter(({ lead, takesPart }) => [lead, ...takesPart].some((code) => organisations.has(code)))
      .map(({ number }) => number),
  )

/**
 * How many points several organisations share, and what one gets who adds up the organisations' points one by one – which is why they do not
 * add up to the plan's total.
 */
export function sharedPoints(points: readonly Shared[]): { shared: string[]; addedUp: number } {
  const sizes = points.map(({ number, lead, takesPart }) => ({
    number,
    organisations: new Set([lead, ...takesPart]).size,
  }))
  return {
    shared: sizes
      .filter(({ organisations }) => organisations > 1)
      .map(({ number }) => number)
      .sort(compareNumbers),
    addedUp: sizes.reduce((sum, { organisations }) => sum + organisations, 0),
  }
}
