import type { ActivityReason } from '#domain/activity.ts'
import type { NumberReason } from '#domain/number.ts'
import type { PlanReason } from '#domain/plan.ts'
import type { ClosureReason, ReviewReason } from '#domain/review.ts'
import type { UpdateReason } from '#domain/update.ts'

type RuleReason = ActivityReason | ClosureReason | NumberReason | PlanReason | ReviewReason | UpdateReason

/** Everything the server may refuse for. Each has its sentence in words/<language>/refusals.ts, or the compiler complains. */
export type RefusalCode =
  | RuleReason
  | 'activity-corrected'
  | 'adoption-settled'
  | 'already-masked'
  | 'based-on-old'
  | 'decision-before-adoption'
  | 'decision-missing'
  | 'correction-day-settled'
  | 'disk-full'
  | 'email-taken'
  | 'failed'
  | 'focus-area-unknown'
  | 'foreign-origin'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'malformed'
  | 'not-allowed'
  | 'not-found'
  | 'not-signed-in'
  | 'not-your-point'
  | 'nothing-new-on-finished'
  | 'number-taken'
  | 'organisation-unknown'
  | 'point-unknown'
  | 'slug-taken'
  | 'too-large'
  | 'unsupported-media'
  | 'update-corrected'

/** A refusal of one field: a code that words are put on at the edge, and the field it is about (`closing.result`, `decisions.0.points`). */
export interface FieldRefusal {
  code: RefusalCode
  field: string
}

/**
 * Why a request is not carried out: an HTTP status and a code; words are put on the code where the answer is written (RFC 9457).
 * `current` travels with a 409: what stands now.
 */
export class Refused extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly errors: FieldRefusal[]
  readonly current: unknown

  constructor(status: number, code: RefusalCode, more: { errors?: FieldRefusal[]; current?: unknown } = {}) {
    super(code)
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
