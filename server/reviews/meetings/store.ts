import { randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../database/database.ts'
import { Refused } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { type Meeting, meetingOf } from '../open-meeting.store.ts'

/** The meeting that is or was followed by this code. */
export async function meetingByCode(tx: Tx, code: string): Promise<Meeting | undefined> {
  const { meetings } = tx.tables
  const [row] = await tx.select().from(meetings).where(eq(meetings.code, code))
  return row
}

/** Signs that are not taken for one another when somebody types them from a screen. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** What a meeting is followed by: ten random signs, some 49 bits. */
const newCode = (): string => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')

/** Opens a review day's meeting, or opens it again with another code; from its first slide. */
export async function startMeeting(
  tx: Tx,
  where: { planId: number; reviewId: number },
  context: WriteContext,
): Promise<void> {
  const { meetings } = tx.tables
  const earlier = await meetingOf(tx, where.reviewId)
  const opened = {
    code: newCode(),
    openedAt: context.now.toISOString(),
    openedBy: context.by.personId,
    endedAt: null,
    showing: 'start',
    version: (earlier?.version ?? 0) + 1,
  }
  if (earlier) await tx.update(meetings).set(opened).where(eq(meetings.id, earlier.id))
  else await tx.insert(meetings).values({ ...where, ...opened })
}

/**
 * Shows something else, in one step: 409 with what stands when somebody stepped meanwhile, 404 when no meeting is under way. Does not raise the
 * plan's revision: only those who follow see it.
 */
export async function stepMeeting(
  tx: Tx,
  reviewId: number,
  to: { showing: string; version: number },
): Promise<void> {
  const { meetings } = tx.tables
  const stepped = await tx
    .update(meetings)
    .set({ showing: to.showing, version: to.version + 1 })
    .where(and(eq(meetings.reviewId, reviewId), isNull(meetings.endedAt), eq(meetings.version, to.version)))
    .returning({ id: meetings.id })
  if (stepped.length > 0) return
  const meeting = await meetingOf(tx, reviewId)
  if (!meeting || meeting.endedAt !== null) throw new Refused('meeting-ended')
  throw new Refused('based-on-old', {
    current: { showing: meeting.showing, version: meeting.version },
  })
}

interface ChosenOrder {
  /** Empty where the agenda makes itself. */
  numbers: string[]
  /** 0 where nobody has chosen. */
  version: number
}

/** The order somebody chose for a review day's agenda. */
export async function chosenOrder(tx: Tx, reviewId: number): Promise<ChosenOrder> {
  const { agendaOrders } = tx.tables
  const [row] = await tx.select().from(agendaOrders).where(eq(agendaOrders.reviewId, reviewId))
  return { numbers: row?.numbers ?? [], version: row?.version ?? 0 }
}

/** Chooses an order, or with no numbers lets the agenda make itself; 409 with what stands when somebody ordered meanwhile. */
export async function chooseOrder(
  tx: Tx,
  where: { planId: number; reviewId: number },
  { numbers, version }: ChosenOrder,
  context: WriteContext,
): Promise<void> {
  const { agendaOrders } = tx.tables
  const current = await chosenOrder(tx, where.reviewId)
  if (current.version !== version) throw new Refused('based-on-old', { current })
  const chosen = {
    numbers,
    version: version + 1,
    changedAt: context.now.toISOString(),
    changedBy: context.by.personId,
  }
  if (version === 0) await tx.insert(agendaOrders).values({ ...where, ...chosen })
  else await tx.update(agendaOrders).set(chosen).where(eq(agendaOrders.reviewId, where.reviewId))
}
