import { Type, type Static } from 'typebox'
import { AnswerView, RemarkView } from './afterwards/afterwards.page.ts'
import { HearingView } from './afterwards/hearings.routes.ts'
import { FollowUpView } from '../points/follow-up/answer.page.ts'
import { Downloads, WrittenPart } from '../reports/page-part.ts'
import { ShownFile } from '../files/view.ts'
import { Dated, OutlookName, Split, StatusName } from '../http/layout.ts'
import type { PlanPage } from '../http/page.ts'
import { InvitationPart } from './invitations/routes.ts'
import { TallyGroup } from '../plans/view.ts'
import { loadReviews } from './reviews.page.ts'
import { loadReport } from './report-loader.ts'
import { ReviewView } from './reviews.page.ts'
import { Wheel } from './plan.page.ts'

/** `/{plan}/avstamningar`: closed and planned review days, the latest first. */
export const ReviewsData = Type.Object({
  reviews: Type.Array(
    Type.Object({
      term: Type.String(),
      name: Type.String(),
      told: ReviewView,
      completed: Type.Optional(Type.Integer()),
      adopted: Type.Optional(Type.Integer()),
      /** "4 nya slutförda", in the reader's language. */
      change: Type.Optional(Type.String()),
    }),
  ),
  /** The sentence that opens the page. */
  headline: Type.String(),
  note: Type.Optional(Type.String()),
  /** The first day that is not closed and has not passed. */
  next: Type.Optional(Type.Object({ term: Type.String(), told: ReviewView })),
  wheel: Type.Optional(Wheel),
  /** The address of the calendar of all review days, without origin. */
  calendar: Type.String(),
})
export type ReviewsData = Static<typeof ReviewsData>

/** Either axis, as a mark and a word: a status or an outlook. */
export const Mark = Type.Object({
  status: Type.Optional(StatusName),
  outlook: Type.Optional(OutlookName),
  mergedInto: Type.Optional(Type.String()),
  /** Where the change is of neither: a new end, a new responsible. */
  text: Type.Optional(Type.String()),
  /** The text is the plan's own language. */
  own: Type.Optional(Type.Boolean()),
})
export type Mark = Static<typeof Mark>

export const Changes = Type.Object({
  label: Type.String(),
  rows: Type.Array(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      from: Type.Optional(Mark),
      to: Type.Optional(Mark),
      /** What else is to be said of it: where its end was first. */
      more: Type.Optional(Type.String()),
    }),
  ),
})

export const Left = Type.Object({
  number: Type.String(),
  title: Type.String(),
  reason: Type.Optional(Type.String()),
  masked: Type.Optional(Type.Boolean()),
  reopened: Type.Optional(Type.Boolean()),
  /** It came into the plan after the adoption, and is counted apart. */
  added: Type.Optional(Type.Boolean()),
  mark: Mark,
  lead: Type.String(),
})

/** `/{plan}/avstamningar/{term}`: the report of a closed day, drawn from its stored snapshot; or what is known of a day to come. */
export const ReportData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** The plan's title, as it was on that day. */
  title: Type.String(),
  years: Type.String(),
  held: Dated,
  reference: Type.Optional(Type.String()),
  /** Absent until the day is closed; the page then says so and nothing more. */
  closed: Type.Optional(
    Type.Object({
      at: Type.String(),
      /** The words that were published around the numbers. */
      written: Type.Optional(WrittenPart),
      downloads: Downloads,
      /** "18 av 25 punkter är slutförda, fyra fler än i våras." and how they divide. */
      standing: Split,
      divided: Type.Optional(Type.String()),
      /** How many points were added after the adoption, counted apart. */
      added: Type.Optional(Type.String()),
      groups: Type.Array(TallyGroup),
      since: Type.Optional(Type.Object({ caption: Type.String(), changes: Type.Array(Changes) })),
      sinceNone: Type.Optional(Type.String()),
      /** Which points nobody reported on in this round. */
      notReported: Type.Optional(Type.String()),
      leftSentence: Type.String(),
      left: Type.Array(Left),
      careSentence: Type.String(),
      undecided: Type.Optional(Type.String()),
      decisions: Type.Array(
        Type.Object({
          text: Type.String(),
          by: Type.Optional(Type.String()),
          masked: Type.Optional(Type.Boolean()),
          /** What became of it, said on later days. */
          answers: Type.Optional(Type.Array(AnswerView)),
        }),
      ),
      /** What was said of a point, or with no number of the whole. */
      said: Type.Array(
        Type.Object({
          number: Type.String(),
          title: Type.String(),
          lines: Type.Array(Type.Object({ text: Type.String(), masked: Type.Optional(Type.Boolean()) })),
        }),
      ),
      /** "Enhetschef, socialkontoret": functions and organisations, never names. */
      tookPart: Type.Array(Type.String()),
      activities: Type.Optional(Type.String()),
      /** Pictures and documents of the round, point by point: those everybody could see when the day closed and still can. */
      files: Type.Array(
        Type.Object({ number: Type.String(), title: Type.String(), files: Type.Array(ShownFile) }),
      ),
      counting: Type.String(),
      /** The first signs of the hash, for people to compare. */
      checksum: Type.String(),
      /** Where a printed page is matched by it. */
      match: Split,
      /** What was corrected after the day was closed; the report itself stays as it was. */
      corrections: Type.Array(
        Type.Object({
          key: Type.String(),
          day: Dated,
          number: Type.String(),
          title: Type.String(),
          text: Type.String(),
        }),
      ),
      /** Where the report has been taken up since (P10). */
      hearings: Type.Array(HearingView),
      /** Dated corrections in words beside the report. */
      remarks: Type.Array(RemarkView),
      /** What receivers of embedded points have said since. */
      still: Type.Array(FollowUpView),
    }),
  ),
  /** What an open or coming review day can say. */
  open: Type.Optional(
    Type.Object({
      sentence: Type.String(),
      text: Type.String(),
      told: ReviewView,
      /** For those who lead the plan. */
      invitation: Type.Optional(InvitationPart),
    }),
  ),
  previous: Type.Optional(Type.Object({ term: Type.String(), name: Type.String() })),
  next: Type.Optional(Type.Object({ term: Type.String(), name: Type.String() })),
})
export type ReportData = Static<typeof ReportData>

export const reviewsPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar',
  view: 'reviews/Reviews',
  schema: ReviewsData,
  access: 'open',
  catalogues: ['reviews'],
  script: 'none',
  load: loadReviews,
}

export const reportPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term',
  view: 'reviews/Report',
  schema: ReportData,
  access: 'open',
  catalogues: ['report', 'reportText', 'hearings', 'reviewDay', 'saving', 'refusals'],
  script: 'none',
  load: loadReport,
}
