import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import type { Day } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import { suggestOutlook } from '#domain/outlook.ts'
import { can } from '#domain/roles.ts'
import { outlooks } from '#domain/status.ts'
import { shownFreshness } from '#domain/freshness.ts'
import { dated } from '#words/format.ts'
import { activityTotals } from '../activities/listing.store.ts'
import { type PageAnswer, Dated, OutlookName, Split, StatusName } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { areaId } from '../plans/listing.ts'
import { areaText, shownOutlook } from '../plans/view.ts'
import { shownText } from '../texts/view.ts'
import { planNow } from '../plans/review-days.store.ts'
import { allEvidence, basisOf, doneText, endingOf, olderWordings, timeOf, excerptOf } from './facts.ts'
import { pointParts } from './json.ts'
import { pointsOnDay, type PointOnDay } from './state-on-day.store.ts'
import { tagsView, TagsView } from './tags/view.ts'
import { followUpView, FollowUpView } from './follow-up/view.ts'
import { storyOf, Evidence, OlderWording, PointLink, StoryEntry } from './story-loader.ts'

/** Everything a point's page shows, as it stands now; undefined when the plan has no such number. */
export async function loadPoint(context: PlanPageContext): Promise<PageAnswer<PointData> | undefined> {
  const { tx, plan, say, words, now } = context
  const day = await planNow(tx, plan.id, now)
  const everything = await pointsOnDay(tx, plan.id, day)
  const point = everything.find((one) => one.number === context.params.number)
  if (!point) return undefined
  const inside = can(context.roles, 'file.read')
  const { whole, records, area } = await pointParts(tx, plan, point, inside)
  const totals = (await activityTotals(tx, plan.id, now.toISOString())).get(point.id)
  const held = whole.updates.filter((row) => row.correctedBy === null)
  const title = { number: point.number, title: point.title, plan: plan.title }
  const updated = point.lastUpdatedOn
  const latest = shownText(point.note ?? point.reason, context)
  const target = everything.find((one) => one.number === point.mergedInto)
  const { previous, next } = neighboursOf(everything, point)
  return {
    title: `${say(words.point.title, title)} – ${plan.title}`,
    description: say(words.point.description, {
      ...title,
      status: say(words.status.within[point.status]),
      lead: point.lead.name,
    }),
    plan: await layoutPlanOf(tx, plan),
    current: 'plan',
    data: {
      number: point.number,
      title: point.title,
      status: point.status,
      outlook: shownOutlook(point),
      mergedInto: target ? linkTo(target) : null,
      reopened: point.reopened,
      added: !point.adopted && whole.wordings[0] ? dated(context.lang, whole.wordings[0].holdsFrom) : null,
      updated: updated ? dated(context.lang, updated) : null,
      freshness: shownFreshness(plan, point, day),
      suggestion: suggestionOf(context, point, day),
      latest: latest ? excerptOf(latest.text) : null,
      basis: basisOf(point, held, context),
      area: area ? { text: areaText(area, context), id: areaId(area) } : null,
      description: whole.description || null,
      intendedEffect: whole.intendedEffect || null,
      lead: { name: point.lead.name, function: point.leadFunction || null },
      takesPart: point.takesPart.map((partner) => partner.name),
      time: timeOf(point, records, day, context),
      done: totals ? doneText(totals, context) : null,
      ...endingOf(point, held, context),
      tags: tagsView(whole.tags, plan.adoptedOn, context),
      evidence: allEvidence(held, plan.slug, context),
      mergedFrom: everything.filter((one) => one.mergedInto === point.number).map(linkTo),
      still: await followUpView(context, point.number),
      story: await storyOf(
        tx,
        {
          plan,
          point,
          rows: whole.updates,
          records,
          wordings: whole.wordings,
          inside,
          ...logsFrom(context),
        },
        context,
      ),
      older: olderWordings(whole.wordings, context),
      previous: previous ? linkTo(previous) : null,
      next: next ? linkTo(next) : null,
    },
  }
}

/** Where the reader logs, for whoever may: their own activities can be logged once more (A11). */
const logsFrom = ({ viewer, roles, base, plan }: PlanPageContext) =>
  viewer && can(roles, 'activity.log')
    ? { logs: { personId: viewer.personId, path: addresses.log(addresses.plan(base, plan.slug)) } }
    : {}

const linkTo = ({ number, title }: PointOnDay) => ({ number, title })

function neighboursOf(points: readonly PointOnDay[], point: PointOnDay) {
  const inOrder = [...points].sort((a, b) => compareNumbers(a.number, b.number))
  const at = inOrder.indexOf(point)
  return { previous: inOrder[at - 1], next: inOrder[at + 1] }
}

/** What the dates suggest, said only where it is graver than what people say, or where nobody has said anything (F18). */
function suggestionOf({ plan, say, words }: PlanPageContext, point: PointOnDay, day: Day): string | null {
  const period = { from: plan.periodFrom, to: plan.periodTo }
  const suggested = suggestOutlook({ ...point, period }, day)
  if (!suggested || outlooks[suggested.outlook].gravity <= outlooks[point.outlook].gravity) return null
  const spoken = words.point.suggestion
  if (suggested.because === 'on-time') return null
  return say(suggested.because === 'due-passed' ? spoken.late : spoken.atRisk, { n: suggested.days })
}

/** `/{plan}/punkter/{number}`: what the point is, how it stands, and its story. */
export const PointData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: Maybe(OutlookName),
  mergedInto: Maybe(PointLink),
  reopened: Type.Boolean(),
  added: Maybe(Dated),
  updated: Maybe(Dated),
  /** Named when the last word is getting old. */
  freshness: Maybe(Type.Unsafe<'due' | 'stale' | 'never'>({ type: 'string' })),
  /** What the dates suggest, when that differs from what people say (F18). */
  suggestion: Maybe(Type.String()),
  /** The latest words about it, in the plan's language. */
  latest: Maybe(Type.String()),
  /** The update the status rests on, by its key in the story. */
  basis: Maybe(Type.Object({ key: Type.String(), text: Split })),
  area: Maybe(Type.Object({ text: Type.String(), id: Type.String() })),
  description: Maybe(Type.String()),
  intendedEffect: Maybe(Type.String()),
  lead: Type.Object({ name: Type.String(), function: Maybe(Type.String()) }),
  takesPart: Type.Array(Type.String()),
  time: Type.Object({
    text: Maybe(Type.String()),
    moved: Maybe(Type.String()),
  }),
  /** "9 aktiviteter, 86 deltagare" */
  done: Maybe(Type.String()),
  /** How a completed point ended: where it lives on, or what it gave. */
  ending: Maybe(Type.Array(Type.Object({ label: Type.String(), text: Type.String(), own: Type.Boolean() }))),
  /** Whose goals it contributes to. */
  tags: Type.Array(TagsView),
  evidence: Type.Array(Evidence),
  evidenceMissing: Type.Boolean(),
  mergedFrom: Type.Array(PointLink),
  story: Type.Array(StoryEntry),
  /** What the receiver has said since it was embedded. */
  still: Type.Array(FollowUpView),
  older: Type.Array(OlderWording),
  previous: Maybe(PointLink),
  next: Maybe(PointLink),
})
export type PointData = Static<typeof PointData>

export const pointPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number',
  view: 'points/Point',
  schema: PointData,
  access: 'open',
  catalogues: ['point', 'tags'],
  script: 'none',
  load: loadPoint,
}
