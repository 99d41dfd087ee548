import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import type { TextTables } from '../texts/tables.ts'

type Others = OrganisationTables & PeopleTables & PlanTables & TextTables

export const reviewTables = (c: Columns, { organisations, people, plans, texts }: Others) => {
  const reviews = c.table(
    'reviews',
    {
      id: c.id(),
      planId: c
        .reference()
        .notNull()
        .references(() => plans.id),
      term: c.text().notNull(),
      heldOn: c.day().notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.unique('reviews_term').on(t.planId, t.term)],
  )

  /** A closed review day: its snapshot whole, hashed, and chained to the one before. Append-only. */
  const closures = c.table(
    'closures',
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
      heldOn: c.day().notNull(),
      closedAt: c.instant().notNull(),
      closedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      /** The plan's latest update when it was closed: what was known. */
      basedOn: c.reference(),
      snapshot: c.text().notNull(),
      previousHash: c.text().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [c.unique('closures_review').on(t.reviewId), c.unique('closures_held_on').on(t.planId, t.heldOn)],
  )

  /** How we take care of what is left: what was decided on a review day. Append-only. */
  const decisions = c.table(
    'decisions',
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
      responsibleId: c.reference().references(() => organisations.id),
      responsibleFunction: c.text(),
      dueOn: c.day(),
      points: c.json<string[]>().notNull(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('decisions_of_review').on(t.reviewId)],
  )

  return { reviews, closures, decisions }
}

export type ReviewTables = ReturnType<typeof reviewTables>
