import type { FastifyRequest } from 'fastify'
import { answers, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findPlan } from '../../plans/store.ts'
import { findPoint } from '../store.ts'
import { PointAddress } from '../../http/schema.ts'
import { NewTags, Tags } from './schema.ts'
import { setTags, tagsOfPoint } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; number: string }

/** What a point is tied to (P13). Read with the point itself. */
export const tagRoutes: Routes = (api, parts) => {
  api.put(
    '/plans/:plan/points/:number/tags',
    {
      config: { deed: 'tag.edit' },
      schema: { params: PointAddress, body: NewTags, response: answers(200, Tags) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan: slug, number } = paramsOf(request)
        await setTags(tx, slug, number, (request.body as NewTags).tags, act)
        const plan = (await findPlan(tx, slug))!
        const point = (await findPoint(tx, plan.id, number))!
        return { items: await tagsOfPoint(tx, plan.id, point.id), next: null }
      }),
  )
}
