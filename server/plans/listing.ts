import { type Day, isLastOfMonth } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import { outlooks, statuses, isCompleted } from '#domain/status.ts'
import { codesOf, vocabularies, type Tag } from '#domain/tags.ts'
import { shownFreshness } from '#domain/freshness.ts'
import { inOrderOf, monthInTable, type Lang } from '#words/format.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import type { FocusArea } from './store.ts'
import type { Plan } from '../database/plan.ts'
import { shownOutlook, type PointList, type PointRow } from './view.ts'

type Order = (a: PointOnDay, b: PointOnDay) => number

/** The points as `?sort=` asks (`due`, `-due`), by number where it asks for nothing known; a point that has nothing in the column comes last, whichever way. */
function sorted(
  points: readonly PointOnDay[],
  sort: string,
  inOrder: (a: string, b: string) => number,
): PointOnDay[] {
  const byNumber: Order = (a, b) => compareNumbers(a.number, b.number)
  const orders: Record<string, { has?: (point: PointOnDay) => boolean; order: Order }> = {
    title: { order: (a, b) => inOrder(a.title, b.title) },
    status: { order: (a, b) => statuses[a.status].order - statuses[b.status].order },
    outlook: {
      has: (point) => shownOutlook(point) !== null,
      order: (a, b) => outlooks[a.outlook].order - outlooks[b.outlook].order,
    },
    lead: { order: (a, b) => inOrder(a.lead.name, b.lead.name) },
    due: { has: (point) => point.dueOn !== null, order: byDay((point) => point.dueOn) },
    updated: { has: (point) => point.lastUpdatedOn !== null, order: byDay((point) => point.lastUpdatedOn) },
  }
  const name = sort.replace('-', '')
  const { has = () => true, order } = (Object.hasOwn(orders, name) && orders[name]) || { order: byNumber }
  const way = sort.startsWith('-') ? -1 : 1
  return [...points].sort(
    (a, b) => Number(has(b)) - Number(has(a)) || (has(a) ? way * order(a, b) : 0) || byNumber(a, b),
  )
}

const byDay =
  (dayOf: (point: PointOnDay) => Day | null): Order =>
  (a, b) =>
    (dayOf(a) ?? '').localeCompare(dayOf(b) ?? '')

type Asked = PointList['filter']

/** What an address asks for. Each name at most once; what is not text is nothing. */
export function askedOf(query: Record<string, unknown>): Asked {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name].normalize('NFC').trim() : '')
  return {
    q: one('q'),
    status: one('status'),
    outlook: one('outlook'),
    lead: one('lead'),
    area: one('area'),
    committee: one('committee'),
    'public-health': one('public-health'),
    'national-strategy': one('national-strategy'),
    'agenda-2030': one('agenda-2030'),
    sort: one('sort'),
  }
}

/** What an area is called in an address: its number, or its title where it has none. */
export const areaId = (area: Pick<FocusArea, 'number' | 'title'>): string => area.number ?? area.title

/** What points are found by besides what stands in them: areas, the goals they are tied to, and committees by an organisation's code. */
export interface Ties {
  areas: readonly FocusArea[]
  /** By the point's id. */
  tags: ReadonlyMap<number, readonly Tag[]>
  committees: ReadonlyMap<string, string>
  /** What a goal is called. */
  goalText: (tag: Tag) => string
}

/** The list of points as an address asked for it (F12, P13): filtered, ordered, and what there is to choose between. */
export function listOf(
  plan: Plan,
  standing: readonly PointOnDay[],
  ties: Ties,
  asked: Asked,
  day: Day,
  lang: Lang,
): PointList {
  const { areas } = ties
  const inOrder = inOrderOf(lang)
  const areaOf = new Map(areas.map((area) => [area.id, areaId(area)]))
  const found = standing.filter(
    (point) =>
      matches(point, asked, areaOf.get(point.focusAreaId ?? 0)) &&
      concerns(point, asked.committee, ties.committees) &&
      vocabularies.every(
        (vocabulary) =>
          asked[vocabulary] === '' ||
          ties.tags
            .get(point.id)
            ?.some((tag) => tag.vocabulary === vocabulary && tag.code === asked[vocabulary]),
      ),
  )
  const leads = new Map(standing.map((point) => [point.lead.code, point.lead.name]))
  const used = new Set(standing.map((point) => point.focusAreaId))
  const { sort, ...filters } = asked
  return {
    total: standing.length,
    rows: sorted(found, sort, inOrder).map((point) => rowOf(plan, point, day)),
    filter: asked,
    concerns: null,
    filtered: Object.values(filters).some((value) => value !== ''),
    leads: [...leads].map(([value, label]) => ({ value, label })).sort((a, b) => inOrder(a.label, b.label)),
    areas: areas
      .filter((area) => used.has(area.id))
      .map((area) => ({ value: areaId(area), label: [area.number, area.title].filter(Boolean).join(' ') })),
    committees: committeesOf(standing, ties.committees)
      .sort(inOrder)
      .map((name) => ({ value: name, label: name })),
    goals: vocabularies.flatMap((vocabulary) => {
      const codes = codesOf[vocabulary].filter((code) => isTied(ties.tags, { vocabulary, code }))
      const choices = codes.map((code) => ({ value: code, label: ties.goalText({ vocabulary, code }) }))
      return choices.length > 0 ? [{ vocabulary, choices }] : []
    }),
  }
}

const organisationsOf = (point: PointOnDay): string[] =>
  [point.lead, ...point.takesPart].map(({ code }) => code)

/** Whether a committee's organisations lead a point or take part in it; an address that names no committee asks nothing. */
const concerns = (point: PointOnDay, committee: string, committees: Ties['committees']): boolean =>
  committee === '' || organisationsOf(point).some((code) => committees.get(code) === committee)

/** The committees that some point concerns, each once. */
const committeesOf = (points: readonly PointOnDay[], committees: Ties['committees']): string[] => [
  ...new Set(points.flatMap((point) => organisationsOf(point).flatMap((code) => committees.get(code) ?? []))),
]

const isTied = (tags: Ties['tags'], { vocabulary, code }: Tag): boolean =>
  [...tags.values()].some((own) => own.some((tag) => tag.vocabulary === vocabulary && tag.code === code))

function matches(point: PointOnDay, asked: Asked, area: string | undefined): boolean {
  const words = asked.q.toLowerCase()
  const said =
    words === '' || point.number.toLowerCase() === words || point.title.toLowerCase().includes(words)
  const status =
    asked.status === '' ||
    asked.status === point.status ||
    (asked.status === 'completed' && isCompleted(point.status)) ||
    (asked.status === 'not_completed' && !isCompleted(point.status))
  return (
    said &&
    status &&
    (asked.outlook === '' || asked.outlook === shownOutlook(point)) &&
    (asked.lead === '' || asked.lead === point.lead.code) &&
    (asked.area === '' || asked.area === area)
  )
}

function rowOf(plan: Plan, point: PointOnDay, day: Day): PointRow {
  const updated = point.lastUpdatedOn
  return {
    number: point.number,
    title: point.title,
    status: point.status,
    outlook: shownOutlook(point),
    reopened: point.reopened,
    mergedInto: point.mergedInto,
    lead: point.lead.name,
    due: point.dueOn ? endInTable(point.dueOn) : null,
    updated,
    freshness: shownFreshness(plan, point, day),
    added: !point.adopted,
  }
}

/** A month where the end is a month's last day, as plans are written; else the day. */
const endInTable = (day: Day): string => (isLastOfMonth(day) ? monthInTable(day) : day)
