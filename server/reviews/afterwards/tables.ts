import type { FollowUpAnswer } from '#domain/afterwards.ts'
import type { Columns } from '../../database/columns.ts'
import type { OrganisationTables } from '../../people/organisations/tables.ts'
import type { PeopleTables } from '../../people/tables.ts'
import type { PlanTables } from '../../plans/tables.ts'
import type { PointTables } from '../../points/tables.ts'
import type { ReviewTables } from '../tables.ts'
import type { TextTables } from '../../texts/tables.ts'

type Others = OrganisationTables & PeopleTables & PlanTables & PointTables & TextTables & ReviewTables

export const afterwardsTables = (
  c: Columns,
  { organisations, people, plans, points, updates, texts, reviews, decisions }: Others,
) => {
  /** The minutes (minnesanteckning) of a review day, a row a version; the last one counts. Append-only. */
  const minutes = c.table(
    'minutes',
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
      textId: c
        .reference()
        .notNull()
        .references(() => texts.id),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('minutes_latest').on(t.reviewId, t.id)],
  )

  /** A dated correction in words beside a closed report, which never changes (trap 21). Append-only. */
  const remarks = c.table(
    'remarks',
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
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
      byOrganisationId: c.reference().references(() => organisations.id),
    },
    (t) => [c.index('remarks_of_review').on(t.reviewId)],
  )

  /** What became of a decision; until it is done it returns on the next agenda (F25). Append-only. */
  const decisionAnswers = c.table(
    'decision_answers',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      decisionId: c
        .reference()
        .notNull()
        .references(() => decisions.id),
      done: c.flag().notNull(),
      textId: c
        .reference()
        .notNull()
        .references(() => texts.id),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
    },
    (t) => [c.index('decision_answers_latest').on(t.decisionId, t.id)],
  )

  /** "Lever det än?": that somebody was asked, about which embedding, how many months after. Append-only. */
  const followUpQuestions = c.table(
    'follow_up_questions',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      pointId: c
        .reference()
        .notNull()
        .references(() => points.id),
      updateId: c
        .reference()
        .notNull()
        .references(() => updates.id),
      months: c.whole().notNull(),
      personId: c.reference().references(() => people.id),
      askedAt: c.instant().notNull(),
    },
    (t) => [
      c.unique('follow_up_questions_months').on(t.updateId, t.months),
      c.index('follow_up_questions_of_point').on(t.pointId),
    ],
  )

  /** What the receiver said. It stands beside the completed point and rewrites nothing (idea 2). Append-only. */
  const followUpAnswers = c.table(
    'follow_up_answers',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      questionId: c
        .reference()
        .notNull()
        .references(() => followUpQuestions.id),
      answer: c.text().$type<FollowUpAnswer>().notNull(),
      textId: c.reference().references(() => texts.id),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
      byOrganisationId: c.reference().references(() => organisations.id),
    },
    (t) => [c.index('follow_up_answers_of_question').on(t.questionId, t.id)],
  )

  return { minutes, remarks, decisionAnswers, followUpQuestions, followUpAnswers }
}

export type AfterwardsTables = ReturnType<typeof afterwardsTables>
