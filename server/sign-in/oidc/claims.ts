import { personalDataIn } from '#domain/personal-data.ts'
import type { GroupRole, IssuerEntry } from './configuration.ts'

type Told = Readonly<Record<string, unknown>>

/** What an issuer says of somebody: in the token, and where it was asked once more. */
export interface Claims {
  token: Told & { iss: string; sub: string }
  userinfo: Told
}

/** All that is read of somebody's claims; nothing else is looked at, whatever an issuer sends. */
export interface Identity {
  issuer: string
  subject: string
  /** Lower-case; undefined where nobody vouches for it, or its domain is not the issuer's. */
  email: string | undefined
  name: string | undefined
  /** What the groups give; undefined where the issuer did not say which there are. */
  roles: readonly GroupRole[] | undefined
}

/** Whether the token comes from the issuer and the tenant that the entry names. */
export function isFrom(entry: IssuerEntry, { token }: Claims): boolean {
  const sameIssuer = URL.canParse(token.iss) && new URL(token.iss).href === new URL(entry.issuer).href
  return sameIssuer && (entry.tenant === undefined || token.tid === entry.tenant)
}

/** Whether the issuer knows people by personnummer, which is never kept here (S02). */
export const isPersonnummer = (text: string): boolean =>
  // Longer ones are random, and hold such figures by chance.
  text.length <= 20 && personalDataIn(text).includes('personnummer')

/** Reads the claims: subject, an address somebody vouches for, name, and what the groups give. */
export function identityOf(entry: IssuerEntry, claims: Claims): Identity {
  const { token, userinfo } = claims
  const name = [token.name, userinfo.name].find((one) => typeof one === 'string' && one.trim() !== '')
  return {
    issuer: token.iss,
    subject: token.sub,
    email: emailIn(entry, token) ?? emailIn(entry, userinfo),
    name:
      typeof name === 'string' && !personalDataIn(name).includes('personnummer')
        ? name.trim().slice(0, 200)
        : undefined,
    roles: rolesGiven(entry, claims),
  }
}

/** An address and whether it is verified are taken from the same place: one says nothing of the other's. */
function emailIn(entry: IssuerEntry, { email, email_verified: verified }: Told): string | undefined {
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email)) return undefined
  // What says outright that it is not verified is not, whoever vouches.
  const vouched = verified === true || (entry.trustsEmail && verified !== false)
  const address = email.toLowerCase()
  const domain = address.slice(address.indexOf('@') + 1)
  return vouched && (entry.emailDomains?.includes(domain) ?? true) ? address : undefined
}

/** No claim means no groups – unless the issuer says that there were too many to tell (Entra ID's overage), which takes nothing away. */
function rolesGiven({ groups }: IssuerEntry, { token, userinfo }: Claims): readonly GroupRole[] | undefined {
  if (!groups) return []
  const said = token[groups.claim] ?? userinfo[groups.claim]
  if (said === undefined && isLeftOut(groups.claim, token)) return undefined
  const values: readonly unknown[] = Array.isArray(said) ? said : [said]
  return groups.gives.filter(({ value }) => values.includes(value))
}

function isLeftOut(claim: string, token: Told): boolean {
  const elsewhere: unknown = token._claim_names
  const named = typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, claim)
  return named || token.hasgroups === true || token.hasgroups === 'true'
}
