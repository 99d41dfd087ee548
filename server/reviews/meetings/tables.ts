import type { Columns } from '../../database/columns.ts'
import type { PeopleTables } from '../../people/tables.ts'
import type { PlanTables } from '../../plans/tables.ts'
import type { PointTables } from '../../points/tables.ts'
import type { ReviewTables } from '../tables.ts'
import type { TextTables } from '../../texts/tables.ts'

type Others = PeopleTables & PlanTables & PointTables & TextTables & ReviewTables

export const meetingTables = (c: Columns, { people, plans, points, texts, reviews }: Others) => {
  /** The order somebody has chosen for a review day's agenda; without a row it makes itself. */
  const agendaOrders = c.table(
    'agenda_orders',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      reviewId: c
        .reference()
        .notNull()
        .references(() => reviews.id),
      numbers: c.json<string[]>().notNull(),
      /** Two who order at once do not overwrite each other. */
      version: c.whole().notNull(),
      changedAt: c.instant().notNull(),
      changedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.unique('agenda_orders_review').on(t.reviewId)],
  )

  /** A review day under way: what the projector shows, and the code that lets others follow it. */
  const meetings = c.table(
    'meetings',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      reviewId: c
        .reference()
        .notNull()
        .references(() => reviews.id),
      /** Ten random characters, good only while it is under way. */
      code: c.text().notNull(),
      openedAt: c.instant().notNull(),
      openedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      endedAt: c.instant(),
      /** `start`, `point:7`, `example:12` or `end`. */
      showing: c.text().notNull(),
      /** Raised by every step and every word that the followers see. */
      version: c.whole().notNull(),
    },
    (t) => [c.unique('meetings_code').on(t.code), c.unique('meetings_review').on(t.reviewId)],
  )

  /** What was said of a point on the day, bound to that day; a mistake is answered by one that takes its place. Append-only. */
  const comments = c.table(
    'comments',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      reviewId: c
        .reference()
        .notNull()
        .references(() => reviews.id),
      pointId: c.reference().references(() => points.id),
      textId: c
        .reference()
        .notNull()
        .references(() => texts.id),
      replaces: c.reference(),
      /** It takes that one's place and says nothing. */
      withdrawn: c.flag(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
    },
    (t) => [c.index('comments_of_review').on(t.reviewId), c.unique('comments_replaces').on(t.replaces)],
  )

  return { agendaOrders, meetings, comments }
}

export type MeetingTables = ReturnType<typeof meetingTables>
