import { AuthorizationResponseError, ClientError, WWWAuthenticateChallengeError } from 'openid-client'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../server/sign-in/oidc/failures.ts'

const answered = (query: Record<string, string>) =>
  new AuthorizationResponseError('said no', { cause: new URLSearchParams(query) })

const coded = (code: string) => Object.assign(new ClientError('of the library'), { code })

describe('what goes wrong at an issuer becomes a code for the log and a sentence for the person', () => {
  const challenge = new WWWAuthenticateChallengeError('challenged', {
    cause: [],
    response: new Response('hemligt', { status: 403 }),
  })
  test.each<[Error, string, string]>([
    [answered({ error: 'access_denied' }), 'sign-in-cancelled', 'access_denied'],
    [answered({ error: 'temporarily_unavailable' }), 'issuer-refused', 'temporarily_unavailable'],
    [answered({ error: 'Karin Sjöholm 850312-1234' }), 'issuer-refused', 'unnamed'],
    [challenge, 'issuer-refused', 'userinfo-403'],
    [new TypeError('fetch failed'), 'issuer-unreachable', 'no-connection'],
    [coded('OAUTH_TIMEOUT'), 'issuer-unreachable', 'OAUTH_TIMEOUT'],
    [coded('OAUTH_RESPONSE_IS_NOT_CONFORM'), 'issuer-unreachable', 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
    [coded('OAUTH_JWT_CLAIM_COMPARISON_FAILED'), 'issuer-answer-wrong', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    [new Error('hemligt'), 'issuer-answer-wrong', ''],
  ])('%s: %s', (error, code, reason) => {
    const { code: told, reason: logged } = failureOf(error)
    expect([told, logged]).toEqual([code, reason])
  })
})
