import { Type, type Static } from 'typebox'
import { ShownFile } from '../files/view.ts'
import { Dated, Split } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPage } from '../http/page.ts'
import { TallyGroup } from '../plans/view.ts'
import { loadReport } from './report-loader.ts'
import { HearingView, AnswerView, RemarkView } from './afterwards/view.ts'
import { InvitationPart } from './invitations/view.ts'
import { FollowUpView } from '../points/follow-up/view.ts'
import { Downloads, WrittenPart } from '../reports/view.ts'
import { ReviewView, Changes, Left } from './view.ts'

/** `/{plan}/avstamningar/{term}`: the report of a closed day, drawn from its stored snapshot; or what is known of a day to come. */
export const ReportData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** The plan's title, as it was on that day. */
  title: Type.String(),
  years: Type.String(),
  held: Dated,
  reference: Maybe(Type.String()),
  /** Null until the day is closed; the page then says so and nothing more. */
  closed: Maybe(
    Type.Object({
      at: Type.String(),
      /** The words that were published around the numbers. */
      written: Maybe(WrittenPart),
      downloads: Downloads,
      /** "18 av 25 punkter är slutförda, fyra fler än i våras." and how they divide. */
      standing: Split,
      divided: Maybe(Type.String()),
      /** How many points were added after the adoption, counted apart. */
      added: Maybe(Type.String()),
      groups: Type.Array(TallyGroup),
      since: Maybe(Type.Object({ caption: Type.String(), changes: Type.Array(Changes) })),
      sinceNone: Maybe(Type.String()),
      /** Which points nobody reported on in this round. */
      notReported: Maybe(Type.String()),
      leftSentence: Type.String(),
      left: Type.Array(Left),
      careSentence: Type.String(),
      undecided: Maybe(Type.String()),
      decisions: Type.Array(
        Type.Object({
          text: Type.String(),
          by: Maybe(Type.String()),
          masked: Type.Boolean(),
          /** What became of it, said on later days. */
          answers: Maybe(Type.Array(AnswerView)),
        }),
      ),
      /** What was said of a point, or with no number of the whole. */
      said: Type.Array(
        Type.Object({
          number: Type.String(),
          title: Type.String(),
          lines: Type.Array(Type.Object({ text: Type.String(), masked: Type.Boolean() })),
        }),
      ),
      /** "Enhetschef, socialkontoret": functions and organisations, never names. */
      tookPart: Type.Array(Type.String()),
      activities: Maybe(Type.String()),
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
  open: Maybe(
    Type.Object({
      sentence: Type.String(),
      text: Type.String(),
      told: ReviewView,
      /** For those who lead the plan. */
      invitation: Maybe(InvitationPart),
    }),
  ),
  previous: Maybe(Type.Object({ term: Type.String(), name: Type.String() })),
  next: Maybe(Type.Object({ term: Type.String(), name: Type.String() })),
})
export type ReportData = Static<typeof ReportData>

export const reportPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term',
  view: 'reviews/Report',
  schema: ReportData,
  access: 'open',
  catalogues: ['common', 'status', 'report', 'reportText', 'hearings', 'reviewDay', 'saving'],
  script: 'none',
  load: loadReport,
}
