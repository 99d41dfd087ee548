import { isIP } from 'node:net'

type Fits = (value: unknown) => boolean

/** A field of the file: whether it must be there, what fits, and what to write instead. */
interface Rule {
  needed?: true
  fits: Fits
  mend: string
}
type Rules = Record<string, Rule>

const isText: Fits = (value) => typeof value === 'string' && value.trim() === value && value !== ''
const isFlag: Fits = (value) => typeof value === 'boolean'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const matches =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(fits)

export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))

/** https, or http on this machine; one tenant's own address, not one that lets every tenant in. */
const isIssuer: Fits = (value) => {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const url = new URL(value)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  const everyTenant = /^\/(common|organizations|consumers)(\/|$)/i.test(url.pathname)
  return safe && !everyTenant && !url.search && !url.hash && !url.username && !/\s/.test(value)
}

const roles = ['strategist', 'reporter', 'ambassador', 'reader']

const entryRules: Rules = {
  key: {
    needed: true,
    fits: matches(/^[a-z0-9]+(-[a-z0-9]+){0,5}$/),
    mend: 'write a short word of a–z, 0–9 and hyphens, like "kommun"; it stands in addresses and stays as it is',
  },
  name: { needed: true, fits: isText, mend: 'write what stands on the button, like "Norrtälje kommun"' },
  issuer: {
    needed: true,
    fits: isIssuer,
    mend: `write the issuer's own address with https, like "https://login.microsoftonline.com/TENANT-ID/v2.0"; one for all tenants ("common") is not allowed`,
  },
  clientId: { needed: true, fits: isText, mend: 'write the id this program has at the issuer' },
  clientSecret: { fits: isText, mend: 'write the secret the issuer gave, or give clientSecretFile instead' },
  clientSecretFile: { fits: isText, mend: 'write the path of a file with the secret and nothing else' },
  scope: {
    fits: matches(/^(?=(.* )?openid( .*)?$)\S+( \S+)*$/),
    mend: 'write words with a space between, "openid" among them; without it "openid profile email" is asked for',
  },
  tenant: { fits: isText, mend: "write the tenant's id, as the claim tid says it" },
  organisation: { fits: isText, mend: 'write an organisation\'s code, like "kson"' },
  trustsEmail: { fits: isFlag, mend: 'write true or false, without quotation marks' },
  emailDomains: {
    fits: listOf(matches(/^[^\s@]+\.[^\s@.]+$/)),
    mend: 'write a list of what stands after the @, like ["norrtalje.se"]',
  },
  adds: { fits: isFlag, mend: 'write true or false, without quotation marks' },
  groups: { fits: isObject, mend: 'write { "claim": …, "gives": [ … ] }' },
}

const groupsRules: Rules = {
  claim: { needed: true, fits: isText, mend: 'write the name of the claim, like "groups" or "roles"' },
  gives: { needed: true, fits: listOf(isObject), mend: 'write a list of { value, plan, role, function }' },
}

const givenRules: Rules = {
  value: { needed: true, fits: isText, mend: "write the claim's value, like the group's id" },
  plan: { needed: true, fits: isText, mend: 'write the plan\'s word in the address, like "psykisk-halsa"' },
  role: {
    needed: true,
    fits: (value) => roles.includes(value as string),
    mend: `choose one of ${roles.join(', ')}; an administrator is made here, never by a group`,
  },
  function: {
    needed: true,
    fits: isText,
    mend: 'write what readers see instead of a name, like "Ambassadör"',
  },
}

/** Everything wrong with the document, a sentence each: what, where, and how to mend it. Values are not repeated. */
export function faultsOf(document: unknown): string[] {
  if (!isObject(document) || !listOf(isObject)(document.issuers)) {
    return ['it holds no issuers: write { "issuers": [ { "key": … } ] }, with one entry for each issuer.']
  }
  const entries = document.issuers as Record<string, unknown>[]
  return [
    ...unknownIn(document, { issuers: entryRules.key! }, ''),
    ...entries.flatMap(faultsOfEntry),
    ...(['key', 'issuer'] as const).flatMap((field) => twice(entries, field)),
  ]
}

function faultsOfEntry(entry: Record<string, unknown>, index: number): string[] {
  const at = `issuers[${index}].`
  const { clientSecret, clientSecretFile, adds, groups } = entry
  const faults = [...unknownIn(entry, entryRules, at), ...wrongIn(entry, entryRules, at)]
  if ((clientSecret === undefined) === (clientSecretFile === undefined))
    faults.push(`${at}clientSecret or ${at}clientSecretFile, one of the two, must be given.`)
  if (adds === true && groups === undefined)
    faults.push(`${at}adds is true without groups: nobody could be added. Write groups, or take adds away.`)
  if (!isObject(groups)) return faults
  faults.push(
    ...unknownIn(groups, groupsRules, `${at}groups.`),
    ...wrongIn(groups, groupsRules, `${at}groups.`),
  )
  if (!listOf(isObject)(groups.gives)) return faults
  for (const [place, given] of (groups.gives as Record<string, unknown>[]).entries()) {
    const inside = `${at}groups.gives[${place}].`
    faults.push(...unknownIn(given, givenRules, inside), ...wrongIn(given, givenRules, inside))
  }
  return faults
}

const unknownIn = (object: Record<string, unknown>, rules: Rules, at: string): string[] =>
  Object.keys(object)
    .filter((field) => !Object.hasOwn(rules, field))
    .map((field) => `${at}${field} is not known: choose among ${Object.keys(rules).join(', ')}.`)

const wrongIn = (object: Record<string, unknown>, rules: Rules, at: string): string[] =>
  Object.entries(rules).flatMap(([field, { needed, fits, mend }]) => {
    const value = object[field]
    if (value === undefined) return needed ? [`${at}${field} is missing: ${mend}.`] : []
    return fits(value) ? [] : [`${at}${field} does not fit: ${mend}.`]
  })

const twice = (entries: Record<string, unknown>[], field: 'key' | 'issuer'): string[] =>
  entries.flatMap((entry, index) => {
    const first = entries.findIndex((one) => one[field] === entry[field])
    return first < index && entry[field] !== undefined
      ? [`issuers[${index}].${field} is the same as issuers[${first}].${field}: each issuer stands once.`]
      : []
  })
