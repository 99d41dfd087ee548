import { Type, type Static } from 'typebox'
import { activityReasons } from '#domain/activity.ts'
import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { datedShort } from '#words/format.ts'
import { type PageAnswer, Dated, Link } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { planNow, listReviews, type Review } from '../plans/review-days.store.ts'
import { reportWith } from './acting-for.store.ts'
import {
  activeOrganisations,
  earlierWordings,
  listActivities,
  type Activity,
  type Wanted,
} from './listing.store.ts'
import { targetGroups, type TargetGroup } from './schema.ts'
import { shownText, whoText } from '../texts/view.ts'
import { findOrganisation } from '../people/organisations.store.ts'

/** So many at a time. */
const onePage = 20

interface Around {
  context: PlanPageContext
  titles: ReadonlyMap<string, string>
  reviews: readonly Review[]
  earlier: ReadonlyMap<number, Activity[]>
  /** Whether the reader works with the plan, and may show and mask. */
  inside: boolean
  mayShow: boolean
}

/** A page of the list: for everybody those that are shown, for people of the plan all. Goes on by key, so that nothing is skipped or told twice. */
export async function loadExamples(context: PlanPageContext): Promise<PageAnswer<ExamplesData>> {
  const { tx, plan, roles, viewer, query, say, words } = context
  const inside = can(roles, 'plan.read-unpublished')
  const mayShow = can(roles, 'activity.show')
  const mine = inside && viewer !== undefined && query.mina === 'ja'
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, context.now))
  const wanted = await wantedBy(context, standing, inside, mine)
  const found = wanted ? await listActivities(tx, plan.id, { ...wanted, limit: onePage + 1 }) : []
  const items = found.slice(0, onePage)
  const around: Around = {
    context,
    titles: new Map(standing.map((point) => [point.number, point.title])),
    reviews: inside ? await listReviews(tx, plan.id) : [],
    earlier: inside ? await earlierWordings(tx, plan.id, items) : new Map<number, Activity[]>(),
    inside,
    mayShow,
  }
  return {
    title: say(words.examples.title, { plan: plan.title }),
    description: say(words.examples.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'examples',
    script: mayShow ? 'page' : undefined,
    data: {
      points: standing.map(({ number, title }) => ({ value: number, label: `${number} ${title}` })),
      organisations: (await activeOrganisations(tx, plan.id)).map(({ code, name }) => ({
        value: code,
        label: name,
      })),
      filter: {
        point: query.punkt ?? '',
        group: query.malgrupp ?? '',
        organisation: query.organisation ?? '',
        mine,
        after: wanted?.before !== undefined,
      },
      items: items.map((activity) => exampleOf(activity, around)),
      next: found.length > onePage ? nextPath(context, items.at(-1)!.id) : null,
      inside,
      mayLog: can(roles, 'activity.log'),
      mayShow,
    },
  }
}

/** What the address asks for; undefined when it asks for what the plan has not. */
async function wantedBy(
  { tx, query, viewer }: PlanPageContext,
  standing: readonly { id: number; number: string }[],
  inside: boolean,
  mine: boolean,
): Promise<Omit<Wanted, 'limit'> | undefined> {
  const { punkt, malgrupp, organisation: code, efter } = query
  const point = standing.find((one) => one.number === punkt)
  const group = targetGroups.find((one) => one === malgrupp)
  const organisation = code ? await findOrganisation(tx, code) : undefined
  if ((punkt && !point) || (malgrupp && !group) || (code && !organisation)) return undefined
  return {
    pointId: point?.id,
    targetGroup: group,
    organisationId: organisation?.id,
    by: mine && viewer ? viewer.personId : undefined,
    shown: !inside ? true : undefined,
    before: /^[1-9]\d{0,14}$/.test(efter ?? '') ? Number(efter) : undefined,
  }
}

function nextPath({ plan, base, query }: PlanPageContext, last: number): string {
  const kept = ['punkt', 'malgrupp', 'organisation', 'mina'].flatMap((name) =>
    query[name] ? [[name, query[name]]] : [],
  )
  const asked = new URLSearchParams([...kept, ['efter', String(last)]])
  return `${addresses.examples(addresses.plan(base, plan.slug))}?${asked.toString()}`
}

