import type { FeedbackKind } from '#domain/feedback.ts'
import type { Columns } from '../database/columns.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'

/** What somebody who reads thinks of a page, or could not use on it (K10). Kept until it is answered, then a while; never public. */
export const feedbackTables = (c: Columns, { people, plans }: PeopleTables & PlanTables) => ({
  feedback: c.table(
    'feedback',
    {
      id: c.id(),
      /** Null for pages that belong to no plan. */
      planId: c.reference().references(() => plans.id),
      kind: c.text().$type<FeedbackKind>().notNull(),
      /** The path it is about, without origin and query. */
      path: c.text().notNull(),
      lang: c.text().notNull(),
      /** Null once swept. */
      body: c.text(),
      /** Only for an answer; null where none is wanted, and once swept. */
      email: c.text(),
      receivedAt: c.instant().notNull(),
      handledAt: c.instant(),
      handledBy: c.reference().references(() => people.id),
      answer: c.text(),
    },
    (t) => [c.index('feedback_waiting').on(t.handledAt, t.planId)],
  ),
})

export type FeedbackTables = ReturnType<typeof feedbackTables>
