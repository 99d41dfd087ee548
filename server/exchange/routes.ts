import { vocabularies } from '#domain/tags.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Routes } from '../http/routes.ts'
import { Address } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { tagsOfPlan } from '../points/tags/store.ts'
import { planNow } from '../plans/review-days.store.ts'
import { titleOfTag } from '../points/tags/view.ts'
import { swedishCsv } from '../http/csv.ts'

/** Files of a plan: today the points as CSV, one row a point whatever is known of it (trap 11), no names (O02). */
export const csvRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/points.csv',
    { config: { open: true }, schema: { params: Address, produces: ['text/csv'] } },
    (request, reply) => {
      const { plan: slug } = request.params
      reply.header('content-disposition', `attachment; filename="${encodeURIComponent(slug)}-points.csv"`)
      return publicCache(request, reply, slug, async () => {
        const { csv } = words.sv.exchange
        const { short, outlook: outlooks } = words.sv.status
        const { points, tags } = await dependencies.db.read(async (tx) => {
          const plan = await visiblePlan(tx, slug, request.viewer)
          const day = await planNow(tx, plan.id, dependencies.now())
          return {
            points: await pointsOnDay(tx, plan.id, day),
            tags: await tagsOfPlan(tx, plan.id),
          }
        })
        const say = speaker('sv')
        const rows = points.map((point) => [
          point.number,
          point.title,
          say(short[point.status]),
          say(outlooks[point.outlook]),
          point.lead.name,
          point.lead.code,
          point.takesPart.map((one) => one.name).join(', '),
          point.dueOn ?? '',
          point.firstDueOn ?? '',
          point.lastUpdatedOn ?? '',
          ...vocabularies.map((vocabulary) =>
            (tags.get(point.id) ?? [])
              .filter((tag) => tag.vocabulary === vocabulary)
              .map((tag) => `${tag.code} ${titleOfTag(tag, { say, words: words.sv })}`)
              .join(', '),
          ),
        ])
        const head = Object.values(csv).map((entry) => say(entry))
        return { type: 'text/csv; charset=utf-8', body: swedishCsv(head, rows) }
      })
    },
  )
}
