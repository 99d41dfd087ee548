import { createHash } from 'node:crypto'
import { nowOn } from '#domain/review.ts'
import type { Day, Instant } from '#domain/calendar.ts'
import { changesBetween, type Change, type PointState } from '#domain/changes.ts'
import { completion, type Completion } from '#domain/completion.ts'
import type { Outlook, Status } from '#domain/status.ts'
import type { StoredFile } from '../files/known.store.ts'
import type { OrganisationName, PointOnDay } from '../points/state-on-day.store.ts'
import type { Plan } from '../database/plan.ts'
import type { StoredText } from '../texts/store.ts'

/** A free text in a snapshot: which, and its salted SHA-256. The words themselves are never chained (design: *Nothing about a person is chained*). */
export interface TextReference {
  text: number
  sha256: string
}

/** A file in a snapshot: which, and its salted SHA-256; and whether everybody could see it when the day closed. */
interface FileReference {
  file: number
  sha256: string
  shown: boolean
}

export interface SnapshotPoint {
  number: string
  title: string
  adopted: boolean
  area: { number: string | null; title: string } | null
  status: Status
  outlook: Outlook
  reopened: boolean
  lead: OrganisationName & { function: string | null }
  takesPart: OrganisationName[]
  dueOn: Day | null
  firstDueOn: Day | null
  moves: number
  lastUpdatedOn: Day | null
  /** What was heard of the point since the review day before. */
  heard: 'update' | 'nothing_new' | 'not_reported'
  update: number | null
  reason: TextReference | null
  note: TextReference | null
  mergedInto: string | null
  activities: number
  participants: number | null
  /** What the standing update rests on and the round's activities carry; left out where there is none. */
  files?: FileReference[]
}

export interface SnapshotDecision {
  text: TextReference
  responsible: { organisation: OrganisationName | null; function: string | null }
  dueOn: Day | null
  points: string[]
}

/** What was said on the day, of a point or of the whole. */
export interface SnapshotComment {
  point: string | null
  text: TextReference
  byFunction: string
}

/** Who took part: a function and an organisation, never a name. */
interface SnapshotParticipant {
  function: string
  organisation: OrganisationName | null
  /** Null where nobody said. */
  attended: boolean | null
}

/**
 * The public record of a closed review day. Written once, hashed as text, never serialised again; a later form takes another `format`: 2 where
 * it holds what was said or who took part, else still 1.
 */
export interface Snapshot {
  format: 1 | 2
  plan: {
    slug: string
    title: string
    municipality: string
    language: string
    period: { from: Day; to: Day }
    adoption: { by: string; on: Day; paragraph: string | null; reference: string | null }
    labels: Plan['labels']
  }
  term: string
  heldOn: Day
  closedAt: Instant
  closedBy: { function: string; organisation: OrganisationName | null }
  basedOn: number | null
  completion: Completion
  points: SnapshotPoint[]
  /** The review day before, which the changes are counted from; null at the first, where they are counted from the adoption. */
  since: { term: string; heldOn: Day } | null
  changes: Change[]
  unchanged: string[]
  decisions: SnapshotDecision[]
  comments?: SnapshotComment[]
  participants?: SnapshotParticipant[]
}

interface Basis {
  plan: Plan
  areas: Map<number, { number: string | null; title: string }>
  term: string
  heldOn: Day
  closedAt: Instant
  closedBy: Snapshot['closedBy']
  basedOn: number | null
  standing: readonly PointOnDay[]
  totals: Map<number, { activities: number; participants: number | null }>
  /** By point. */
  files: Map<number, readonly Pick<StoredFile, 'id' | 'sha256' | 'shown'>[]>
  previous: Snapshot | undefined
  decisions: SnapshotDecision[]
  comments: SnapshotComment[]
  participants: SnapshotParticipant[]
}

const referenceTo = (said: StoredText | null): TextReference | null =>
  said === null ? null : { text: said.id, sha256: said.sha256 }

/** What two days are compared by: a point as a record holds it, or as it stands now. */
export type ComparedPoint = Pick<
  SnapshotPoint,
  | 'number'
  | 'title'
  | 'adopted'
  | 'status'
  | 'outlook'
  | 'lead'
  | 'takesPart'
  | 'dueOn'
  | 'firstDueOn'
  | 'moves'
  | 'mergedInto'
>

/** A point as `changesBetween` compares it. */
export const stateOf = (point: ComparedPoint): PointState => ({
  number: point.number,
  status: point.status,
  outlook: point.outlook,
  dueOn: point.dueOn,
  moves: point.moves,
  lead: [point.lead.code, point.lead.function].filter(Boolean).join(', '),
})

/** How a point stood when it was adopted: what the first review day is compared with. */
const untouched = (point: SnapshotPoint): PointState => ({
  ...stateOf(point),
  status: 'not_started',
  outlook: 'not_assessed',
  dueOn: point.firstDueOn,
  moves: 0,
})

/** The record of a review day, from how the points stood on it. Pure: the same basis gives the same text. */
export function snapshotOf(basis: Basis): Snapshot {
  const { plan, previous } = basis
  // What came in after the last round closed belongs to this one.
  const roundFrom = nowOn(plan.adoptedOn, previous?.heldOn ?? null)
  const points = basis.standing.map((point): SnapshotPoint => {
    const { id, update, focusAreaId, lead, leadFunction, reason, note, activityCount, startsOn, ...kept } =
      point
    const total = basis.totals.get(id)
    const files = basis.files.get(id) ?? []
    return {
      ...kept,
      area: focusAreaId === null ? null : (basis.areas.get(focusAreaId) ?? null),
      lead: { ...lead, function: leadFunction },
      heard: update && update.holdsFrom >= roundFrom ? update.answer : 'not_reported',
      update: update?.id ?? null,
      reason: referenceTo(reason),
      note: referenceTo(note),
      activities: total?.activities ?? 0,
      participants: total?.participants ?? null,
      // Not an empty list: the record of a day that knows no files stays as it was written.
      ...(files.length > 0 && { files: files.map(({ id, sha256, shown }) => ({ file: id, sha256, shown })) }),
    }
  })
  const before = previous
    ? previous.points.map(stateOf)
    : points.filter((point) => point.adopted).map(untouched)
  const { comments, participants } = basis
  return {
    format: comments.length + participants.length > 0 ? 2 : 1,
    plan: {
      slug: plan.slug,
      title: plan.title,
      municipality: plan.municipality,
      language: plan.language,
      period: { from: plan.periodFrom, to: plan.periodTo },
      adoption: {
        by: plan.adoptedBy,
        on: plan.adoptedOn,
        paragraph: plan.paragraph,
        reference: plan.reference,
      },
      labels: plan.labels,
    },
    term: basis.term,
    heldOn: basis.heldOn,
    closedAt: basis.closedAt,
    closedBy: basis.closedBy,
    basedOn: basis.basedOn,
    completion: completion(points),
    points,
    since: previous ? { term: previous.term, heldOn: previous.heldOn } : null,
    ...changesBetween(before, points.map(stateOf)),
    decisions: basis.decisions,
    ...(comments.length > 0 && { comments }),
    ...(participants.length > 0 && { participants }),
  }
}

/** One link of the chain: SHA-256 over the hash before (empty at the first), a line break, and the stored text; lower-case hex. */
export const chainHash = (previousHash: string, text: string): string =>
  createHash('sha256').update(`${previousHash}\n${text}`).digest('hex')
