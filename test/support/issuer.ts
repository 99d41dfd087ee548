import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js'
import { onTestFinished } from 'vitest'
import type { IssuerEntry } from '../../server/sign-in/oidc/configuration.ts'

/** What an issuer says of an account, by claim. */
export type Account = Record<string, unknown>

export interface TestIssuer {
  /** As it stands in the file, but for what a test says otherwise. */
  entry: (more?: Partial<IssuerEntry>) => IssuerEntry
  /** By subject. */
  accounts: Map<string, Account>
  /** Whose account signs in, by subject; undefined says no. */
  who: string | undefined
  /** What the issuer has been asked: method and path. */
  asked: string[]
  close: () => Promise<void>
}

const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })

/** Anything else is answered as an error by the provider itself. */
const scopes = 'openid profile email'

const postLogoutPage = (context: Context, form: string): void => {
  context.type = 'html'
  context.body = `<!doctype html><html lang="sv"><title>Logga ut</title><main><h1>Logga ut?</h1>${form}
    <button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button></main></html>`
}

/**
 * A real OpenID provider on a free port of this machine, under another name than ours so that a browser takes it for another site. It knows one
 * program, ours at `origin`. `tells` says where: all claims in the token, or as the standard has it, at userinfo. With `asks` it shows a
 * page with a button, else an account signs in as soon as it is asked. Closed when the test is over.
 */
export async function openIssuer(
  key: string,
  { origin, tells = 'token', asks = false }: { origin: string; tells?: 'token' | 'userinfo'; asks?: boolean },
): Promise<TestIssuer> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const address = `http://localhost:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = [`avstamt-${key}`, randomUUID()]
  const languages = ['', '/en']
  const provider = new Provider(address, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: languages.map((base) => `${origin}${base}/logga-in/oidc/${key}/svar`),
        post_logout_redirect_uris: [`${origin}/`, `${origin}/en`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...signingKey, alg: 'RS256', use: 'sig', kid: 'one' }] },
    cookies: { keys: ['of the tests'] },
    // Said outright, so that the provider does not warn of its own choices.
    adapter: (model: string) => new MemoryAdapter(model),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    claims: {
      openid: ['sub', 'tid', 'groups', '_claim_names', 'personnummer'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    conformIdTokenClaims: tells === 'userinfo',
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: postLogoutPage },
    },
    findAccount: (_context: Context, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...issuer.accounts.get(sub), sub }),
    }),
    // Nobody is asked whether the program may know: the municipality has said so.
    async loadExistingGrant({ oidc }: Context) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      })
      grant.addOIDCScope(scopes)
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request
    issuer.asked.push(`${method} ${url.replace(/\?.*$/, '')}`)
    if (url === '/favicon.ico') return void response.writeHead(204).end()
    if (!url.startsWith('/interaction/')) return void answer(request, response)
    if (asks && method === 'GET')
      return void response.setHeader('content-type', 'text/html; charset=utf-8').end(button(url))
    const result =
      issuer.who === undefined ? { error: 'access_denied' } : { login: { accountId: issuer.who } }
    void provider.interactionFinished(request, response, result)
  })

  const issuer: TestIssuer = {
    entry: (more = {}) => ({
      key,
      name: key === 'kson' ? 'KSON' : 'Norrtälje kommun',
      issuer: address,
      clientId,
      clientSecret,
      scope: scopes,
      trustsEmail: false,
      adds: false,
      ...more,
    }),
    accounts: new Map(),
    who: undefined,
    asked: [],
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  onTestFinished(issuer.close)
  return issuer
}

const button = (url: string) =>
  `<!doctype html><html lang="sv"><title>Kommunens inloggning</title><main><h1>Kommunens inloggning</h1>
    <form method="post" action="${url}"><button>Fortsätt</button></form></main></html>`
