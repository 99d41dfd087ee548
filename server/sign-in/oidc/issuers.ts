import * as client from 'openid-client'
import type { IssuerEntry } from './configuration.ts'
import { failureOf } from './failures.ts'
import { isLoopback } from './configuration-faults.ts'
import type { Claims } from './claims.ts'
import { SignInFailed } from '../sign-in-failed.ts'

/** What a sign-in is begun with, and what must come back. */
export interface Asked {
  redirectUri: string
  state: string
  nonce: string
  verifier: string
}

/** An issuer that people may sign in through. Each of its deeds throws SignInFailed. */
export interface Issuer {
  entry: IssuerEntry
  /** Where the browser goes to sign in: code, PKCE (S256), state and nonce. */
  begin: (asked: Asked) => Promise<URL>
  /** What the issuer says of whoever came back to this address. */
  finish: (address: URL, asked: Omit<Asked, 'redirectUri'>) => Promise<Claims>
  /** Where the browser goes to sign out there too; undefined where the issuer has no such place. */
  end: (back: string) => Promise<URL | undefined>
}

/** Each request to an issuer, in seconds. */
const patience = 5
/** What an issuer says of itself holds this long. */
const knownFor = 3_600_000

/** The issuers that are allowed, by key, in the file's order. Nothing is asked of them before somebody signs in. */
export function connectIssuers(entries: readonly IssuerEntry[]): ReadonlyMap<string, Issuer> {
  return new Map(entries.map((entry) => [entry.key, connect(entry)]))
}

function connect(entry: IssuerEntry): Issuer {
  const address = new URL(entry.issuer)
  let known: { at: number; configuration: Promise<client.Configuration> } | undefined

  /** One discovery for all who wait; one that failed is tried again by the next. */
  function configuration(): Promise<client.Configuration> {
    if (known && performance.now() - known.at < knownFor) return known.configuration
    const asked = { at: performance.now(), configuration: discover(entry, address) }
    known = asked
    asked.configuration.catch(() => {
      if (known === asked) known = undefined
    })
    return asked.configuration
  }

  return {
    entry,
    begin: told(async ({ redirectUri, state, nonce, verifier }) =>
      client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: entry.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
    ),
    finish: told(async (at, { state, nonce, verifier }) => {
      const config = await configuration()
      const tokens = await client.authorizationCodeGrant(config, at, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new SignInFailed('issuer-answer-wrong', 'no-id-token')
      const asks = config.serverMetadata().userinfo_endpoint !== undefined && !tellsEnough(claims, entry)
      const more = asks ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : {}
      return { token: claims, userinfo: more }
    }),
    end: told(async (back) => {
      const config = await configuration()
      if (!config.serverMetadata().end_session_endpoint) return undefined
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: back })
    }),
  }
}

/** Whether the token already says what we read; else the issuer is asked once more, at its userinfo. */
const tellsEnough = (claims: client.IDToken, { groups }: IssuerEntry): boolean =>
  claims.email !== undefined && (groups === undefined || claims[groups.claim] !== undefined)

const told =
  <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
  (...given: Given): Promise<Answer> =>
    ask(...given).catch((error: unknown) => {
      throw failureOf(error)
    })

async function discover(entry: IssuerEntry, address: URL): Promise<client.Configuration> {
  const { clientId, clientSecret } = entry
  const execute = [client.enableNonRepudiationChecks]
  // Plain http is for an issuer on this machine only: the file's reading lets no other through.
  if (address.protocol === 'http:' && isLoopback(address)) execute.push(client.allowInsecureRequests)
  return client.discovery(address, clientId, undefined, byWhatItTakes(clientSecret), {
    execute,
    timeout: patience,
  })
}

/** The secret in the way the issuer says it takes it. */
function byWhatItTakes(secret: string): client.ClientAuth {
  const [post, basic] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)]
  return (as, ...request) => {
    const taken = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_post') ? post : basic)(as, ...request)
  }
}
