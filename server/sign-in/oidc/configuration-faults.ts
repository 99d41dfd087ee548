import { isIP } from 'node:net'
import { Type, type Static, type TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { StrictObject } from '../../http/schema.ts'
import { inside, shapeFaults } from '../../http/shape-faults.ts'

export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))

/** https, or http on this machine; one tenant's own address, not one that lets every tenant in. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  const everyTenant = /^\/(common|organizations|consumers)(\/|$)/i.test(url.pathname)
  return safe && !everyTenant && !url.search && !url.hash && !url.username && !/\s/.test(value)
}

// Each field says what to write instead: `mend`, the end of its sentence.
const Text = (mend: string) => Type.String({ pattern: /^\S(.*\S)?$/s, mend })
const Flag = Type.Boolean({ mend: 'write true or false, without quotation marks' })
const roles = ['strategist', 'reporter', 'ambassador', 'reader'] as const

const Given = StrictObject({
  value: Text("write the claim's value, like the group's id"),
  plan: Text('write the plan\'s word in the address, like "psykisk-halsa"'),
  role: Type.Enum([...roles], {
    mend: `choose one of ${roles.join(', ')}; an administrator is made here, never by a group`,
  }),
  function: Text('write what readers see instead of a name, like "Ambassadör"'),
})

const groupsFields = {
  claim: Text('write the name of the claim, like "groups" or "roles"'),
  gives: Type.Array(Given, { minItems: 1, mend: 'write a list of { value, plan, role, function }' }),
}

/** An issuer as it is written: the secret itself or the name of a file with it, and what may be left out. */
const Entry = StrictObject({
  key: Type.String({
    pattern: /^[a-z0-9]+(-[a-z0-9]+){0,5}$/,
    mend: 'write a short word of a–z, 0–9 and hyphens, like "kommun"; it stands in addresses and stays as it is',
  }),
  name: Text('write what stands on the button, like "Norrtälje kommun"'),
  issuer: Type.Refine(
    Type.String({
      mend: `write the issuer's own address with https, like "https://login.microsoftonline.com/TENANT-ID/v2.0"; one for all tenants ("common") is not allowed`,
    }),
    isIssuer,
  ),
  clientId: Text('write the id this program has at the issuer'),
  clientSecret: Type.Optional(Text('write the secret the issuer gave, or give clientSecretFile instead')),
  clientSecretFile: Type.Optional(Text('write the path of a file with the secret and nothing else')),
  scope: Type.Optional(
    Type.String({
      pattern: /^(?=(.* )?openid( .*)?$)\S+( \S+)*$/,
      mend: 'write words with a space between, "openid" among them; without it "openid profile email" is asked for',
    }),
  ),
  tenant: Type.Optional(Text("write the tenant's id, as the claim tid says it")),
  organisation: Type.Optional(Text('write an organisation\'s code, like "kson"')),
  trustsEmail: Type.Optional(Flag),
  emailDomains: Type.Optional(
    Type.Array(Type.String({ pattern: /^[^\s@]+\.[^\s@.]+$/ }), {
      minItems: 1,
      mend: 'write a list of what stands after the @, like ["norrtalje.se"]',
    }),
  ),
  adds: Type.Optional(Flag),
  groups: Type.Optional(
    Type.Object(groupsFields, {
      additionalProperties: false,
      mend: 'write { "claim": …, "gives": [ … ] }',
    }),
  ),
})

/** An issuer as it is written. */
export type WrittenEntry = Static<typeof Entry>

const Listed = Type.Object({ issuers: Type.Array(Type.Object({}), { minItems: 1 }) })
const Document = StrictObject({ issuers: Type.Array(Type.Unknown()) })

/** Everything wrong with the document, a sentence each: what, where, and how to mend it. Values are not repeated. */
export function faultsOf(document: unknown): string[] {
  if (!Check(Listed, document))
    return ['it holds no issuers: write { "issuers": [ { "key": … } ] }, with one entry for each issuer.']
  const entries = document.issuers as Record<string, unknown>[]
  return [
    ...sentences(Document, document, ''),
    ...entries.flatMap(faultsOfEntry),
    ...(['key', 'issuer'] as const).flatMap((field) => twice(entries, field)),
  ]
}

function faultsOfEntry(entry: Record<string, unknown>, index: number): string[] {
  const at = `issuers[${index}].`
  const { clientSecret, clientSecretFile, adds, groups } = entry
  const faults = sentences(Entry, entry, at)
  if ((clientSecret === undefined) === (clientSecretFile === undefined))
    faults.push(`${at}clientSecret or ${at}clientSecretFile, one of the two, must be given.`)
  if (adds === true && groups === undefined)
    faults.push(`${at}adds is true without groups: nobody could be added. Write groups, or take adds away.`)
  return faults
}

/** What a value has against its shape, each place once. A list or an object without fields of its own says it for what is in it. */
function sentences(schema: TSchema, value: unknown, at: string): string[] {
  const told = shapeFaults(schema, value).map((fault) => {
    const { where } = fault
    if (fault.kind === 'unknown') {
      const known = Object.keys(fieldAt(schema, where).properties ?? {}).join(', ')
      return `${at}${inside(where, fault.key)} is not known: choose among ${known}.`
    }
    if (fault.kind === 'missing') {
      const missing = inside(where, fault.key)
      return `${at}${missing} is missing: ${fieldAt(schema, missing).mend}.`
    }
    const named = withMend(schema, where)
    return `${at}${named} does not fit: ${fieldAt(schema, named).mend}.`
  })
  return [...new Set(told)]
}

/** What this house says of a field, beside what JSON Schema does. */
interface Field {
  mend?: string
  properties?: Record<string, Field>
  items?: Field
}

const fieldAt = (schema: TSchema, where: string): Field =>
  stepsTo(where).reduce<Field>(
    (field, step) => (/^\d+$/.test(step) ? field.items : field.properties?.[step]) ?? {},
    schema as Field,
  )

const stepsTo = (where: string): string[] => where.match(/[^.[\]]+/g) ?? []

/** The place itself, or the nearest around it that says how to mend it. */
const withMend = (schema: TSchema, where: string): string =>
  where === '' || fieldAt(schema, where).mend
    ? where
    : withMend(schema, where.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, ''))

const twice = (entries: Record<string, unknown>[], field: 'key' | 'issuer'): string[] =>
  entries.flatMap((entry, index) => {
    const first = entries.findIndex((one) => one[field] === entry[field])
    return first < index && entry[field] !== undefined
      ? [`issuers[${index}].${field} is the same as issuers[${first}].${field}: each issuer stands once.`]
      : []
  })
