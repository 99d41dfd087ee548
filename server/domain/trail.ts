import { isDay } from './calendar.ts'
import type { Permission } from './roles.ts'

/** What a change was, where the deed that allowed it is too wide a word, or where it was made without one. */
export const finerChanges = [
  'activity.correct',
  'decision.answer',
  'example.plant',
  'help.ask',
  'help.reply',
  'mail.words',
  'meeting.comment',
  'meeting.decide',
  'meeting.open',
  'meeting.step',
  'meeting.withdraw',
  'link.use',
  'people.deactivate',
  'people.edit',
  'people.hand-over',
  'people.invite',
  'person.settings',
  'plan.import',
  'plan.publish',
  'point.nothing-new',
  'point.revise',
  'retention.sweep',
  'review.agenda',
  'review.ask',
  'review.cancel',
  'review.invite',
  'review.minutes',
  'indicator.edit',
  'review.hearing',
  'review.remark',
  'report.reopen',
  'review.thank',
  'review.participants',
  'still.answer',
  'session.end',
  'session.open',
  'session.revoke',
] as const

export type Change = Permission | (typeof finerChanges)[number]

/** Lists and files that show what people are called; whoever reads one leaves a row (S03). */
export const readings = ['people', 'person', 'feedback', 'trail', 'trail.csv', 'extract'] as const
export type Reading = (typeof readings)[number]

export type TrailKind = 'change' | 'read'
export type TrailValue = string | number | boolean | null

/** What was touched: field names, with ids, codes, days and numbers; never what somebody is called or wrote. */
export interface TrailFields {
  [field: string]: { before?: TrailValue; after?: TrailValue }
}

/** What kind of thing was touched, and which: `point` `7`. */
export interface Touched {
  object: string
  objectId: string | null
}

/** The fields whose values the trail may hold, by their last name. Of all others it holds the name alone. */
const telling: ReadonlySet<string> = new Set([
  'activity',
  'adopted',
  'administrator',
  'answer',
  'basedOn',
  'carriedOutOn',
  'dueOn',
  'embeddedFrom',
  'firstDueOn',
  'freshnessMonths',
  'from',
  'fromDay',
  'help',
  'happenedOn',
  'heldOn',
  'holdsFrom',
  'language',
  'mergedInto',
  'number',
  'occasions',
  'on',
  'onBehalfOf',
  'organisation',
  'outlook',
  'owner',
  'participants',
  'person',
  'point',
  'published',
  'reminders',
  'role',
  'shown',
  'slug',
  'startsOn',
  'status',
  'targetGroup',
  'term',
  'to',
  'validUntil',
  'wordsShown',
])

/** A code or a number of a point: no blank, no @, and nothing as long as a sentence. */
const code = /^[\p{L}\d][\p{L}\d._+:-]{0,39}$/u
const fieldName = /^[a-z][a-zA-Z0-9]{0,39}$/

const mayStand = (value: unknown): value is TrailValue =>
  value === null ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  (typeof value === 'string' && (isDay(value) || code.test(value)))

/**
 * What the trail keeps of a change that was asked for: the names of its fields; their values only where a field is one of those that may
 * tell; of a list how many it holds.
 */
export function fieldsOf(body: unknown): TrailFields {
  const fields: TrailFields = {}
  const walk = (part: object, path: string, depth: number): void => {
    for (const [name, value] of Object.entries(part) as [string, unknown][]) {
      if (!fieldName.test(name)) continue
      if (Array.isArray(value)) fields[path + name] = { after: value.length }
      else if (typeof value === 'object' && value !== null && depth < 2)
        walk(value, `${path}${name}.`, depth + 1)
      else fields[path + name] = telling.has(name) && mayStand(value) ? { after: value } : {}
    }
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) walk(body, '', 0)
  return fields
}

const singular: Readonly<Record<string, string>> = {
  plans: 'plan',
  points: 'point',
  updates: 'update',
  activities: 'activity',
  reviews: 'review',
  texts: 'text',
  files: 'file',
  people: 'person',
  sessions: 'session',
  links: 'link',
  drafts: 'draft',
  organisations: 'organisation',
  decisions: 'decision',
  comments: 'comment',
  indicators: 'indicator',
  mails: 'mail',
}

const kindOf = (noun: string): string => singular[noun] ?? noun

/**
 * What a change touched, told by its address (`/api/v1/plans/:plan/points/:number/updates`): the last thing named there; where nothing but
 * the plan is named, what the answer says came to be; else the plan.
 */
export function touchedBy(
  address: string,
  params: Readonly<Record<string, string>>,
  answer: unknown,
): Touched | undefined {
  const words = address.split('/').slice(3)
  // Of a thing that two words name (`mails/:kind/:lang`) the first.
  const named = words.findLastIndex((word, at) => word.startsWith(':') && !words[at - 1]?.startsWith(':'))
  const noun = words[named - 1]
  if (noun !== undefined && noun !== 'plans')
    return { object: kindOf(noun), objectId: params[words[named]!.slice(1)] ?? null }
  const [made] = words.slice(named + 1)
  const id = made === undefined ? undefined : idIn(answer, kindOf(made))
  if (made !== undefined && id !== undefined) return { object: kindOf(made), objectId: id }
  if (params.plan !== undefined) return { object: 'plan', objectId: params.plan }
  return made === undefined ? undefined : { object: kindOf(made), objectId: null }
}

const ids = { plan: 'slug', point: 'number', review: 'term' } as const

function idIn(answer: unknown, kind: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const told = answer as Record<string, unknown>
  const id = told[kind in ids ? ids[kind as keyof typeof ids] : 'id']
  if (typeof id === 'number' || typeof id === 'string') return String(id)
  return kind in told ? idIn(told[kind], kind) : undefined
}
