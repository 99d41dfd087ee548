import type { FastifyRequest } from 'fastify'
import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { findPlan } from '../../database/plan.ts'
import { findPoint } from '../store.ts'
import { PointAddress } from '../../http/schema.ts'
import { NewTags, Tags } from './schema.ts'
import { setTags, tagsOfPoint } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; number: string }

/** What a point is tied to (P13). Read with the point itself. */
export const tagRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/points/:number/tags',
    {
      config: { permission: 'tag.edit' },
      schema: { params: PointAddress, body: NewTags, response: responses(200, Tags) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan: slug, number } = paramsOf(request)
        await setTags(tx, slug, number, (request.body as NewTags).tags, context)
        const plan = (await findPlan(tx, slug))!
        const point = (await findPoint(tx, plan.id, number))!
        return { items: await tagsOfPoint(tx, plan.id, point.id), next: null }
      }),
  )
}
