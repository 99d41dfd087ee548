import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { daysBetween } from '#domain/calendar.ts'
import { coverageOf, type Place } from '#domain/coverage.ts'
import { capitalised, inOrderOf, termName } from '#words/format.ts'
import type { PageAnswer } from '../http/layout.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { planNow, listReviews } from '../plans/review-days.store.ts'
import { workedAt } from './coverage.store.ts'
import { Maybe } from '../http/schema.ts'

const At = { name: Type.String(), organisation: Maybe(Type.String()) }
const PointName = Type.Object({ number: Type.String(), title: Type.String() })

/** `/{plan}/tackning`: where something has happened and where nothing has been heard yet, for those who lead the plan. */
export const CoverageData = Type.Object({
  /** The page's own address, for its form. */
  path: Type.String(),
  headline: Type.String(),
  /** Since which review day is counted; '' for all. */
  since: Type.String(),
  choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  places: Type.Array(
    Type.Object({
      ...At,
      total: Type.Integer(),
      points: Type.Array(
        Type.Object({ number: Type.String(), title: Type.String(), n: Type.Integer(), text: Type.String() }),
      ),
    }),
  ),
  /** By organisation; without workplaces where nobody has named any. */
  silent: Type.Array(Type.Object({ organisation: Type.String(), workplaces: Type.Array(Type.String()) })),
  uncovered: Type.Array(PointName),
})
export type CoverageData = Static<typeof CoverageData>

export const coveragePage: PlanPage = {
  of: 'plan',
  path: '/:plan/tackning',
  view: 'activities/Coverage',
  schema: CoverageData,
  access: 'review.plan',
  catalogues: ['coverage'],
  script: 'none',
  load: loadCoverage,
}

/** So many days after a review day it is time to look where something has happened since. */
const longEnough = 60

async function loadCoverage(context: PlanPageContext): Promise<PageAnswer<CoverageData>> {
  const { tx, plan, query, lang, base, say, words, now, today } = context
  const spoken = words.coverage
  const closed = (await listReviews(tx, plan.id)).filter(({ closure }) => closure).toReversed()
  // Without being asked it tells of a round that has had time to be one.
  const asked =
    query.sedan ?? closed.find(({ heldOn }) => daysBetween(heldOn, today) >= longEnough)?.term ?? ''
  const review = closed.find(({ term }) => term === asked)
  const { logged, places } = await workedAt(tx, plan.id, review?.closure?.closedAt ?? '')
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now))
  const titles = new Map(standing.map(({ number, title }) => [number, title]))
  const coverage = coverageOf(
    logged,
    places,
    standing.map(({ number }) => number),
    inOrderOf(lang),
  )
  const n = coverage.places.length
  const title = say(spoken.title, { plan: plan.title })
  return {
    title,
    description: title,
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      path: addresses.coverage(addresses.plan(base, plan.slug)),
      headline: n === 0 ? say(spoken.headlineNone) : say(spoken.headline, { n }),
      since: review?.term ?? '',
      choices: [
        ...closed.map(({ term }) => ({
          value: term,
          label: capitalised(say(spoken.sinceTerm, { term: termName(lang, term) })),
        })),
        { value: 'alla', label: say(spoken.always) },
      ],
      places: coverage.places.map((place) => ({
        ...told(place),
        total: place.total,
        points: place.points.map(({ number, n: many }) => ({
          number,
          title: titles.get(number) ?? '',
          n: many,
          text: say(spoken.times, { n: many }),
        })),
      })),
      silent: [...Map.groupBy(coverage.silent, ({ organisation }) => organisation)].map(
        ([organisation, own]) => ({
          organisation,
          workplaces: own.flatMap(({ workplace }) => workplace ?? []),
        }),
      ),
      uncovered: coverage.uncovered.map((number) => ({ number, title: titles.get(number) ?? '' })),
    },
  }
}

/** A workplace with its organisation, or the organisation alone. */
const told = ({ organisation, workplace }: Place): { name: string; organisation: string | null } =>
  workplace ? { name: workplace, organisation } : { name: organisation, organisation: null }
