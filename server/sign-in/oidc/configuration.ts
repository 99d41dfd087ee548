import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Role } from '#domain/roles.ts'
import { CannotStart } from '../../http/refusal.ts'
import { faultsOf, type WrittenEntry } from './configuration-faults.ts'

/** What somebody is in a plan when their issuer says that they belong to a group. */
export interface GroupRole {
  /** The claim's value: a group's id, or an app role's name. */
  value: string
  /** The plan's word in the address. */
  plan: string
  role: Exclude<Role, 'administrator'>
  function: string
}

/** One issuer that people may sign in through, as `OIDC_FILE` names it (S02). */
export interface IssuerEntry {
  /** In the address of its sign-in, and what its memberships and sessions remember. */
  key: string
  /** On the button. */
  name: string
  /** The issuer's own address, exactly as its tokens say it in `iss`. */
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** What the claim `tid` must be, where the issuer has tenants. */
  tenant?: string
  /** The organisation of the people it adds, by code. */
  organisation?: string
  /** The issuer vouches for its addresses, also where its tokens do not say `email_verified`. */
  trustsEmail: boolean
  /** Only addresses of these domains say who somebody is; absent where every domain does. */
  emailDomains?: readonly string[]
  /** Somebody unknown whose group gives a role is added. */
  adds: boolean
  groups?: { claim: string; gives: readonly GroupRole[] }
}

/**
 * The issuers that the file named by `OIDC_FILE` allows, in its order. Throws CannotStart with a sentence for each fault: where it is and how
 * to mend it; what the file holds is never repeated, for it holds secrets.
 */
export function readIssuers(file: string): IssuerEntry[] {
  const told = `OIDC_FILE (${file})`
  const document = parsed(file, told)
  const faults = faultsOf(document)
  if (faults.length > 0) throw new CannotStart(faults.map((fault) => `${told}: ${fault}`).join('\n'))
  const { issuers } = document as { issuers: WrittenEntry[] }
  return issuers.map(({ clientSecretFile, ...written }, index) => ({
    scope: 'openid profile email',
    trustsEmail: false,
    adds: false,
    ...written,
    emailDomains: written.emailDomains?.map((domain) => domain.toLowerCase()),
    clientSecret:
      written.clientSecret ??
      secretIn(resolve(dirname(file), clientSecretFile!), `${told}: issuers[${index}].clientSecretFile`),
  }))
}

function parsed(file: string, told: string): unknown {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(`${told} can not be read: give the path of a file this program may read.`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new CannotStart(`${told} is not JSON: look for a comma or a quotation mark too many or too few.`)
  }
}

function secretIn(file: string, told: string): string {
  let secret
  try {
    secret = readFileSync(file, 'utf8').trim()
  } catch {
    throw new CannotStart(
      `${told} can not be read: give the path of a file with the secret and nothing else.`,
    )
  }
  if (secret) return secret
  throw new CannotStart(`${told} is empty: write the secret in it and nothing else.`)
}
