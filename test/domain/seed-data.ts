import { readFileSync } from 'node:fs'

/** The example plan as its files say it (seed/psykisk-halsa): what the planting program feeds to the stores, in order of day. */
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../seed/psykisk-halsa/${name}.json`, import.meta.url), 'utf8')) as T

export type SeedPlan = {
  slug: string
  title: string
  municipality: string
  period: { from: string; to: string }
  adoption: { by: string; on: string; paragraph: string; reference: string; url: string | null }
  contact: string
  support: { what: string; number: string }[]
  focusAreas: { number: string; title: string }[]
}

export type SeedPerson = {
  key: string
  name: string
  email: string
  organisation: string
  function: string
  role: 'administrator' | 'strategist' | 'reporter' | 'ambassador' | 'reader'
  active: boolean
  /** Until when somebody who has left was there. */
  leftOn?: string
  workplace?: string
}

export type SeedPoint = {
  number: string
  title: string
  description: string
  intendedEffect: string
  /** The number of a focus area. */
  focusArea: string | null
  lead: { organisation: string; function: string }
  /** A person's key. */
  owner: string | null
  takesPart: string[]
  startsOn: string
  firstDueOn: string
}

export type SeedReview = {
  term: string
  heldOn: string
  closedAt: string
  closedBy: string
  decisions: {
    text: string
    responsible: { organisation: string; function: string }
    dueOn: string | null
    points: string[]
  }[]
}

type CarriedOut = { result: string; carriedOutOn: string }
type HandedOver = { receiver: string; function: string; embeddedFrom: string; anchoredIn: string }

export type SeedUpdate = {
  key: string
  point: string
  recordedAt: string
  by: string
  onBehalfOf?: string
  answer?: 'nothing_new'
  /** The key of an earlier update. */
  corrects?: string
  status: 'not_started' | 'in_progress' | 'closed' | 'embedded' | 'paused' | 'withdrawn' | 'merged'
  outlook: 'on_track' | 'at_risk' | 'late' | 'not_assessed'
  note: string
  holdsFrom: string
  reason?: string
  dueOn?: string
  closing?: CarriedOut | HandedOver
  decision?: { by: string; on: string; reference: string }
  evidence: { title: string; url?: string; reference?: string }[] | 'none'
}

export type SeedActivity = {
  key: string
  corrects?: string
  point: string
  by: string
  recordedAt: string
  what: string
  happenedOn: string
  targetGroup: string | null
  occasions: number | null
  participants: number | null
  link: string | null
  shown: boolean
}

export const plan = read<SeedPlan>('plan')
export const organisations = read<{ code: string; name: string; kind: string }[]>('organisations')
export const people = read<SeedPerson[]>('people')
export const points = read<SeedPoint[]>('points')
export const reviews = read<SeedReview[]>('reviews')
export const updates = read<SeedUpdate[]>('updates')
export const activities = read<SeedActivity[]>('activities')

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
/** The Swedish day of an instant, without the program's own calendar. */
export const swedishDay = (instant: string) => stockholm.format(new Date(instant))

/** The person with this key; every key in the files has one, or the test that reads it fails. */
export function person(key: string): SeedPerson {
  const found = people.find((one) => one.key === key)
  if (!found) throw new Error(`no person has the key ${key}`)
  return found
}

/** How every point stood at a review day, counted the slow way: the last that holds from then or before and was not corrected. */
export function standingAt(review: SeedReview): Map<string, SeedUpdate> {
  const known = updates.filter(
    (update) => update.recordedAt <= review.closedAt && update.holdsFrom <= review.heldOn,
  )
  const corrected = new Set(known.map((update) => update.corrects))
  const standing = new Map<string, SeedUpdate>()
  for (const update of known.filter(({ key }) => !corrected.has(key))) {
    const before = standing.get(update.point)
    if (!before || update.holdsFrom >= before.holdsFrom) standing.set(update.point, update)
  }
  return standing
}

/** How many of each. */
export const tally = <T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(items, keyOf)).map(([key, found]) => [key, found?.length ?? 0]),
  )
