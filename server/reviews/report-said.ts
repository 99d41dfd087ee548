import type { Completion } from '#domain/completion.ts'
import { compareNumbers } from '#domain/number.ts'
import { can } from '#domain/roles.ts'
import { parts } from '#domain/term.ts'
import { readFiles } from '../files/known.store.ts'
import { fileRow } from '../files/schema.ts'
import { shownFile } from '../files/view.ts'
import type { PlanPageContext } from '../http/page.ts'
import type { StoredText } from '../texts/store.ts'
import type { Speaking } from './report-changed.ts'
import type { ReportData } from './report.page.ts'
import type { Snapshot } from './snapshot.ts'
import { shownText, whoText } from '../texts/view.ts'
import type { Spoken } from './view.ts'

type Closed = NonNullable<ReportData['closed']>

/** What was said on the day, by point and last of the whole; and who took part, by function and organisation. */
export function saidOf(
  snapshot: Snapshot,
  texts: ReadonlyMap<number, StoredText>,
  speaking: Speaking,
): Pick<Closed, 'said' | 'tookPart'> {
  const byPoint = Map.groupBy(snapshot.comments ?? [], ({ point }) => point ?? '')
  const last = (number: string) => (number === '' ? 1 : 0)
  return {
    said: [...byPoint]
      .sort(([a], [b]) => last(a) - last(b) || compareNumbers(a, b))
      .map(([number, comments]) => ({
        number,
        title: snapshot.points.find((point) => point.number === number)?.title ?? '',
        lines: comments.map(({ text }) => {
          const told = shownText(texts.get(text.text) ?? null, speaking)
          return { text: told?.text ?? '', masked: told?.masked ?? false }
        }),
      })),
    tookPart: (snapshot.participants ?? [])
      .filter(({ attended }) => attended !== false)
      .map(({ function: spoken, organisation, attended }) => {
        const who = whoText(spoken, organisation?.name)
        // Nobody is said to have come of whom nobody has said it.
        return attended === null ? speaking.say(speaking.words.report.attendanceUnsaid, { who }) : who
      }),
  }
}

type Files = NonNullable<ReportData['closed']>['files']

/**
 * The pictures and documents of a report, point by point. Only what everybody could see when the day closed, so that the report does not grow
 * afterwards; what has been taken back since is not shown, what was masked says so. People of the plan see the internal ones too, marked.
 */
export async function filesIn(snapshot: Snapshot, context: PlanPageContext): Promise<Files> {
  const inside = can(context.roles, 'file.read')
  const referred = snapshot.points.flatMap(({ files = [] }) => files)
  if (referred.length === 0) return []
  const found = await readFiles(
    context.tx,
    referred.map(({ file }) => file),
  )
  return snapshot.points.flatMap(({ number, title, files = [] }) => {
    const shown = files.flatMap((reference) => {
      const file = found.get(reference.file)
      if (!file || !(inside || (reference.shown && file.shown))) return []
      return [shownFile(context.plan.slug, fileRow(file), context)]
    })
    return shown.length > 0 ? [{ number, title, files: shown }] : []
  })
}

/** The answer to the first question: how many of how many, and how that compares with the review day before. */
export function standingSentence(
  snapshot: Snapshot,
  before: Snapshot | undefined,
  { say, words }: Spoken,
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
function lastText(before: Snapshot, now: Snapshot, { say, words }: Spoken): string {
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
  { say, words }: Spoken,
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
