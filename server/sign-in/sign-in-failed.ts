import { statusOf, type RefusalCode } from '../http/refusal.ts'

/** Why a sign-in through an issuer came to nothing. Each has its sentence among the refusals. */
type SignInRefusal = Extract<
  RefusalCode,
  | 'email-not-confirmed'
  | 'issuer-answer-wrong'
  | 'issuer-refused'
  | 'issuer-unreachable'
  | 'person-deactivated'
  | 'person-unknown'
  | 'sign-in-cancelled'
  | 'sign-in-over'
  | 'subject-is-personnummer'
  | 'wrong-tenant'
>

/** A sign-in that came to nothing: what the person is told, and for the log a word more – a code, never what an issuer or a browser sent. */
export class SignInFailed extends Error {
  readonly code: SignInRefusal
  readonly status: number
  readonly reason: string

  constructor(code: SignInRefusal, reason = '') {
    super(code)
    this.code = code
    this.status = statusOf(code)
    this.reason = reason
  }
}
