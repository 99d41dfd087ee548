import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { RefusalCode } from '../../http/refusal.ts'

/** Why a sign-in through an issuer came to nothing. Each has its sentence among the refusals. */
export type SignInRefusal = Extract<
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

const statuses: Record<SignInRefusal, number> = {
  'email-not-confirmed': 403,
  'issuer-answer-wrong': 502,
  'issuer-refused': 502,
  'issuer-unreachable': 502,
  'person-deactivated': 403,
  'person-unknown': 403,
  'sign-in-cancelled': 403,
  'sign-in-over': 403,
  'subject-is-personnummer': 403,
  'wrong-tenant': 403,
}

/** A sign-in that came to nothing: what the person is told, and for the log a word more – a code, never what an issuer or a browser sent. */
export class SignInFailed extends Error {
  readonly code: SignInRefusal
  readonly status: number
  readonly reason: string

  constructor(code: SignInRefusal, reason = '') {
    super(code)
    this.code = code
    this.status = statuses[code]
    this.reason = reason
  }
}

/** What openid-client threw, as what the person is told. Errors of its own carry tokens and answers in their cause: only codes go on. */
export function failureOf(error: unknown): SignInFailed {
  if (error instanceof SignInFailed) return error
  if (error instanceof AuthorizationResponseError) {
    const cancelled = error.error === 'access_denied'
    return new SignInFailed(cancelled ? 'sign-in-cancelled' : 'issuer-refused', registered(error.error))
  }
  if (error instanceof ResponseBodyError) return new SignInFailed('issuer-refused', registered(error.error))
  if (error instanceof WWWAuthenticateChallengeError)
    return new SignInFailed('issuer-refused', `userinfo-${error.status}`)
  // What is left of a request that got no answer.
  if (error instanceof TypeError) return new SignInFailed('issuer-unreachable', 'no-connection')
  const code = error instanceof ClientError ? (error.code ?? '') : ''
  const silent = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(code)
  return new SignInFailed(silent ? 'issuer-unreachable' : 'issuer-answer-wrong', code)
}

/** OAuth's own error words look like this; anything else an issuer or a browser wrote is not repeated. */
const registered = (word: string): string => (/^[a-z_]{1,40}$/.test(word) ? word : 'unnamed')
