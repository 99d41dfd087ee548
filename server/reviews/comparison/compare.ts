import { changesBetween, type Change } from '#domain/changes.ts'
import type { Day } from '#domain/calendar.ts'
import { longQuiet, pointsOfAny, quietSteps, sharedPoints, type Shared } from '#domain/comparison.ts'
import { completion, type Completion } from '#domain/completion.ts'
import { statuses } from '#domain/status.ts'
import type { Tx } from '../../database/database.ts'
import { Refused, refusedField } from '../../http/refusal.ts'
import type { Plan } from '../../database/plan.ts'
import { pointsOnDayWithoutText } from '../../points/state-on-day.store.ts'
import { stateOf, type ComparedPoint } from '../snapshot.ts'
import { listReviews, planNow, type Review } from '../../plans/review-days.store.ts'
import { listOrganisations, type Organisation } from '../../people/organisations.store.ts'

/** What an address asks to have compared. `to` is a term, or `now`; '' leaves it to us. At most one of organisation (a code) and committee. */
export interface AskedComparison {
  from: string
  to: string
  organisation: string
  committee: string
}

/** One of the two ends: a closed review day, or the present. */
export interface End {
  /** Null is now. */
  term: string | null
  day: Day
  points: readonly ComparedPoint[]
  completion: Completion
}

export interface Comparison {
  from: End
  to: End
  /** Of the points asked about. */
  changes: Change[]
  unchanged: string[]
  /** Points still to be worked on that did not change at this and the review days before it, with how many steps in a row. */
  quiet: { number: string; steps: number }[]
  /** Which points several organisations share, and what their points add up to one by one – in the whole plan. */
  shared: string[]
  addedUp: number
  /** How many points of the whole plan were adopted. */
  adopted: number
}

/** What can be compared in a plan: its closed review days in order of day, and whom the points are looked at for. */
interface Comparable {
  closed: (Review & { closure: NonNullable<Review['closure']> })[]
  /** Those that lead or take part in a point of the plan. */
  organisations: Organisation[]
  committees: string[]
}

const sharingOf = (points: readonly ComparedPoint[]): Shared[] =>
  points.map(({ number, lead, takesPart }) => ({
    number,
    lead: lead.code,
    takesPart: takesPart.map(({ code }) => code),
  }))

const presentPoints = async (tx: Tx, plan: Plan, day: Day): Promise<ComparedPoint[]> =>
  (await pointsOnDayWithoutText(tx, plan.id, day)).map(({ leadFunction, lead, ...point }) => ({
    ...point,
    lead: { ...lead, function: leadFunction },
  }))

/** The choices a reader has. */
export async function comparableIn(tx: Tx, plan: Plan, now: Date): Promise<Comparable> {
  const closed = (await listReviews(tx, plan.id)).flatMap((review) =>
    review.closure ? [{ ...review, closure: review.closure }] : [],
  )
  const points = await presentPoints(tx, plan, await planNow(tx, plan.id, now))
  const named = new Set(sharingOf(points).flatMap(({ lead, takesPart }) => [lead, ...takesPart]))
  const organisations = (await listOrganisations(tx)).filter(({ code }) => named.has(code))
  const committees = new Set(organisations.flatMap(({ committee }) => (committee ? [committee] : [])))
  return { closed, organisations, committees: [...committees] }
}

/**
 * The difference between two closed review days of a plan, or one and today (F22): of the whole plan, of the points an organisation leads or
 * takes part in, or of a committee's organisations. Closed days are read from their frozen records. Without `from` the latest closed day
 * before `to`. 422 for a day that is not there or not closed, for two that are not in order, and for an organisation or committee without
 * points here.
 */
export async function compare(tx: Tx, plan: Plan, asked: AskedComparison, now: Date): Promise<Comparison> {
  const { closed, organisations, committees } = await comparableIn(tx, plan, now)
  const ends = closed.map(({ term, heldOn, closure: { snapshot } }): End => ({
    term,
    day: heldOn,
    points: snapshot.points,
    completion: snapshot.completion,
  }))
  const day = await planNow(tx, plan.id, now)
  const points = await presentPoints(tx, plan, day)
  const all = [...ends, { term: null, day, points, completion: completion(points) }]
  const find = (said: string, field: string): number => {
    const at = all.findIndex(({ term }) => (term ?? 'now') === said)
    if (at === -1) throw refusedField('review-not-closed', field)
    return at
  }
  const toAt = asked.to === '' ? all.length - 1 : find(asked.to, 'to')
  const fromAt = asked.from === '' ? toAt - 1 : find(asked.from, 'from')
  if (fromAt < 0) throw new Refused('review-not-closed', { errors: [] })
  if (fromAt >= toAt) throw refusedField('from-not-before-to', 'from')
  const [from, to] = [all[fromAt]!, all[toAt]!]

  const codes = codesAsked(asked, organisations, committees)
  // Whoever had a point then and has handed it over since is told of it too.
  const within = codes && new Set([from, to].flatMap((end) => [...pointsOfAny(sharingOf(end.points), codes)]))
  const only = <Point extends { number: string }>(found: readonly Point[]) =>
    within ? found.filter(({ number }) => within.has(number)) : [...found]
  const states = all.slice(0, toAt + 1).map((end) => only(end.points).map(stateOf))
  const open = new Set(to.points.filter(({ status }) => statuses[status].open).map(({ number }) => number))
  const scoped = (end: End): End => ({
    ...end,
    points: only(end.points),
    completion: within ? completion(only(end.points)) : end.completion,
  })
  return {
    from: scoped(from),
    to: scoped(to),
    ...changesBetween(states[fromAt]!, states[toAt]!),
    quiet: [...quietSteps(states)]
      .filter(([number, steps]) => steps >= longQuiet && open.has(number))
      .map(([number, steps]) => ({ number, steps })),
    ...sharedPoints(sharingOf(to.points.filter(({ adopted }) => adopted))),
    adopted: to.completion.adopted,
  }
}

/** The codes of those asked about; undefined for the whole plan. */
function codesAsked(
  { organisation, committee }: AskedComparison,
  organisations: readonly Organisation[],
  committees: readonly string[],
): Set<string> | undefined {
  if (organisation !== '') {
    if (!organisations.some(({ code }) => code === organisation))
      throw refusedField('organisation-unknown', 'organisation')
    return new Set([organisation])
  }
  if (committee === '') return undefined
  if (!committees.includes(committee)) throw refusedField('committee-unknown', 'committee')
  return new Set(organisations.filter((one) => one.committee === committee).map(({ code }) => code))
}
