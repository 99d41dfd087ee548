import type { Lang } from '#words/format.ts'
import type { ProblemDetails } from '../server/http/schema.ts'

/**
 * What came of asking for a change: it is done; it was refused and the problem says why; or no answer came, and nobody knows.
 * Asking once more with the same key is safe in every case.
 */
export type Outcome<Done> =
  { kind: 'done'; value: Done } | { kind: 'refused'; problem: ProblemDetails } | { kind: 'unreached' }

/**
 * How one change is asked for: whose language the answer speaks, and the key of the intention behind it. With the `token` of a mail's link
 * it is asked in the name of that link's person, whoever is signed in.
 */
export type RequestOptions = { lang: Lang; key: string; token?: string | undefined }

const patience = 20_000

/** A fresh `Idempotency-Key`. `crypto.randomUUID` is not there on a plain http address, so the uuid (v4) is put together here. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Asks the server for a change at an address of `#domain/api-addresses.ts` and says what came of it; never throws. */
export async function send<Done>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  address: string,
  body: unknown,
  { lang, key, token }: RequestOptions,
): Promise<Outcome<Done>> {
  try {
    const answer = await fetch(address, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': lang,
        ...(body !== undefined && { 'content-type': typeOf(body) }),
        'idempotency-key': key,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      credentials: token ? 'omit' : 'same-origin',
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
    const told: unknown = await answer.json()
    if (answer.ok) return { kind: 'done', value: told as Done }
    return isProblem(told) ? { kind: 'refused', problem: told } : { kind: 'unreached' }
  } catch {
    // No network, no answer in time, or somebody on the way answered with something that is not ours.
    return { kind: 'unreached' }
  }
}

/** The data of the page at this address (`layout.path`) as they are now, after a change; undefined when no answer came. */
export const reloadPageData = <Data>(path: string): Promise<Data | undefined> => getJson<Data>(path)

/** What stands at this address, asked anew past every cache; undefined when no answer came. */
export async function getJson<Data>(path: string): Promise<Data | undefined> {
  try {
    const answer = await fetch(path, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    })
    return answer.ok ? ((await answer.json()) as Data) : undefined
  } catch {
    return undefined
  }
}

/** A piece of a file travels as its bytes, everything else as JSON. */
const typeOf = (body: unknown): string =>
  body instanceof Blob ? 'application/octet-stream' : 'application/json'

function isProblem(told: unknown): told is ProblemDetails {
  return typeof told === 'object' && told !== null && 'code' in told && 'status' in told
}
