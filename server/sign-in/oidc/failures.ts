import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { SignInFailed } from '../sign-in-failed.ts'

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
