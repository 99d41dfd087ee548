import { asc, eq } from 'drizzle-orm'
import {
  listSections,
  nextEdition,
  proseSections,
  publishedState,
  refuseReport,
  refuseStep,
  reportState,
  reportSteps,
  sections,
  type ReportStep,
  type ReportWords,
  type Section,
} from '#domain/report.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { Refused, refuseFor, refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import { type Review, requireReview } from '../plans/review-days.store.ts'
import { readTexts, writeText, type StoredText } from '../texts/store.ts'
import type { NewReport } from './schema.ts'

export type ReportVersion = Tables['reportVersions']['$inferSelect']
export type ReportStateRow = Tables['reportStates']['$inferSelect']

/** All that was written in a review day's report, and what became of it; the first first. */
export interface WrittenReport {
  versions: ReportVersion[]
  states: ReportStateRow[]
}

/** Every version of a review day's report, and every state it was given. */
export async function writtenReport(tx: Tx, reviewId: number): Promise<WrittenReport> {
  const { reportVersions, reportStates } = tx.tables
  const versions = await tx
    .select()
    .from(reportVersions)
    .where(eq(reportVersions.reviewId, reviewId))
    .orderBy(asc(reportVersions.id))
  const states = await tx
    .select()
    .from(reportStates)
    .where(eq(reportStates.reviewId, reviewId))
    .orderBy(asc(reportStates.id))
  return { versions, states }
}

/** The version everybody may read, with when and as which edition it was published; undefined before the first. */
export function publishedVersion({
  versions,
  states,
}: WrittenReport): { version: ReportVersion; published: ReportStateRow } | undefined {
  const published = publishedState(states)
  const version = versions.find(({ id }) => id === published?.versionId)
  return published && version && { version, published }
}

/** The free texts of a version by section, in order; one that was masked is among them, without its words. */
export async function textsIn(tx: Tx, version: ReportVersion): Promise<Map<Section, StoredText[]>> {
  const texts = await readTexts(
    tx,
    sections.flatMap((section) => version.sections[section] ?? []),
  )
  return new Map(
    sections.map((section) => [
      section,
      (version.sections[section] ?? []).flatMap((id) => texts.get(id) ?? []),
    ]),
  )
}

/** The words of a version as one edits them: of what was masked nothing is left. */
export function wordsOf(texts: ReadonlyMap<Section, readonly StoredText[]>): ReportWords {
  const bodies = (section: Section) => (texts.get(section) ?? []).flatMap(({ body }) => body ?? [])
  return Object.fromEntries([
    ...proseSections.map((section) => [section, bodies(section).join('\n\n')]),
    ...listSections.map((section) => [section, bodies(section)]),
  ]) as ReportWords
}

/**
 * Saves a draft of a closed review day's report as a new version (F30). 404 for a day that is not there, 409 when it is not based on the latest version;
 * refuses a day that is open, a report that is locked, and what is too long. Words that are as they were keep their text, so that masking it reaches them all.
 */
export async function saveReport(
  tx: Tx,
  plan: Plan,
  term: string,
  claim: NewReport,
  context: WriteContext,
): Promise<void> {
  const review = await closedReview(tx, plan, term)
  const { versions, states } = await writtenReport(tx, review.id)
  const latest = versions.at(-1)
  if ((latest?.id ?? null) !== claim.basedOn) throw movedOn(latest)
  refuseFor(refuseReport(claim, reportState(latest?.id, states)))
  const before = latest ? await textsIn(tx, latest) : new Map<Section, StoredText[]>()
  const kept = new Map([...before.values()].flat().map(({ id, body }) => [body, id]))
  const written: Partial<Record<Section, number[]>> = {}
  for (const section of sections) {
    const ids: number[] = []
    for (const words of [claim.sections[section]].flat()) {
      const id = kept.get(words) ?? (await writeText(tx, plan.id, words, context))
      if (id !== null) ids.push(id)
    }
    if (ids.length > 0) written[section] = ids
  }
  await tx.insert(tx.tables.reportVersions).values({
    planId: plan.id,
    reviewId: review.id,
    kind: claim.kind,
    reference: claim.reference?.trim() || null,
    paragraph: claim.paragraph?.trim() || null,
    dated: claim.dated || null,
    addressee: claim.addressee?.trim() || null,
    sections: written,
    ...recordedBy(context),
  })
}

/**
 * Approves, publishes or takes back to draft the version that was looked at (F34). 409 when there is a later one; refuses a step that does not
 * follow, and a report without a summary.
 */
export async function takeReportStep(
  tx: Tx,
  plan: Plan,
  term: string,
  { step, basedOn }: { step: ReportStep; basedOn: number },
  context: WriteContext,
): Promise<void> {
  const review = await closedReview(tx, plan, term)
  const { versions, states } = await writtenReport(tx, review.id)
  const latest = versions.at(-1)
  if (!latest) throw refusedField('report-not-written', 'sections')
  if (latest.id !== basedOn) throw movedOn(latest)
  const { summary } = wordsOf(await textsIn(tx, latest))
  const refusal = refuseStep(step, reportState(latest.id, states), summary)
  if (refusal) throw refusedField(refusal, 'sections.summary')
  await tx.insert(tx.tables.reportStates).values({
    planId: plan.id,
    reviewId: review.id,
    versionId: latest.id,
    state: reportSteps[step],
    edition: step === 'publication' ? nextEdition(states) : null,
    ...recordedBy(context),
  })
}

async function closedReview(tx: Tx, plan: Plan, term: string): Promise<Review> {
  const review = await requireReview(tx, plan, term)
  if (!review.closure) throw refusedField('review-still-open', 'sections')
  return review
}

const movedOn = (latest: ReportVersion | undefined) =>
  new Refused('based-on-old', { current: { id: latest?.id ?? null } })

const recordedBy = (context: WriteContext) => ({
  recordedAt: context.now.toISOString(),
  recordedBy: context.by.personId,
  byFunction: context.by.function,
  byOrganisationId: context.by.organisationId,
})