function exampleOf(activity: Activity, around: Around): Example {
  const { context, titles, reviews, inside, mayShow } = around
  const { lang, base, plan, say, words, viewer } = context
  const told = shownText(activity.what, context)
  const counts = [
    activity.occasions === null ? '' : say(words.log.countOccasions, { n: activity.occasions }),
    activity.participants === null ? '' : say(words.log.countParticipants, { n: activity.participants }),
  ].filter((count) => count !== '')
  const planPath = addresses.plan(base, plan.slug)
  const report = reportWith(activity.recordedAt, reviews, { lang, planPath })
  return {
    id: activity.id,
    point: activity.point,
    title: titles.get(activity.point) ?? '',
    what: told?.text ?? '',
    masked: told?.masked ?? false,
    link: activity.link?.body || null,
    group: activity.targetGroup,
    counts: counts.length > 0 ? counts.join(', ') : null,
    who: whoText(activity.by.function, activity.by.organisation?.name),
    day: datedShort(lang, activity.happenedOn),
    state: inside ? (activity.shown ? 'shown' : activity.decided ? 'internal' : 'waiting') : null,
    textId: maskable(activity, mayShow),
    own: inside && activity.recordedBy === viewer?.personId ? { report: report ?? null } : null,
    corrected: correctionOf(activity, around),
  }
}

/** The text that whoever may show can take away: what was said before a correction is as readable to those inside. */
const maskable = ({ what }: Activity, mayShow: boolean) => (mayShow && what?.body ? what.id : null)

function correctionOf(activity: Activity, { context, earlier, mayShow }: Around): Example['corrected'] {
  const before = earlier.get(activity.id)
  if (!before) return null
  const { lang } = context
  const dayIn = (instant: string) => datedShort(lang, dayOf(new Date(instant)))
  return {
    day: dayIn(activity.recordedAt),
    earlier: before.map((one) => {
      const told = shownText(one.what, context)
      return {
        what: told?.text ?? '',
        masked: told?.masked ?? false,
        day: dayIn(one.recordedAt),
        textId: maskable(one, mayShow),
      }
    }),
  }
}

const Choice = Type.Object({ value: Type.String(), label: Type.String() })
const Words = { what: Type.String(), masked: Type.Boolean() }

/** What somebody did, as others read it: by function and organisation, never by name (A08). */
export const Example = Type.Object({
  id: Type.Integer(),
  point: Type.String(),
  title: Type.String(),
  ...Words,
  link: Maybe(Type.String()),
  group: Maybe(Type.Unsafe<Static<typeof TargetGroup>>({ type: 'string' })),
  counts: Maybe(Type.String()),
  who: Type.String(),
  day: Dated,
  /** For those who work with the plan: whether everybody may read it. */
  state: Maybe(Type.Unsafe<'shown' | 'waiting' | 'internal'>({ type: 'string' })),
  /** The text that a plan lead can take away. */
  textId: Maybe(Type.Integer()),
  /** One's own, to repeat and correct, and the closed report it stands in (A07, A11). */
  own: Maybe(Type.Object({ report: Maybe(Link) })),
  /** What stood here before it was corrected, for those who work with the plan (A06). */
  corrected: Maybe(
    Type.Object({
      day: Dated,
      earlier: Type.Array(Type.Object({ ...Words, day: Dated, textId: Maybe(Type.Integer()) })),
    }),
  ),
})
export type Example = Static<typeof Example>

/** `/{plan}/aktiviteter`: what others have done, to borrow ideas from (A12). */
export const ExamplesData = Type.Object({
  points: Type.Array(Choice),
  organisations: Type.Array(Choice),
  filter: Type.Object({
    point: Type.String(),
    group: Type.String(),
    organisation: Type.String(),
    mine: Type.Boolean(),
    /** Whether this is a later page of the list. */
    after: Type.Boolean(),
  }),
  items: Type.Array(Example),
  /** Where the list goes on. */
  next: Maybe(Type.String()),
  inside: Type.Boolean(),
  mayLog: Type.Boolean(),
  mayShow: Type.Boolean(),
})
export type ExamplesData = Static<typeof ExamplesData>

export const examplesPage: PlanPage = {
  of: 'plan',
  path: '/:plan/aktiviteter',
  view: 'activities/Examples',
  schema: ExamplesData,
  access: 'open',
  catalogues: ['examples', 'log', 'mine', 'saving'],
  refusals: [...activityReasons],
  // A reader's page is a plain list; a plan lead's is taken over (see the loader).
  script: 'none',
  load: loadExamples,
}
