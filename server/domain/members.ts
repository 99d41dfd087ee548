import type { Role } from './roles.ts'
import { folded, isBlank, lengthOf, limits, refuseLong, lineReasons, type Refusal } from './text.ts'

/** What somebody can be given to do in a plan; an administrator is one everywhere. */
export const planRoles = ['strategist', 'reporter', 'ambassador', 'reader'] as const satisfies readonly Role[]
export type PlanRole = (typeof planRoles)[number]

/** Somebody to be let in to a plan (F40). `organisation` is a code or a name, `role` a code or a word people write for it. */
export interface MemberClaim {
  name: string
  email: string
  organisation?: string | null
  function?: string | null
  workplace?: string | null
  role?: string | null
}

export const memberReasons = [
  ...lineReasons,
  'name-missing',
  'email-missing',
  'email-malformed',
  'email-twice',
  'organisation-missing',
  'people-missing',
  'people-too-many',
] as const
export type MemberReason = (typeof memberReasons)[number]

/** So many at once: more than any plan has, and few enough to read before they are added. */
export const mostAtOnce = 200
/** The longest lines, in characters. */
export const memberLines = { name: 120, function: 120, workplace: 120 } as const
const longestEmail = 254

/** Ways of writing an address that no mail server takes are found here; whether somebody reads it, only the invitation tells. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail &&
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i.test(
    text,
  )

/** An address as it is compared and kept: Anna@Kommun.SE is anna@kommun.se. */
export const emailOf = (text: string): string => folded(text)

/** Why these people can not be let in; empty when they can (F40). Fields are `people.0.email` and the like. */
export function refuseMembers(people: readonly MemberClaim[]): Refusal<MemberReason>[] {
  if (people.length === 0) return [{ code: 'people-missing', field: 'people' }]
  if (people.length > mostAtOnce) return [{ code: 'people-too-many', field: 'people' }]
  const seen = new Set<string>()
  return people.flatMap((claim, index) => {
    const refusals = refuseMember(claim).map(({ code, field }) => ({
      code,
      field: `people.${index}.${field}`,
    }))
    const email = emailOf(claim.email)
    if (!isBlank(email) && seen.has(email)) {
      refusals.push({ code: 'email-twice', field: `people.${index}.email` })
    }
    seen.add(email)
    return refusals
  })
}

/** Why one of them can not; fields are those of the claim. */
export function refuseMember(claim: MemberClaim): Refusal<MemberReason>[] {
  const refusals: Refusal<MemberReason>[] = []
  const refuse = (code: MemberReason, field: keyof MemberClaim) => refusals.push({ code, field })
  if (isBlank(claim.name)) refuse('name-missing', 'name')
  if (isBlank(claim.email)) refuse('email-missing', 'email')
  else if (!isEmail(claim.email.trim())) refuse('email-malformed', 'email')
  if (isBlank(claim.organisation)) refuse('organisation-missing', 'organisation')
  return [...refusals, ...refuseLong({ ...claim }, memberLines)]
}

/** A pasted line with its number as the writer counts, from 1, empty lines counted too. */
export interface MemberLine extends MemberClaim {
  line: number
}

/**
 * Reads pasted lines *name; e-mail; organisation; function; workplace; role*, the last three if there are any; a line with tabs, as Excel
 * copies it, is cut at its tabs. Empty lines and a heading line are passed over.
 */
export function readMemberLines(text: string): MemberLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((written, index) => {
    const cells = cellsOf(written)
    if (cells.every((cell) => cell === '') || isHeading(cells)) return []
    const [name = '', email = '', ...rest] = cells
    const [organisation, workFunction, workplace, role] = rest.map((cell) => (cell === '' ? null : cell))
    return [
      {
        line: index + 1,
        name,
        email,
        organisation: organisation ?? null,
        function: workFunction ?? null,
        workplace: workplace ?? null,
        role: role ?? null,
      },
    ]
  })
}

/** Composed, as all text that comes in; without the quotes Excel puts around a cell and the spaces nobody sees. */
const cellsOf = (written: string): string[] =>
  written
    .normalize('NFC')
    .split(written.includes('\t') ? '\t' : ';')
    .map((cell) => {
      const bare = cell
        .replace(/[\u200b-\u200d\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      return /^".*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"').trim() : bare
    })

const headings: readonly string[] = ['namn', 'name']
const isHeading = ([first = '', second = '']: readonly string[]): boolean =>
  headings.includes(folded(first)) && !second.includes('@')

export const handOverReasons = ['note-too-long', 'owner-the-same'] as const
export type HandOverReason = (typeof handOverReasons)[number]

/** Why points can not be handed over with these words; empty when they can (F41). */
export function refuseHandOver(claim: {
  from: number | null
  to: number | null
  note?: string | null
}): Refusal<HandOverReason>[] {
  const refusals: Refusal<HandOverReason>[] = []
  if (claim.to !== null && claim.to === claim.from) refusals.push({ code: 'owner-the-same', field: 'to' })
  if (lengthOf(claim.note ?? '') > limits.note) refusals.push({ code: 'note-too-long', field: 'note' })
  return refusals
}

export const leavingReasons = ['deactivating-oneself', 'person-elsewhere', 'administrator-only'] as const
export type LeavingReason = (typeof leavingReasons)[number]

/**
 * Whether somebody may be shut out everywhere, and let in again: an administrator may; a strategist only where every plan the person is in
 * is one they lead (F42). Nobody shuts out themselves by a slip.
 */
export function refuseLeaving(
  actor: { personId: number; administrator: boolean; leads: readonly number[] },
  person: { id: number; administrator: boolean; plans: readonly number[] },
): LeavingReason | undefined {
  if (person.id === actor.personId) return 'deactivating-oneself'
  if (actor.administrator) return undefined
  if (person.administrator) return 'administrator-only'
  return person.plans.every((plan) => actor.leads.includes(plan)) ? undefined : 'person-elsewhere'
}
