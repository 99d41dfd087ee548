import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { dayAfter, isDay, startOfDay, dayOf } from '#domain/calendar.ts'
import { clock, datedWithWeekday, inOrderOf } from '#words/format.ts'
import type { Entry } from '#words/say.ts'
import { type PageAnswer, Dated, Split } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PageContext, PlanPageContext, Page, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { type TrailWanted, choicesIn, countTrail, listTrail, type TrailEntry, subjectsIn } from './store.ts'
import { fieldsTold, sentenceOf, type Teller } from './view.ts'

/** What the trail is filtered by, as an address says it; '' where it says nothing. Days are whole, Swedish, and both included. */
export interface Asked {
  person: string
  kind: string
  deed: string
  object: string
  id: string
  from: string
  to: string
}

/** What an address asks for. Each name at most once; what is not text is nothing. */
export function askedOf(query: Readonly<Record<string, unknown>>): Asked {
  const one = (name: string) => {
    const said = query[name]
    return typeof said === 'string' ? said.normalize('NFC').trim().slice(0, 60) : ''
  }
  return {
    person: one('person'),
    kind: one('kind'),
    deed: one('deed'),
    object: one('object'),
    id: one('id'),
    from: one('from'),
    to: one('to'),
  }
}

/** The rows an address asks for; what cannot be meant asks for nothing. `before` is the `next` of the page before. */
export function wantedOf(asked: Asked, planId: number | null, before = ''): TrailWanted {
  const { person, kind, deed, object, id, from, to } = asked
  return {
    planId,
    personId: isId(person) ? Number(person) : undefined,
    kind: kind === 'change' || kind === 'read' ? kind : undefined,
    deed: deed || undefined,
    object: object || undefined,
    objectId: id || undefined,
    from: isDay(from) ? startOfDay(from) : undefined,
    until: isDay(to) ? startOfDay(dayAfter(to)) : undefined,
    before: isId(before) ? Number(before) : undefined,
  }
}

/** An id that every engine's whole number can hold. */
const isId = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text)

/** The filter as an address says it: '?person=7&kind=change', or ''. */
export function addressOf(asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== '')
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : ''
}

const onePage = 50

type Told = Omit<TrailData, 'heading' | 'lead'>

/** The trail of a plan, as its address filters it. */
export async function loadTrail(context: PlanPageContext): Promise<PageAnswer<TrailData>> {
  const { tx, plan, base, say, words } = context
  const spoken = words.trail
  const where = { path: addresses.trail(addresses.plan(base, plan.slug)), csv: api.trailCsv(plan.slug) }
  const data = await tellTrail(context, plan.id, where)
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.description),
    plan: await layoutPlanOf(tx, plan),
    reading: { list: 'trail', planId: plan.id, count: shownIn(data) },
    data: { heading: say(spoken.heading), lead: say(spoken.lead), ...data },
  }
}

/** What belongs to no plan. */
export async function loadEverywhere(context: PageContext): Promise<PageAnswer<TrailData>> {
  const { base, say, words } = context
  const spoken = words.trail
  const data = await tellTrail(context, null, {
    path: addresses.trailEverywhere(base),
    csv: api.trailEverywhereCsv(),
  })
  return {
    title: say(spoken.titleEverywhere),
    description: say(spoken.description),
    current: 'mine',
    reading: { list: 'trail', planId: null, count: shownIn(data) },
    data: { heading: say(spoken.titleEverywhere), lead: say(spoken.leadEverywhere), ...data },
  }
}

const shownIn = ({ days }: Told): number => days.reduce((n, day) => n + day.entries.length, 0)

async function tellTrail(
  context: PageContext,
  planId: number | null,
  { path, csv }: { path: string; csv: string },
): Promise<Told> {
  const { tx, query, lang, say, words } = context
  const asked = askedOf(query)
  const wanted = wantedOf(asked, planId, query.after)
  const found = await listTrail(tx, wanted, onePage + 1)
  const entries = found.slice(0, onePage)
  const teller = { lang, say, words, names: await subjectsIn(tx, entries) }
  return {
    count: await countTold(context, wanted, asked),
    days: byDay(entries, teller),
    filter: asked,
    filtered: isFiltered(asked),
    ...(await choicesTold(context, planId)),
    path,
    older: found.length > onePage ? path + addressOf(asked, { after: String(entries.at(-1)!.id) }) : null,
    newest: wanted.before !== undefined ? path + addressOf(asked) : null,
    csv: csv + addressOf(meant(asked, wanted)),
  }
}

