import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { datedShort } from '#words/format.ts'
import { listActivities, type Activity } from '../activities/listing.store.ts'
import type { Tx } from '../database/database.ts'
import { fileRow, visibleFiles } from '../files/schema.ts'
import { ShownFile, shownFile } from '../files/view.ts'
import { Dated, Link, OutlookName, Split, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { Plan } from '../database/plan.ts'
import { listReviews } from '../plans/review-days.store.ts'
import type { PointWhole, UpdateRow } from './schema.ts'
import type { PointOnDay } from './state-on-day.store.ts'
import { type Speaking, whoText } from '../texts/view.ts'
import { unsaid, updateEntry } from './update-text.ts'
import type { UpdateRecord } from './updates.store.ts'

/** Another point, to link to. */
export const PointLink = Type.Object({ number: Type.String(), title: Type.String() })

/** Evidence: a title with an address, a reference ("SN 2022/114"), or both. */
export const Evidence = Type.Object({
  title: Type.String(),
  url: Maybe(Type.String()),
  reference: Maybe(Type.String()),
  file: Maybe(ShownFile),
})
export type Evidence = Static<typeof Evidence>

/**
 * One thing that happened. `heading`, `said` and `meta` are the reader's language; `wrote` and `what` are somebody's own words, in
 * the plan's. An activity has `what` and no mark.
 */
export const StoryEntry = Type.Object({
  kind: Type.Unsafe<
    'update' | 'correction' | 'nothing_new' | 'activity' | 'wording' | 'review' | 'beginning'
  >({
    type: 'string',
  }),
  /** Unique on the page, and an anchor, so that a correction can point at what it corrects. */
  key: Type.String(),
  day: Dated,
  status: Maybe(StatusName),
  outlook: Maybe(OutlookName),
  /** Its marked stretch stands out, the rest does not: "Antagen av kommunfullmäktige", ", § 187". */
  heading: Maybe(Split),
  what: Maybe(Type.String()),
  said: Maybe(Type.String()),
  wrote: Type.Array(Type.String()),
  evidence: Type.Array(Evidence),
  link: Maybe(Link),
  /** The pictures and documents that came with it. */
  files: Maybe(Type.Array(ShownFile)),
  /** "Avstämning HT23. Enhetschef, socialkontoret" */
  meta: Maybe(Type.String()),
  /** One's own activity: the way to log the same once more (A11). */
  again: Maybe(Link),
  /** This entry was corrected by that one, or corrects it. */
  corrected: Maybe(Link),
  corrects: Maybe(Link),
})
export type StoryEntry = Static<typeof StoryEntry>

/** A wording that no longer holds, and until when it held. */
export const OlderWording = Type.Object({
  title: Type.String(),
  description: Maybe(Type.String()),
  intendedEffect: Maybe(Type.String()),
  held: Type.String(),
})

type Wording = PointWhole['wordings'][number]

interface Sources {
  plan: Plan
  point: PointOnDay
  rows: readonly UpdateRow[]
  records: readonly UpdateRecord[]
  wordings: readonly Wording[]
  /** Whether the reader is one of the plan's people, who see its internal files too. */
  inside: boolean
  /** Who is reading, and where they log, if they may. */
  logs?: { personId: number; path: string } | undefined
}

/** More than a page can tell: the rest is in the API. */
const most = 300

/** Everything that has happened to a point, the newest first: updates, corrections, activities, new wordings, and how it began. */
export async function storyOf(tx: Tx, sources: Sources, speaking: Speaking): Promise<StoryEntry[]> {
  const { plan, point, rows, records, wordings } = sources
  const reviews = await listReviews(tx, plan.id)
  const activities = await listActivities(tx, plan.id, { pointId: point.id, limit: most })
  const told = { slug: plan.slug, rows, records, firstDueOn: point.firstDueOn, reviews }
  const entries = [
    ...rows.map((row) => ({ order: row.id, entry: updateEntry({ ...told, row }, speaking) })),
    ...activities.map((activity) => ({
      order: activity.id,
      entry: activityEntry(activity, sources, speaking),
    })),
    ...wordings
      .slice(1)
      .map((wording, index) => ({ order: index, entry: wordingEntry(wording, index, speaking) })),
  ]
  entries.sort((a, b) => compare(b.entry.day.day, a.entry.day.day) || b.order - a.order)
  const [first] = wordings
  return [...entries.map(({ entry }) => entry), ...(first ? [beginning(first, point, speaking)] : [])]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** An activity: its words only where they are shown to everybody, its counts always; zero is said, unknown is not (A10). */
function activityEntry(activity: Activity, { plan, inside, logs }: Sources, speaking: Speaking): StoryEntry {
  const { lang, say, words } = speaking
  const entry = words.point.entry
  const who = whoText(activity.by.function, activity.by.organisation?.name)
  const counts = [
    ...(activity.occasions === null ? [] : [say(words.point.doneOccasions, { n: activity.occasions })]),
    ...(activity.participants === null
      ? []
      : [say(words.point.doneParticipants, { n: activity.participants })]),
  ]
  const what = activity.shown ? activity.what?.body : undefined
  const link = activity.shown ? activity.link?.body : undefined
  const values = { who, counts: counts.join(', ') }
  const files = visibleFiles(activity.files, inside).map((file) =>
    shownFile(plan.slug, fileRow(file), speaking),
  )
  const again = logs?.personId === activity.recordedBy && {
    text: say(entry.again),
    href: addresses.asking(logs.path, { upprepa: activity.id }),
  }
  const named = activity.corrects === null ? entry.activity : entry.activityCorrection
  return {
    ...unsaid,
    kind: 'activity',
    key: `a${activity.id}`,
    day: datedShort(lang, activity.happenedOn),
    heading: what ? null : say.split(entry.activityUnseen),
    what: what || null,
    wrote: [],
    evidence: [],
    link: link ? { text: link, href: link } : null,
    again: again || null,
    files: files.length > 0 ? files : null,
    meta:
      counts.length > 0 && activity.corrects === null
        ? say(entry.activityCounted, values)
        : say(named, values),
  }
}

function wordingEntry(wording: Wording, index: number, { lang, say, words }: Speaking): StoryEntry {
  const entry = words.point.entry
  const { by = '', reference } = wording.decision ?? {}
  return {
    ...unsaid,
    kind: 'wording',
    key: `w${index}`,
    day: datedShort(lang, wording.holdsFrom),
    heading: say.split(reference ? entry.wordingReference : entry.wording, {
      by,
      reference: reference ?? '',
    }),
    wrote: [wording.title],
    evidence: [],
  }
}

/** The decision it came with: the last entry of every story. */
function beginning(wording: Wording, point: PointOnDay, { lang, say, words }: Speaking): StoryEntry {
  const entry = words.point.entry
  const { by = '', on, reference } = wording.decision ?? {}
  const values = { by, reference: reference ?? '', paragraph: reference ?? '' }
  const adopted = reference ? entry.adopted : entry.adoptedPlain
  return {
    ...unsaid,
    kind: 'beginning',
    key: 'beginning',
    day: datedShort(lang, on ?? wording.holdsFrom),
    status: 'not_started',
    heading: say.split(point.adopted ? adopted : entry.addedBy, values),
    wrote: [],
    evidence: [],
  }
}
