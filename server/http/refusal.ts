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

/** The HTTP status of each code that is not 422, by which a rule refuses what was sent. */
const statuses: Partial<Record<RefusalCode, number>> = {
  'idempotency-key-missing': 400,
  malformed: 400,
  'link-gone': 401,
  'not-signed-in': 401,
  'email-not-confirmed': 403,
  'foreign-origin': 403,
  'not-allowed': 403,
  'not-your-point': 403,
  'other-account': 403,
  'person-deactivated': 403,
  'person-unknown': 403,
  'sign-in-cancelled': 403,
  'sign-in-over': 403,
  'subject-is-personnummer': 403,
  'wrong-tenant': 403,
  'meeting-ended': 404,
  'not-found': 404,
  'activity-corrected': 409,
  'based-on-old': 409,
  'feedback-handled': 409,
  'file-finished': 409,
  'file-part-differs': 409,
  'minutes-moved-on': 409,
  'statement-moved-on': 409,
  'update-corrected': 409,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
  'document-failed': 500,
  failed: 500,
  'pdf-not-here': 501,
  'issuer-answer-wrong': 502,
  'issuer-refused': 502,
  'issuer-unreachable': 502,
  'document-too-slow': 503,
  'documents-busy': 503,
  'disk-full': 507,
}

/** The HTTP status that a code is answered with. */
export const statusOf = (code: RefusalCode): number => statuses[code] ?? 422

/**
 * Why a request is not carried out: a code, which has its HTTP status; words are put on it where the answer is written (RFC 9457).
 * `current` travels with a 409: what stands now; `retryAfter` with a 429; `status` where one address answers otherwise than its code.
 */
export class Refused extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly errors: FieldRefusal[]
  readonly current: unknown
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | undefined

  constructor(
    code: RefusalCode,
    more: { errors?: FieldRefusal[]; current?: unknown; retryAfter?: number; status?: number } = {},
  ) {
    super(code)
    this.retryAfter = more.retryAfter
    this.status = more.status ?? statusOf(code)
    this.code = code
    this.errors = more.errors ?? []
    this.current = more.current
  }
}

/** Does it, and lets a conflict (409) tell what stands now, so that a form can show it beside what was typed. */
export async function orCurrent<Done>(
  current: () => Promise<unknown>,
  work: () => Promise<Done>,
): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error
    throw new Refused(error.code, { current: await current() })
  }
}

/** Throws all reasons when a rule gave any. */
export function refuseFor(reasons: readonly FieldRefusal[]): void {
  const [first] = reasons
  if (first) throw new Refused(first.code, { errors: [...reasons] })
}

/** The refusal of one field. */
export const refusedField = (code: RefusalCode, field: string): Refused =>
  new Refused(code, { errors: [{ code, field }] })
/** A sentence for whoever starts the program: what is wrong and how to mend it. */
export class CannotStart extends Error {}
