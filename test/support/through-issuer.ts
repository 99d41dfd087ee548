import type { LightMyRequestResponse } from 'fastify'
import { sessionCookie } from '../../server/http/guard.ts'
import { connectIssuers } from '../../server/sign-in/oidc/issuers.ts'
import type { IssuerEntry } from '../../server/sign-in/oidc/configuration.ts'
import type { Member, World } from './world.ts'
import { world } from './world.ts'

/** Where the tests' world says it answers. */
export const ours = 'http://127.0.0.1:3000'

/** The example's world with these issuers in its file. */
export const worldWith = (
  entries: readonly IssuerEntry[],
  options: Parameters<typeof world>[0] = {},
): Promise<World> => world({ ...options, parts: { issuers: connectIssuers(entries), ...options.parts } })

type Cookies = Map<string, string>

const cookieHeader = (cookies: Cookies) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

function keep(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
}

/** Somebody's browser between our program and issuers: it keeps each one's cookies, and goes where it is sent one step at a time. */
export interface Traveller {
  cookies: Cookies
  get: (path: string) => Promise<LightMyRequestResponse>
  post: (path: string, form?: Record<string, string>) => Promise<LightMyRequestResponse>
  /** Presses the issuer's button; gives where the browser is sent. */
  begin: (issuer: string, form?: { base?: string; till?: string }) => Promise<URL>
  /** Goes to an issuer's address and on until it leads back to us; gives that path. */
  through: (to: URL) => Promise<string>
  /** The whole way: button, issuer, and our answer. */
  signIn: (issuer: string, form?: { base?: string; till?: string }) => Promise<LightMyRequestResponse>
  /** Whether our page for those who have signed in lets the browser in. */
  isIn: () => Promise<boolean>
}

/** Where an answer sends the browser on to by itself. */
export const onwardOf = (answer: LightMyRequestResponse): URL => {
  const refresh = String(answer.headers.refresh ?? '')
  if (!refresh.startsWith('0; url=')) throw new Error(`not sent on: ${answer.statusCode} ${answer.body}`)
  return new URL(refresh.slice('0; url='.length))
}

export function traveller({ app }: Pick<World, 'app'>): Traveller {
  const cookies: Cookies = new Map()
  const there: Cookies = new Map()

  async function ask(method: 'GET' | 'POST', url: string, form?: Record<string, string>) {
    const answer = await app.inject({
      method,
      url,
      headers: {
        cookie: cookieHeader(cookies),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      payload: form ? new URLSearchParams(form).toString() : undefined,
    })
    keep(cookies, [answer.headers['set-cookie'] ?? []].flat())
    return answer
  }

  async function through(to: URL): Promise<string> {
    let address = to
    while (address.origin !== ours) {
      const answer = await fetch(address, { redirect: 'manual', headers: { cookie: cookieHeader(there) } })
      keep(there, answer.headers.getSetCookie())
      const location = answer.headers.get('location')
      if (!location) throw new Error(`${answer.status} at the issuer: ${await answer.text()}`)
      address = new URL(location, address)
    }
    return `${address.pathname}${address.search}`
  }

  const self: Traveller = {
    cookies,
    get: (path) => ask('GET', path),
    post: (path, form = {}) => ask('POST', path, form),
    begin: async (issuer, { base = '', till } = {}) =>
      onwardOf(await ask('POST', `${base}/logga-in/oidc/${issuer}`, till === undefined ? {} : { till })),
    through,
    signIn: async (issuer, form) => self.get(await through(await self.begin(issuer, form))),
    isIn: async () => cookies.has(sessionCookie(false)) && (await self.get('/mitt')).statusCode === 200,
  }
  return self
}

/** The person of this address, as the database has them. */
export const personAt = ({ db }: Pick<World, 'db'>, email: string) =>
  db.read(async (tx) => (await tx.select().from(tx.tables.people)).find((one) => one.email === email))

/** What a person is now in the example's plan, by which issuer's word. */
export const rolesAt = ({ db }: Pick<World, 'db'>, personId: number) =>
  db.read(async (tx) =>
    (await tx.select().from(tx.tables.memberships))
      .filter((one) => one.personId === personId && one.endedAt === null)
      .map((one) => `${one.role} ${one.grantedBy ?? 'here'}`),
  )

export type { Member }
