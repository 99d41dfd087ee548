import type { Columns } from '../../database/columns.ts'
import type { OrganisationTables } from '../../people/organisations/tables.ts'
import type { PeopleTables } from '../../people/tables.ts'
import type { PlanTables } from '../../plans/tables.ts'
import type { PointTables } from '../../points/tables.ts'
import type { ReviewTables } from '../tables.ts'
import type { TextTables } from '../../texts/tables.ts'

type Others = OrganisationTables & PeopleTables & PlanTables & PointTables & TextTables & ReviewTables

export const preparationTables = (
  c: Columns,
  { organisations, people, plans, points, texts, reviews }: Others,
) => {
  /** Whom we have asked and reminded ahead of a review day, each step once, whatever became of the mail. Append-only. */
  const reminders = c.table(
    'reminders',
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
      personId: c
        .reference()
        .notNull()
        .references(() => people.id),
      /** Days from the review day, as the rule names them; 0 is the request itself. */
      step: c.whole().notNull(),
      wantedAt: c.instant().notNull(),
    },
    (t) => [c.unique('reminders_step').on(t.reviewId, t.personId, t.step)],
  )

  /** *We need help* with a point: for those who lead the plan until it is taken up (idea 19). Append-only. */
  const helpRequests = c.table(
    'help_requests',
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
      onBehalfOfId: c.reference().references(() => organisations.id),
    },
    (t) => [c.index('help_requests_of_point').on(t.pointId)],
  )

  /** What became of it: "ni bad om …, det hände …". Append-only. */
  const helpReplies = c.table(
    'help_replies',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      helpId: c
        .reference()
        .notNull()
        .references(() => helpRequests.id),
      reviewId: c.reference().references(() => reviews.id),
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
    (t) => [c.unique('help_replies_help').on(t.helpId)],
  )

  /** A plan's own words in a mail, instead of the usual ones (F44). */
  const mailTexts = c.table(
    'mail_texts',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      kind: c.text().notNull(),
      lang: c.text().notNull(),
      subject: c.text().notNull(),
      body: c.text().notNull(),
      changedAt: c.instant().notNull(),
      changedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.unique('mail_texts_kind').on(t.planId, t.kind, t.lang)],
  )

  return { reminders, helpRequests, helpReplies, mailTexts }
}

export type PreparationTables = ReturnType<typeof preparationTables>
