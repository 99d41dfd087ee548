import { dayOf } from '#domain/calendar.ts'
import { clock, datedWithWeekday, inOrderOf } from '#words/format.ts'
import type { Entry } from '#words/say.ts'
import type { PageAnswer } from '../frame.ts'
import type { PageContext, PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { addressOf, askedOf, wantedOf, type Asked } from './asked.ts'
import type { TrailData } from './page.ts'
import { choicesIn, countTrail, listTrail, type TrailEntry, type TrailWanted } from './store.ts'
import { subjectsIn } from './subjects.ts'
import { fieldsTold, sentenceOf, type Teller } from './telling.ts'

const onePage = 50

type Told = Omit<TrailData, 'heading' | 'lead'>

/** The trail of a plan, as its address filters it. */
export async function loadTrail(context: PlanPageContext): Promise<PageAnswer<TrailData>> {
  const { tx, plan, base, say, words } = context
  const spoken = words.trail
  const where = { path: `${base}/${plan.slug}/handelser`, csv: `/api/v1/plans/${plan.slug}/trail.csv` }
  const data = await tellTrail(context, plan.id, where)
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.description),
    plan: await framedPlan(tx, plan),
    reading: { list: 'trail', planId: plan.id, count: shownIn(data) },
    data: { heading: say(spoken.heading), lead: say(spoken.lead), ...data },
  }
}

/** What belongs to no plan. */
export async function loadEverywhere(context: PageContext): Promise<PageAnswer<TrailData>> {
  const { base, say, words } = context
  const spoken = words.trail
  const data = await tellTrail(context, null, { path: `${base}/mitt/handelser`, csv: '/api/v1/trail.csv' })
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
    ...(found.length > onePage && { older: path + addressOf(asked, { after: String(entries.at(-1)!.id) }) }),
    ...(wanted.before !== undefined && { newest: path + addressOf(asked) }),
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
        ...(details && { details }),
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
