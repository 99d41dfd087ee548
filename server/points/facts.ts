import { addDays, type Day } from '#domain/calendar.ts'
import { dueMoves } from '#domain/history.ts'
import { isCompleted } from '#domain/status.ts'
import { dayText, within } from '#words/format.ts'
import type { PointData } from './point.page.ts'
import type { PointWhole, UpdateRow } from './schema.ts'
import type { PointOnDay } from './state-on-day.store.ts'
import { evidenceOf } from './update-text.ts'
import { wroteText, type Speaking, whoText } from '../texts/view.ts'
import type { UpdateRecord } from './updates.store.ts'
import type { Evidence } from './story-loader.ts'

/** What a heading has room for. */
const room = 280

/**
 * The first sentences of what somebody wrote, as many as there is room for and at least one: the whole stands in the story. A text
 * that fits is given whole.
 */
export function excerptOf(text: string, most = room): string {
  if (text.length <= most) return text
  const sentences = text.match(/.+?[.!?](?=\s|$)\s*/gsu) ?? [text]
  let gist = ''
  for (const sentence of sentences) {
    if (gist !== '' && gist.length + sentence.trimEnd().length > most) break
    gist += sentence
  }
  return gist.trimEnd()
}

// What the facts column of a point's page says, each as a finished text.

export function timeOf(
  point: PointOnDay,
  records: readonly UpdateRecord[],
  day: Day,
  { lang, say, words }: Speaking,
): PointData['time'] {
  const spoken = words.point
  const from = point.startsOn && dayText(lang, point.startsOn)
  const to = point.dueOn && dayText(lang, point.dueOn)
  const text =
    from && to
      ? say(spoken.fromTo, { from, to })
      : to
        ? say(spoken.until, { to })
        : from && say(spoken.starting, { from })
  const moves = dueMoves(point.firstDueOn, records, day)
  const first = moves[0]
  return {
    text: text || null,
    moved: first ? say(spoken.moved, { n: moves.length, day: dayText(lang, first.from) }) : null,
  }
}

export function doneText(
  totals: { activities: number; participants: number | null },
  { say, words }: Speaking,
): string {
  const activities = say(words.point.doneActivities, { n: totals.activities })
  if (totals.participants === null) return activities
  return `${activities}, ${say(words.point.doneParticipants, { n: totals.participants })}`
}

/** How a completed point ended, from the update that completed it. */
export function endingOf(
  point: PointOnDay,
  held: readonly UpdateRow[],
  speaking: Speaking,
): Pick<PointData, 'ending' | 'evidenceMissing'> {
  const unfinished = { ending: null, evidenceMissing: false }
  if (!isCompleted(point.status)) return unfinished
  const { lang, say, words } = speaking
  const spoken = words.point
  const row = held.findLast((one) => one.status === point.status && one.closing !== null)
  if (!row?.closing) return unfinished
  const own = true
  const ending =
    'receiver' in row.closing
      ? [
          { label: say(spoken.receiver), text: `${row.closing.receiver}, ${row.closing.function}`, own },
          { label: say(spoken.embeddedFrom), text: dayText(lang, row.closing.embeddedFrom), own: false },
          { label: say(spoken.anchoredIn), text: row.closing.anchoredIn, own },
        ]
      : [
          { label: say(spoken.result), text: excerptOf(wroteText(row.closing.result, speaking) ?? ''), own },
          { label: say(spoken.carriedOut), text: dayText(lang, row.closing.carriedOutOn), own: false },
        ]
  return { ending, evidenceMissing: row.evidence === 'none' }
}

/**
 * The update a status rests on and whose word it is, a function and never a name: the last step from the headline's figure to what shows that it
 * is true. Null where nobody has reported.
 */
export function basisOf(
  point: PointOnDay,
  held: readonly UpdateRow[],
  { lang, say, words }: Speaking,
): PointData['basis'] {
  const done = isCompleted(point.status)
  const same = held.filter((one) => one.status === point.status && one.answer === 'update')
  const row = same.findLast((one) => !done || one.closing !== null)
  if (!row) return null
  const who = within(whoText(row.by.function, row.by.organisation?.name))
  return {
    key: `u${row.id}`,
    text: say.split(done ? words.point.completedBy : words.point.statusFrom, {
      day: dayText(lang, row.holdsFrom),
      who,
    }),
  }
}

/** Every piece of evidence that still holds, the latest first, each once. */
export function allEvidence(held: readonly UpdateRow[], slug: string, speaking: Speaking): Evidence[] {
  const found = new Map<string, Evidence>()
  for (const row of held.toReversed()) {
    for (const evidence of evidenceOf(row, slug, speaking)) {
      const key = `${evidence.title} ${evidence.url ?? ''} ${evidence.file?.id ?? ''}`
      if (!found.has(key)) found.set(key, evidence)
    }
  }
  return [...found.values()]
}

/** The wordings that no longer hold, the latest first, each with the days it held (F06). */
export function olderWordings(
  wordings: PointWhole['wordings'],
  { lang, say, words }: Speaking,
): PointData['older'] {
  return wordings
    .slice(0, -1)
    .map((wording, index) => ({
      title: wording.title,
      description: wording.description || null,
      intendedEffect: wording.intendedEffect || null,
      held: say(words.point.held, {
        from: dayText(lang, wording.holdsFrom),
        to: dayText(lang, addDays(wordings[index + 1]?.holdsFrom ?? wording.holdsFrom, -1)),
      }),
    }))
    .toReversed()
}
