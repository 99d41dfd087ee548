import { Type, type Static } from 'typebox'
import { type Day, laterOf } from '#domain/calendar.ts'
import { periodState } from '#domain/period.ts'
import { statuses, type Outlook } from '#domain/status.ts'
import type { Vocabulary } from '#domain/tags.ts'
import { within } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import { Dated, OutlookName, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PointOnDay, PointOnDayWithoutText } from '../points/state-on-day.store.ts'
import type { Review } from './review-days.store.ts'
import type { Plan } from '../database/plan.ts'

/** One group of the tally: the adopted points of one status, in the order of their numbers. */
export const TallyGroup = Type.Object({
  status: StatusName,
  late: Type.Integer(),
  cells: Type.Array(
    Type.Object({ number: Type.String(), title: Type.String(), late: Type.Optional(Type.Boolean()) }),
  ),
})
export type TallyGroup = Static<typeof TallyGroup>

/** A point that does not go as planned. `outlook` is named when it is late or at risk; else the status is the trouble. */
export const Deviation = Type.Object({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Maybe(OutlookName),
  reopened: Type.Boolean(),
  added: Type.Boolean(),
  reason: Maybe(Type.String()),
  /** The reason has been removed; what stands there says so, in the reader's language. */
  masked: Type.Boolean(),
})
export type Deviation = Static<typeof Deviation>

/** One bar: a closed review day. `at` is its day counted from the plan's first. */
const Bar = Type.Object({
  term: Type.String(),
  address: Type.String(),
  day: Dated,
  at: Type.Integer(),
  closed: Type.Integer(),
  embedded: Type.Integer(),
  completed: Type.Integer(),
})

export const Growth = Type.Object({
  sentence: Type.String(),
  /** Whether there were more at the last review than at the first. */
  grown: Type.Boolean(),
  bars: Type.Array(Bar),
  adopted: Type.Integer(),
  /** Days of the whole plan, and how many of them have passed. */
  days: Type.Integer(),
  passed: Type.Integer(),
  elapsed: Type.String(),
  from: Type.String(),
  to: Type.String(),
})
export type Growth = Static<typeof Growth>

/** A row of the list. `due` and `updated` are ISO days, or a month when an end falls on a month's last day. */
export const PointRow = Type.Object({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Maybe(OutlookName),
  reopened: Type.Boolean(),
  mergedInto: Maybe(Type.String()),
  lead: Type.String(),
  due: Maybe(Type.String()),
  updated: Maybe(Type.String()),
  /** Named when the last word is getting old. */
  freshness: Maybe(Type.Unsafe<'due' | 'stale' | 'never'>({ type: 'string' })),
  added: Type.Boolean(),
})
export type PointRow = Static<typeof PointRow>

export const Choice = Type.Object({ value: Type.String(), label: Type.String() })
export type Choice = Static<typeof Choice>

/** The list as the address asked for it: `?q=&status=&outlook=&lead=&area=&committee=&agenda-2030=&sort=-due`. */
export const PointList = Type.Object({
  total: Type.Integer(),
  rows: Type.Array(PointRow),
  filter: Type.Object({
    q: Type.String(),
    status: Type.String(),
    outlook: Type.String(),
    lead: Type.String(),
    area: Type.String(),
    committee: Type.String(),
    'public-health': Type.String(),
    'national-strategy': Type.String(),
    'agenda-2030': Type.String(),
    sort: Type.String(),
  }),
  filtered: Type.Boolean(),
  leads: Type.Array(Choice),
  areas: Type.Array(Choice),
  /** The committees that some point concerns: one of their organisations leads it or takes part. */
  committees: Type.Array(Choice),
  /** The goals that some point is tied to, vocabulary by vocabulary. */
  goals: Type.Array(
    Type.Object({ vocabulary: Type.Unsafe<Vocabulary>({ type: 'string' }), choices: Type.Array(Choice) }),
  ),
  /** What the committee that was asked for is concerned by, as a sentence. */
  concerns: Maybe(Type.String()),
})
export type PointList = Static<typeof PointList>

/** The outlook a list shows: none for what is finished or has left the plan, nor where nothing has begun and nobody has judged. */
export function shownOutlook(point: Pick<PointOnDay, 'status' | 'outlook'>): Outlook | null {
  const { status, outlook } = point
  if (!statuses[status].open) return null
  return outlook === 'not_assessed' && status !== 'in_progress' ? null : outlook
}

/** "2021–2023", or "2024" for a plan of one year. */
export function yearsOf(plan: Pick<Plan, 'periodFrom' | 'periodTo'>): string {
  const from = plan.periodFrom.slice(0, 4)
  const to = plan.periodTo.slice(0, 4)
  return from === to ? from : `${from}–${to}`
}

/** "Dnr KS 2020/412", held together by no-break spaces; a number that says what it is keeps its own word. */
export function referenceText(reference: string, { say, words }: { say: Say; words: Words }): string {
  const text = /^(dnr|diarienummer)\b/i.test(reference)
    ? reference
    : say(words.common.reference, { reference })
  return text.replaceAll(' ', '\u00a0')
}

/** "Målområde 5, boende och närmiljö", or the title alone where the area has no number. */
export function areaText(
  area: { number: string | null; title: string },
  { say, words }: { say: Say; words: Words },
): string {
  if (area.number === null) return area.title
  return say(words.point.areaNumbered, { number: area.number, title: within(area.title) })
}

/**
 * The day a plan's figures are from (P06): today, but in a plan whose time is over the day of its last word, its last update or closed review day. The
 * same wherever the figures stand.
 */
export function asOfDay(
  plan: Plan,
  standing: readonly Pick<PointOnDayWithoutText, 'lastUpdatedOn'>[],
  reviews: readonly Review[],
  { day, today }: { day: Day; today: Day },
): Day {
  if (periodState({ from: plan.periodFrom, to: plan.periodTo }, day) !== 'over') return today
  const days = [
    ...standing.flatMap((point) => point.lastUpdatedOn ?? []),
    ...reviews.flatMap((review) => (review.closure ? [review.heldOn] : [])),
  ]
  return days.reduce(laterOf, days[0] ?? plan.adoptedOn)
}

/** A way out of here, named by what is read there and where "there" is. */
export const WayOut = Type.Object({ text: Type.String(), href: Type.String() })

/** The host of an address, without what every host begins with: people recognise it. What is no address stays as it is. */
export const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url

/** An address people can use: mail, web, or the words as they are. */
export function contactLink(contact: string): { text: string; href: string | null } {
  if (/^https?:\/\//.test(contact)) return { text: contact, href: contact }
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return { text: contact, href: `mailto:${contact}` }
  return { text: contact, href: null }
}
