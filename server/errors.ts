/** A refusal of one field: a code that words are put on at the edge, and the field it is about. */
export interface FieldRefusal {
  code: string
  field: string
  /** What the sentence names: `{ earliest: '2023-11-15' }`. */
  facts?: Record<string, string | number>
}

/**
 * Why a request is not carried out: an HTTP status and a code; words are put on the code where the answer is written (RFC 9457).
 * `current` travels with a 409: what stands now.
 */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly errors: FieldRefusal[]
  readonly current: unknown

  constructor(status: number, code: string, more: { errors?: FieldRefusal[]; current?: unknown } = {}) {
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
