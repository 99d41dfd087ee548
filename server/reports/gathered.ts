import type { Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import { correctionsAfter, type LaterCorrection } from '../reviews/corrections.store.ts'
import type { Tx } from '../database/database.ts'
import type { Plan } from '../database/plan.ts'
import { textsOf } from '../reviews/json.ts'
import type { Snapshot } from '../reviews/snapshot.ts'
import { listReviews, type Review, type Closure } from '../plans/review-days.store.ts'
import { readTexts, type StoredText } from '../texts/store.ts'
import { publishedVersion, writtenReport, type ReportStateRow, type ReportVersion } from './store.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** Whose language a report is told in, and where it stands. */
export interface ReportContext {
  tx: Tx
  plan: Plan
  lang: Lang
  say: Say
  words: Words
  /** What addresses that people type begin with, without a last slash. */
  origin: string
  example: boolean
}

export type Speaking = Pick<ReportContext, 'lang' | 'say' | 'words'>

/** All that a closed review day's report is made of, as it was read in one moment. */
export interface Gathered {
  review: Review
  closure: Closure
  snapshot: Snapshot
  /** The record of the review day before. */
  before: Snapshot | undefined
  /** Every closed review day up to and with this one. */
  closed: { review: Review; snapshot: Snapshot }[]
  next: Review | undefined
  /** The free texts the snapshot points at. */
  texts: ReadonlyMap<number, StoredText>
  corrections: readonly LaterCorrection[]
  written: ReportVersion | undefined
  /** When and as which edition those words were published; undefined while they are a draft. */
  published: ReportStateRow | undefined
  organisations: ReadonlyMap<number, string>
}

/**
 * Reads what a closed review day's report is made of; undefined where the plan has no such day, or it is not closed. The words are those of the
 * published version, or with `draft` of the latest.
 */
export async function gatherReport(
  { tx, plan }: Pick<ReportContext, 'tx' | 'plan'>,
  term: string,
  { draft }: { draft: boolean },
): Promise<Gathered | undefined> {
  const reviews = await listReviews(tx, plan.id)
  const at = reviews.findIndex((review) => review.term === term)
  const review = reviews[at]
  const closure = review?.closure
  if (!review || !closure) return undefined
  const { snapshot } = closure
  const closed = reviews
    .slice(0, at + 1)
    .flatMap((one) => (one.closure ? [{ review: one, snapshot: one.closure.snapshot }] : []))
  const written = await writtenReport(tx, review.id)
  const shown = publishedVersion(written)
  const latest = written.versions.at(-1)
  const version = draft ? latest : shown?.version
  return {
    review,
    closure,
    snapshot,
    before: closed.find((one) => one.review.term === snapshot.since?.term)?.snapshot,
    closed,
    next: reviews[at + 1],
    texts: await readTexts(
      tx,
      textsOf(snapshot).map(({ text }) => text),
    ),
    corrections: await correctionsAfter(tx, plan.id, snapshot.heldOn, closure.closedAt),
    written: version,
    published: version && version === shown?.version ? shown.published : undefined,
    organisations: new Map((await listOrganisations(tx)).map(({ id, name }) => [id, name])),
  }
}
