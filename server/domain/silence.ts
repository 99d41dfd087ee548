import { addDays, laterOf, type Day } from './calendar.ts'
import { termOf } from './term.ts'

/** Whoever has just come, and a term that has just begun, is not silent yet: so many days. */
const patience = 60

/**
 * From which day a word about a point is waited for by the one who answers for it: its last word, or the day they took over when that is
 * later. Nobody is blamed for the silence of the one before (F41, trap 22).
 */
export const waitedSince = (lastUpdatedOn: Day | null, heldFrom: Day | undefined): Day | null =>
  heldFrom === undefined
    ? lastUpdatedOn
    : lastUpdatedOn === null
      ? heldFrom
      : laterOf(lastUpdatedOn, heldFrom)

/** The first day of the term a day falls in: 1 January or 1 August. */
export const termStart = (day: Day): Day =>
  `${day.slice(0, 4)}-${termOf(day).endsWith('vt') ? '01' : '08'}-01`

/**
 * Whether it is time to ask how an ambassador is getting on (idea 9): nothing of theirs was recorded this term, which has lasted a while, and they
 * have been with the plan for a while.
 */
export function isQuiet(ambassador: { since: Day; lastOn: Day | null }, today: Day): boolean {
  const begun = termStart(today)
  if (ambassador.lastOn !== null && ambassador.lastOn >= begun) return false
  return addDays(laterOf(begun, ambassador.since), patience) <= today
}
