import type { Completion } from '#domain/completion.ts'
import { parts } from '#domain/term.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { LaterCorrection } from '../corrections/store.ts'
import type { Snapshot } from './snapshot.ts'

type Speaking = { say: Say; words: Words }

/** The answer to the first question: how many of how many, and how that compares with the review day before. */
export function standingSentence(
  snapshot: Snapshot,
  before: Snapshot | undefined,
  { say, words }: Speaking,
): [string, string, string] {
  const spoken = words.report
  const { adopted, completed } = snapshot.completion
  if (adopted === 0) return say.split(spoken.standingEmpty)
  const more = before ? completed - before.completion.completed : 0
  const values = {
    adopted,
    completed,
    n: Math.abs(more),
    last: before ? lastText(before, snapshot, { say, words }) : '',
  }
  if (!before) return say.split(completed === 0 ? spoken.standingNone : spoken.standing, values)
  if (more === 0) return say.split(completed === 0 ? spoken.standingNone : spoken.standingSame, values)
  return say.split(more > 0 ? spoken.standingMore : spoken.standingFewer, values)
}

/** "i våras" of the spring before the same autumn, "i höstas" of the autumn before; else "vid förra avstämningen". */
function lastText(before: Snapshot, now: Snapshot, { say, words }: Speaking): string {
  const spoken = words.report
  const then = parts(before.term)
  const here = parts(now.term)
  if (!then || !here || then.season === here.season) return say(spoken.lastReview)
  if (then.season === 'vt' && then.year === here.year) return say(spoken.lastSpring)
  return then.season === 'ht' && then.year === here.year - 1 ? say(spoken.lastAutumn) : say(spoken.lastReview)
}

/** How the completed ones divide (domain §6.5); undefined where there are none. */
export function dividedText(
  { completed, closed, embedded }: Completion,
  { say, words }: Speaking,
): string | undefined {
  if (completed === 0) return undefined
  if (embedded === 0) return say(words.report.dividedClosed, { n: completed })
  if (closed === 0) return say(words.report.dividedEmbedded, { n: completed })
  return say(words.report.divided, {
    closed,
    embedded,
    closedGroup: say(words.status.group.closed, { n: closed }),
    embeddedGroup: say(words.status.group.embedded, { n: embedded }),
  })
}

/** What a later correction changed of what the report says. */
export function correctionText({ from, to }: LaterCorrection, { say, words }: Speaking): string {
  const spoken = words.report
  const { within, outlookWithin } = words.status
  if (from.status !== to.status) {
    return say(spoken.correction, { from: say(within[from.status]), to: say(within[to.status]) })
  }
  if (from.outlook === to.outlook) return say(spoken.correctionSame)
  return say(spoken.correction, {
    from: say(outlookWithin[from.outlook]),
    to: say(outlookWithin[to.outlook]),
  })
}
