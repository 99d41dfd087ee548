import type { Role } from '#domain/roles.ts'

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
