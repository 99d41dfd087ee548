import type { CheckReason, StatementReason } from '#domain/accessibility.ts'
import type { ActivityReason } from '#domain/activity.ts'
import type { AfterwardsReason } from '#domain/afterwards.ts'
import type { AreaReason } from '#domain/focus-area.ts'
import type { FeedbackReason } from '#domain/feedback.ts'
import type { FileReason, ContentReason } from '#domain/file.ts'
import type { HearingReason } from '#domain/hearing.ts'
import type { HelpReason } from '#domain/help.ts'
import type { IndicatorReason } from '#domain/indicator.ts'
import type { MailReason } from '#domain/mail.ts'
import type { HandOverReason, LeavingReason, MemberReason } from '#domain/members.ts'
import type { NumberReason } from '#domain/number.ts'
import type { OrganisationReason } from '#domain/organisation.ts'
import type { PlanReason } from '#domain/plan.ts'
import type { PointReason, WordingReason } from '#domain/point.ts'
import type { ReportReason } from '#domain/report.ts'
import type { CancellationReason, ClosureReason, ReviewFactReason, ReviewReason } from '#domain/review.ts'
import type { TagReason } from '#domain/tags.ts'
import type { UpdateReason } from '#domain/update.ts'

type RuleReason =
  | ActivityReason
  | AfterwardsReason
  | AreaReason
  | CancellationReason
  | CheckReason
  | ClosureReason
  | ContentReason
  | FeedbackReason
  | FileReason
  | HandOverReason
  | HearingReason
  | HelpReason
  | IndicatorReason
  | MailReason
  | LeavingReason
  | MemberReason
  | NumberReason
  | OrganisationReason
  | PlanReason
  | PointReason
  | ReportReason
  | ReviewFactReason
  | ReviewReason
  | TagReason
  | UpdateReason
  | StatementReason
  | WordingReason

/** Everything the server may refuse for. Each has its sentence in words/<language>/refusals.ts, or the compiler complains. */
export type RefusalCode =
  | RuleReason
  | 'activity-corrected'
  | 'adoption-settled'
  | 'answer-missing'
  | 'already-asked'
  | 'already-masked'
  | 'based-on-old'
  | 'committee-unknown'
  | 'correction-day-settled'
  | 'disk-full'
  | 'document-failed'
  | 'document-too-slow'
  | 'documents-busy'
  | 'email-not-confirmed'
  | 'email-settled'
  | 'email-taken'
  | 'erasure-unconfirmed'
  | 'failed'
  | 'feedback-handled'
  | 'file-attached'
  | 'file-finished'
  | 'file-masked'
  | 'file-not-finished'
  | 'file-part-differs'
  | 'file-part-missing'
  | 'file-part-size'
  | 'file-part-unknown'
  | 'file-unknown'
  | 'files-too-many-waiting'
  | 'foreign-origin'
  | 'from-not-before-to'
  | 'hearing-unknown'
  | 'help-answered'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'issuer-answer-wrong'
  | 'issuer-refused'
  | 'issuer-unreachable'
  | 'link-gone'
  | 'last-administrator'
  | 'last-strategist'
  | 'malformed'
  | 'minutes-moved-on'
  | 'meeting-elsewhere'
  | 'meeting-ended'
  | 'member-deactivated'
  | 'membership-ended'
  | 'membership-granted'
  | 'not-allowed'
  | 'not-found'
  | 'not-signed-in'
  | 'not-your-point'
  | 'nobody-to-ask'
  | 'nothing-new-again'
  | 'nothing-new-on-finished'
  | 'nothing-to-hand-over'
  | 'organisation-not-yours'
  | 'organisation-unknown'
  | 'other-account'
  | 'person-unknown'
  | 'owner-cannot-write'
  | 'owner-unknown'
  | 'pdf-not-here'
  | 'person-deactivated'
  | 'person-erased'
  | 'person-left'
  | 'point-unknown'
  | 'review-cancelled'
  | 'review-not-closed'
  | 'replaced-already'
  | 'review-not-next'
  | 'review-over'
  | 'review-still-open'
  | 'role-unknown'
  | 'showing-unknown'
  | 'sign-in-cancelled'
  | 'sign-in-over'
  | 'slug-taken'
  | 'statement-moved-on'
  | 'still-answered'
  | 'subject-is-personnummer'
  | 'thanks-too-late'
  | 'too-large'
  | 'too-many'
  | 'unsupported-media'
  | 'update-corrected'
  | 'wrong-tenant'

/** A refusal of one field: a code that words are put on at the edge, and the field it is about (`closing.result`, `decisions.0.points`). */
export interface FieldRefusal {
  code: RefusalCode
  field: string
}

/**
 * Why a request is not carried out: an HTTP status and a code; words are put on the code where the answer is written (RFC 9457).
 * `current` travels with a 409: what stands now; `retryAfter` with a 429.
 */
export class Refused extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly errors: FieldRefusal[]
  readonly current: unknown
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    code: RefusalCode,
    more: { errors?: FieldRefusal[]; current?: unknown; retryAfter?: number } = {},
  ) {
    super(code)
    this.retryAfter = more.retryAfter
    this.status = status
    this.code = code
    this.errors = more.errors ?? []
    this.current = more.current
  }
}

/** Throws a 422 with all reasons when a rule gave any. */
export function refuseFor(reasons: readonly FieldRefusal[]): void {
  const [first] = reasons
  if (first) throw new Refused(422, first.code, { errors: [...reasons] })
}

/** A 422 for one field. */
export const refusedField = (code: RefusalCode, field: string): Refused =>
  new Refused(422, code, { errors: [{ code, field }] })
/** A sentence for whoever starts the program: what is wrong and how to mend it. */
export class CannotStart extends Error {}