const isFiltered = (asked: Asked): boolean => Object.values(asked).some((value) => value !== '')

/** The filter as the API takes it: without what cannot be meant. */
function meant(asked: Asked, wanted: TrailWanted): Asked {
  const { personId, kind, from, until } = wanted
  return {
    ...asked,
    person: personId === undefined ? '' : asked.person,
    kind: kind ?? '',
    from: from === undefined ? '' : asked.from,
    to: until === undefined ? '' : asked.to,
  }
}

async function countTold(
  { tx, say, words }: PageContext,
  { before: _page, ...wanted }: TrailWanted,
  asked: Asked,
): Promise<TrailData['count']> {
  const spoken = words.trail
  const n = await countTrail(tx, wanted)
  if (n === 0) return [say(isFiltered(asked) ? spoken.nothing : spoken.empty), '', '']
  return say.split(isFiltered(asked) ? spoken.countOf : spoken.count, { n })
}

function byDay(entries: readonly TrailEntry[], teller: Teller): TrailData['days'] {
  const days = Map.groupBy(entries, ({ at }) => dayOf(new Date(at)))
  return [...days].map(([day, ofDay]) => ({
    day: datedWithWeekday(teller.lang, day),
    entries: ofDay.map((entry) => {
      const details = fieldsTold(entry.fields, teller)
      return {
        id: entry.id,
        clock: clock(teller.lang, entry.at),
        said: sentenceOf(entry, teller),
        details: details || null,
      }
    }),
  }))
}

async function choicesTold(
  { tx, lang, say, words }: PageContext,
  planId: number | null,
): Promise<Pick<TrailData, 'people' | 'deeds' | 'objects'>> {
  const { people, deeds, objects } = await choicesIn(tx, planId)
  const inOrder = inOrderOf(lang)
  const spoken = words.trail
  const named = (values: readonly string[], entries: { [key: string]: Entry }) =>
    values
      .map((value) => ({ value, label: Object.hasOwn(entries, value) ? say(entries[value]!) : value }))
      .sort((a, b) => inOrder(a.label, b.label))
  return {
    people: people
      .map(({ id, name }) => ({ value: String(id), label: name ?? `${say(spoken.erased)} (${id})` }))
      .sort((a, b) => inOrder(a.label, b.label)),
    deeds: named(deeds, spoken.deeds),
    objects: named(objects, spoken.objects),
  }
}

const Choice = Type.Object({ value: Type.String(), label: Type.String() })

/** `/{plan}/handelser`: who has changed what, and who has read whose data (F43, S03). */
export const TrailData = Type.Object({
  heading: Type.String(),
  lead: Type.String(),
  /** "12 händelser", or what is said where there is none. */
  count: Split,
  days: Type.Array(
    Type.Object({
      day: Dated,
      entries: Type.Array(
        Type.Object({
          id: Type.Integer(),
          clock: Type.String(),
          /** Who, with the words of what they did around it. */
          said: Split,
          details: Maybe(Type.String()),
        }),
      ),
    }),
  ),
  filter: Type.Object({
    person: Type.String(),
    kind: Type.String(),
    deed: Type.String(),
    object: Type.String(),
    id: Type.String(),
    from: Type.String(),
    to: Type.String(),
  }),
  filtered: Type.Boolean(),
  people: Type.Array(Choice),
  deeds: Type.Array(Choice),
  objects: Type.Array(Choice),
  /** Addresses: this page without a filter, the rows before these, the newest again, and the same rows as a file. */
  path: Type.String(),
  older: Maybe(Type.String()),
  newest: Maybe(Type.String()),
  csv: Type.String(),
})
export type TrailData = Static<typeof TrailData>

const shown = { view: 'trail/Trail', schema: TrailData, catalogues: ['trail'], script: 'none' } as const

export const trailPage: PlanPage = {
  ...shown,
  of: 'plan',
  path: '/:plan/handelser',
  access: 'trail.read',
  load: loadTrail,
}

/** `/mitt/handelser`: what belongs to no plan, for administrators. */
export const everywherePage: Page = {
  ...shown,
  of: 'installation',
  path: '/mitt/handelser',
  access: 'trail.read-all',
  load: loadEverywhere,
}
