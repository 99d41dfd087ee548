import { lt, or } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { sweepFeedback } from '../feedback/store.ts'
import { sweepFiles } from '../files/store.ts'
import { isSpent } from '../mail/outbox.store.ts'
import { recordChange } from '../trail/store.ts'

/** For how many days the program keeps what is no record of anything (S06, docs/privacy.md), by the names the trail tells it under. */
const keptDays = {
  answers: 90,
  drafts: 90,
  links: 90,
  sessions: 90,
  notices: 90,
  signIns: 1,
  feedback: 730,
} as const

type Kind = keyof typeof keptDays
/** How many rows went, by kind; `files` are those nobody finished within a day. */
type Swept = Record<Kind | 'files', number>

/**
 * Lets go of what has been kept long enough: kept answers, drafts nobody has touched, links that open nothing any more, sessions that have
 * ended, mail that was sent or given up, sign-ins that never came back, what readers wrote about pages, and files that were never finished. What was let go of is told in
 * the trail, by the program itself; where there was nothing there is no row.
 */
export async function sweep(tx: Tx, now: Date): Promise<Swept> {
  const before = (kind: Kind): string => new Date(now.getTime() - keptDays[kind] * 86_400_000).toISOString()
  const gone = await letGo(tx, before)
  const fields = Object.fromEntries(
    Object.entries(gone)
      .filter(([, n]) => n > 0)
      .map(([kind, n]) => [kind, { after: n }]),
  )
  if (Object.keys(fields).length > 0)
    await recordChange(tx, { personId: null, deed: 'retention.sweep', fields }, now)
  // Files tell of themselves, each in its plan.
  return { ...gone, files: await sweepFiles(tx, now) }
}

async function letGo(tx: Tx, before: (kind: Kind) => string): Promise<Record<Kind, number>> {
  const { idempotencyKeys, drafts, links, sessions, outbox, signIns } = tx.tables
  const [over, ended, told] = [before('links'), before('sessions'), before('notices')]
  const untouched = lt(drafts.changedAt, before('drafts'))
  const dead = or(lt(links.expiresAt, over), lt(links.usedAt, over), lt(links.revokedAt, over))
  const past = or(lt(sessions.expiresAt, ended), lt(sessions.revokedAt, ended))
  const done = isSpent(tx.tables, told)
  const gone = {
    answers: await tx
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.createdAt, before('answers')))
      .returning({ id: idempotencyKeys.id }),
    drafts: await tx.delete(drafts).where(untouched).returning({ id: drafts.id }),
    links: await tx.delete(links).where(dead).returning({ id: links.id }),
    sessions: await tx.delete(sessions).where(past).returning({ id: sessions.id }),
    notices: await tx.delete(outbox).where(done).returning({ id: outbox.id }),
    signIns: await tx
      .delete(signIns)
      .where(lt(signIns.expiresAt, before('signIns')))
      .returning({ id: signIns.id }),
  }
  const feedback = await sweepFeedback(tx, { before: before('feedback'), handledBefore: before('notices') })
  return {
    answers: gone.answers.length,
    drafts: gone.drafts.length,
    links: gone.links.length,
    sessions: gone.sessions.length,
    notices: gone.notices.length,
    signIns: gone.signIns.length,
    feedback,
  }
}
