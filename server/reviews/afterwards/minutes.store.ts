import { asc, eq } from 'drizzle-orm'
import { afterwardsLimits, refuseWords } from '#domain/afterwards.ts'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { Refused, refuseFor, refusedField } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { Plan } from '../../database/plan.ts'
import { requireReview } from '../../plans/review-days.store.ts'
import { writeText } from '../../texts/store.ts'
import { commentsOf } from '../comments.store.ts'

type Minutes = Tables['minutes']['$inferSelect']
type Spoken = { point: string | null; textId: number }

/** Every version of a review day's minutes, the first first. */
export async function minutesOf(tx: Tx, reviewId: number): Promise<Minutes[]> {
  const { minutes } = tx.tables
  return tx.select().from(minutes).where(eq(minutes.reviewId, reviewId)).orderBy(asc(minutes.id))
}

/**
 * Saves a new version of the minutes (F26); earlier ones stay. `basedOn` is the version that was changed, null for the first: 409 when there is a
 * later one. Refuses no words, and a day that is not closed; 404 for one that is not there.
 */
export async function saveMinutes(
  tx: Tx,
  plan: Plan,
  term: string,
  { text, basedOn }: { text: string; basedOn: number | null },
  context: WriteContext,
): Promise<void> {
  const review = await requireReview(tx, plan, term)
  if (!review.closure) throw refusedField('review-still-open', 'text')
  refuseFor(refuseWords(text, afterwardsLimits.minutes))
  const latest = (await minutesOf(tx, review.id)).at(-1)?.id ?? null
  if (latest !== basedOn) throw new Refused('minutes-moved-on', { current: { id: latest } })
  await tx.insert(tx.tables.minutes).values({
    planId: plan.id,
    reviewId: review.id,
    textId: (await writeText(tx, plan.id, text, context))!,
    recordedAt: context.now.toISOString(),
    recordedBy: context.by.personId,
  })
}

/** What was said of each point on a review day, and of the whole: without what was replaced or withdrawn. */
export async function spokenOn(tx: Tx, reviewId: number): Promise<Spoken[]> {
  return (await commentsOf(tx, reviewId)).map(({ number, textId }) => ({ point: number, textId }))
}
