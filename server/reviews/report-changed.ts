import { changeKinds, type Change } from '#domain/changes.ts'
import { isCompleted, statuses } from '#domain/status.ts'
import { dayText, listText, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { ReportData } from './report.page.ts'
import type { Snapshot, SnapshotPoint } from './snapshot.ts'
import type { Mark } from './view.ts'

export type Speaking = { lang: Lang; say: Say; words: Words }
type Closed = NonNullable<ReportData['closed']>

/** What changed since the review day before (F22), or since the adoption at the first; a sentence where nothing did. */
export function sinceOf(
  snapshot: Snapshot,
  before: Snapshot | undefined,
  speaking: Speaking,
): Pick<Closed, 'since' | 'sinceNone'> {
  const { lang, say, words } = speaking
  const spoken = words.report
  const day = snapshot.since ? dayText(lang, snapshot.since.heldOn) : ''
  if (snapshot.changes.length === 0) {
    return { since: null, sinceNone: day ? say(spoken.sinceNone, { day }) : say(spoken.sinceNoneFirst) }
  }
  const n = snapshot.unchanged.length
  const caption = day
    ? say(n > 0 ? spoken.sinceCaption : spoken.sinceCaptionNone, { day, n })
    : say(spoken.sinceStart, { n })
  const groups = Map.groupBy(snapshot.changes, (change) => change.kind)
  const titles = new Map(snapshot.points.map((point) => [point.number, point.title]))
  return {
    since: {
      caption,
      changes: changeKinds
        .filter((kind) => groups.has(kind))
        .map((kind) => {
          const changes = groups.get(kind) ?? []
          return {
            label: say(spoken.changes[kind], { n: changes.length }),
            rows: changes.map((change) => ({
              number: change.number,
              title: titles.get(change.number) ?? '',
              ...marksOf(change, snapshot, before, speaking),
            })),
          }
        }),
    },
    sinceNone: null,
  }
}

/** The points of one of the two days that are compared. */
interface Side {
  points: readonly Pick<SnapshotPoint, 'number' | 'lead' | 'mergedInto'>[]
}

/** From what and to what a change went, as marks and words. */
export function marksOf(
  change: Change,
  snapshot: Side,
  before: Side | undefined,
  { lang }: Pick<Speaking, 'lang'>,
): { from?: Mark; to?: Mark } {
  switch (change.kind) {
    case 'slipped':
    case 'reassessed':
      return { from: { outlook: change.from }, to: { outlook: change.to } }
    case 'moved':
      return {
        from: change.from ? { text: dayText(lang, change.from) } : undefined,
        to: change.to ? { text: dayText(lang, change.to) } : undefined,
      }
    case 'new_lead':
      return { from: leadIn(before, change.number), to: leadIn(snapshot, change.number) }
    case 'added':
      return { to: { status: change.to } }
    default: {
      const mergedInto = snapshot.points.find((point) => point.number === change.number)?.mergedInto
      return { from: { status: change.from }, to: { status: change.to, mergedInto: mergedInto ?? undefined } }
    }
  }
}

function leadIn(snapshot: Side | undefined, number: string): Mark {
  const lead = snapshot?.points.find((point) => point.number === number)?.lead
  return { text: [lead?.name, lead?.function].filter(Boolean).join(', '), own: true }
}

/**
 * Which points nobody reported on in this round. Of finished ones that is said only in a plan where the finished are reported on
 * too: elsewhere silence about them is as it should be.
 */
export function notReportedText(
  snapshot: Snapshot,
  before: Snapshot | undefined,
  { lang, say, words }: Speaking,
): string | undefined {
  const finishedBefore = new Set(
    before?.points.filter((point) => isCompleted(point.status)).map((point) => point.number),
  )
  const finishedAreHeard = snapshot.points.some(
    (point) =>
      finishedBefore.has(point.number) && isCompleted(point.status) && point.heard !== 'not_reported',
  )
  const silent = snapshot.points.filter(
    ({ heard, status }) =>
      heard === 'not_reported' && (statuses[status].open || (finishedAreHeard && isCompleted(status))),
  )
  if (silent.length === 0) return undefined
  const numbers = listText(
    lang,
    silent.map((point) => point.number),
  )
  return say(words.report.notReported, { n: silent.length, numbers })
}
