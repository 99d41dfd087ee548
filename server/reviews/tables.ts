import type { Columns } from '../database/columns.ts'
import type { OrganisationTables } from '../people/organisations/tables.ts'
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
      /** Swedish clock, `13:00`; null for the whole day. */
      startsAt: c.text(),
      endsAt: c.text(),
      place: c.text(),
      /** Only for those who take part (K04). */
      videoUrl: c.text(),
      guestId: c.reference().references(() => texts.id),
      agendaId: c.reference().references(() => texts.id),
      /** From which day people are asked to tell how it stands. */
      preparedFrom: c.day(),
      /** When everybody was asked. */
      askedAt: c.instant(),
      /** Raised when the day, time or place changes, so that a calendar moves it; null is 0. */
      sequence: c.whole(),
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
      /** The decision it takes the place of, entered wrongly before the day closed. */
      replaces: c.reference(),
      /** It takes that one's place and says nothing: what was entered was never decided. */
      withdrawn: c.flag(),
      points: c.json<string[]>().notNull(),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
    },
    (t) => [c.index('decisions_of_review').on(t.reviewId), c.unique('decisions_replaces').on(t.replaces)],
  )

  /** Who took part, by function and organisation; a name only where it is one of our own people. */
  const participants = c.table(
    'participants',
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
      personId: c.reference().references(() => people.id),
      function: c.text().notNull(),
      organisationId: c.reference().references(() => organisations.id),
      /** Null until somebody has said. */
      attended: c.flag(),
    },
    (t) => [c.index('participants_of_review').on(t.reviewId)],
  )

  /** That a planned review day will not be held: its row stays, and its term is not given to another. Append-only. */
  const cancellations = c.table(
    'cancellations',
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
      /** Why, where somebody has said it. */
      textId: c.reference().references(() => texts.id),
      recordedAt: c.instant().notNull(),
      recordedBy: c
        .reference()
        .notNull()
        .references(() => people.id),
      byFunction: c.text().notNull(),
    },
    (t) => [c.unique('cancellations_review').on(t.reviewId)],
  )

  return { reviews, closures, decisions, participants, cancellations }
}

export type ReviewTables = ReturnType<typeof reviewTables>
