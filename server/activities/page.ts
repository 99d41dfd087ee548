import { Type, type Static } from 'typebox'
import { datedWithWeekday } from '#words/format.ts'
import { Dated } from '../frame.ts'
import { listOrganisations } from '../organisations/store.ts'
import type { PlanPage, PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { pointsStanding } from '../points/standing.ts'
import { listReviews, planNow } from '../reviews/store.ts'

const Choice = Type.Object({ number: Type.String(), title: Type.String() })

/** `/{plan}/logga`: what the form needs to know before somebody begins to write. */
export const LogData = Type.Object({
  today: Type.String(),
  planFrom: Type.String(),
  /** The points one's own organisation leads or takes part in, and its name; then the others (A02). */
  own: Type.Optional(Type.Object({ organisation: Type.String(), points: Type.Array(Choice) })),
  others: Type.Array(Choice),
  /** The point that the address asks for (`?punkt=7`), if the plan has it. */
  chosen: Type.Optional(Type.String()),
  /** The next review day, which what is logged now will be part of. */
  review: Type.Optional(Dated),
  atOnce: Type.Boolean(),
})
export type LogData = Static<typeof LogData>

export const logPage: PlanPage = {
  of: 'plan',
  path: '/:plan/logga',
  view: 'activities/Log',
  schema: LogData,
  access: 'activity.log',
  rooms: ['log', 'saving', 'refusals'],
  script: 'page',
  load: loadLog,
}

async function loadLog(context: PlanPageContext) {
  const { tx, plan, viewer, query, lang, say, words, today } = context
  const standing = await pointsStanding(tx, plan.id, await planNow(tx, plan.id, context.now))
  const mine = (await listOrganisations(tx)).find((one) => one.id === viewer?.organisationId)
  const isOwn = (point: (typeof standing)[number]) =>
    [point.lead, ...point.takesPart].some((one) => one.code === mine?.code)
  const choices = (points: typeof standing) => points.map(({ number, title }) => ({ number, title }))
  const own = standing.filter(isOwn)
  const next = (await listReviews(tx, plan.id)).find((review) => !review.closure)
  const chosen = standing.find((point) => point.number === query.punkt)?.number
  return {
    title: say(words.log.title, { plan: plan.title }),
    description: say(words.log.description, { plan: plan.title }),
    plan: await framedPlan(tx, plan),
    current: 'log' as const,
    data: {
      today,
      planFrom: plan.periodFrom,
      ...(mine && own.length > 0 && { own: { organisation: mine.name, points: choices(own) } }),
      others: choices(standing.filter((point) => !isOwn(point))),
      ...(chosen !== undefined && { chosen }),
      ...(next && { review: datedWithWeekday(lang, next.heldOn) }),
      atOnce: plan.wordsShown === 'at-once',
    } satisfies LogData,
  }
}
