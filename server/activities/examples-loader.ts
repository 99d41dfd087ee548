import { dayOf } from '#domain/calendar.ts'
import { may } from '#domain/roles.ts'
import { datedShort } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan, whoText } from '../plans/framed.ts'
import { toldOf } from '../plans/troubled.ts'
import { pointsStanding } from '../points/standing.ts'
import { listReviews, planNow, type Review } from '../reviews/store.ts'
import { findOrganisation } from '../organisations/store.ts'
import type { Example, ExamplesData } from './examples-page.ts'
import { reportWith } from './report.ts'
import { targetGroups } from './schema.ts'
import {
  activeOrganisations,
  earlierWordings,
  listActivities,
  type Activity,
  type Wanted,
} from './standing.ts'

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
  const inside = may(roles, 'plan.read-unpublished')
  const mayShow = may(roles, 'activity.show')
  const mine = inside && viewer !== undefined && query.mina === 'ja'
  const standing = await pointsStanding(tx, plan.id, await planNow(tx, plan.id, context.now))
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
    plan: await framedPlan(tx, plan),
    current: 'examples',
    ...(mayShow && { script: 'page' }),
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
      ...(found.length > onePage && { next: nextPath(context, items.at(-1)!.id) }),
      inside,
      mayLog: may(roles, 'activity.log'),
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
    ...(point && { pointId: point.id }),
    ...(group && { targetGroup: group }),
    ...(organisation && { organisationId: organisation.id }),
    ...(mine && viewer && { by: viewer.personId }),
    ...(!inside && { shown: true }),
    ...(/^[1-9]\d{0,14}$/.test(efter ?? '') && { before: Number(efter) }),
  }
}

function nextPath({ plan, base, query }: PlanPageContext, last: number): string {
  const kept = ['punkt', 'malgrupp', 'organisation', 'mina'].flatMap((name) =>
    query[name] ? [[name, query[name]]] : [],
  )
  return `${base}/${plan.slug}/aktiviteter?${new URLSearchParams([...kept, ['efter', String(last)]]).toString()}`
}

function exampleOf(activity: Activity, around: Around): Example {
  const { context, titles, reviews, inside, mayShow } = around
  const { lang, base, plan, say, words, viewer } = context
  const told = toldOf(activity.what, context)
  const counts = [
    activity.occasions === null ? '' : say(words.log.countOccasions, { n: activity.occasions }),
    activity.participants === null ? '' : say(words.log.countParticipants, { n: activity.participants }),
  ].filter((count) => count !== '')
  const corrected = correctionOf(activity, around)
  const planPath = `${base}/${plan.slug}`
  const report = reportWith(activity.recordedAt, reviews, { lang, planPath })
  return {
    id: activity.id,
    point: activity.point,
    title: titles.get(activity.point) ?? '',
    what: told?.text ?? '',
    masked: told?.masked ?? false,
    ...(activity.link?.body && { link: activity.link.body }),
    ...(activity.targetGroup && { group: activity.targetGroup }),
    ...(counts.length > 0 && { counts: counts.join(', ') }),
    who: whoText(activity.by.function, activity.by.organisation?.name),
    day: datedShort(lang, activity.happenedOn),
    ...(inside && { state: activity.shown ? 'shown' : activity.decided ? 'internal' : 'waiting' }),
    ...maskable(activity, mayShow),
    ...(inside && activity.recordedBy === viewer?.personId && { own: { ...(report && { report }) } }),
    ...(corrected && { corrected }),
  }
}

/** The text that whoever may show can take away: what was said before a correction is as readable to those inside. */
const maskable = ({ what }: Activity, mayShow: boolean) => (mayShow && what?.body ? { textId: what.id } : {})

function correctionOf(activity: Activity, { context, earlier, mayShow }: Around): Example['corrected'] {
  const before = earlier.get(activity.id)
  if (!before) return undefined
  const { lang } = context
  const dayIn = (instant: string) => datedShort(lang, dayOf(new Date(instant)))
  return {
    day: dayIn(activity.recordedAt),
    earlier: before.map((one) => {
      const told = toldOf(one.what, context)
      return {
        what: told?.text ?? '',
        masked: told?.masked ?? false,
        day: dayIn(one.recordedAt),
        ...maskable(one, mayShow),
      }
    }),
  }
}
