import type { FastifyRequest } from 'fastify'
import { may } from '#domain/roles.ts'
import { answers, readOpen, type Routes } from '../api.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../door.ts'
import { Refused } from '../errors.ts'
import { rolesOf } from '../guard.ts'
import type { Viewer } from '../people/store.ts'
import { findPlan, type Plan } from '../plans/store.ts'
import { findPoint } from '../points/store.ts'
import { said } from '../points/answer.ts'
import { ActivityAddress, Address } from '../shapes.ts'
import { visiblePlan } from '../visible.ts'
import { Activities, ActivityQuery, ActivityRow, LoggedActivity, NewActivity, Visibility } from './schema.ts'
import { listActivities, logActivity, showActivity, type Activity } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; id: string }
const onePage = 50

/** An activity as it travels: its words only where they are shown, or to those who work with the plan. */
export const activityRow = (activity: Activity, inside: boolean): ActivityRow => {
  const readable = inside || activity.shown
  return {
    ...activity,
    what: readable && activity.what ? said(activity.what) : null,
    link: readable && activity.link ? said(activity.link) : null,
  }
}

/** Those who may log in the plan see each other's activities (A12). */
const worksInside = (viewer: Viewer | undefined, plan: Plan): boolean =>
  may(rolesOf(viewer, plan), 'plan.read-unpublished')

export const activityRoutes: Routes = (api, parts, answer) => {
  const oneRow = async (tx: Tx, slug: string, id: number) => {
    const plan = (await findPlan(tx, slug))!
    const [activity] = await listActivities(tx, plan.id, { id, limit: 1 })
    return activityRow(activity!, true)
  }

  api.get(
    '/plans/:plan/activities',
    {
      config: { open: true },
      schema: { params: Address, querystring: ActivityQuery, response: answers(200, Activities) },
    },
    readOpen(parts, answer, async (tx, request) => {
      const {
        point: number,
        after,
        limit,
      } = request.query as { point?: string; after?: string; limit?: string }
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
      const point = number === undefined ? undefined : await findPoint(tx, plan.id, number)
      if (number !== undefined && !point) throw new Refused(404, 'not-found')
      const size = limit === undefined ? onePage : Number(limit)
      const wanted = {
        ...(point && { pointId: point.id }),
        ...(after && { before: Number(after) }),
        limit: size + 1,
      }
      const found = await listActivities(tx, plan.id, wanted)
      const items = found.slice(0, size).map((one) => activityRow(one, worksInside(request.viewer, plan)))
      return { items, next: found.length > size ? String(items.at(-1)!.id) : null }
    }),
  )

  api.post(
    '/plans/:plan/activities',
    {
      config: { deed: 'activity.log' },
      schema: { params: Address, body: NewActivity, response: answers(201, LoggedActivity) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { plan } = paramsOf(request)
        const { id, ordinal } = await logActivity(tx, plan, request.body as NewActivity, act)
        return { activity: await oneRow(tx, plan, id), ordinal }
      }),
  )

  api.put(
    '/plans/:plan/activities/:id/visibility',
    {
      config: { deed: 'activity.show' },
      schema: { params: ActivityAddress, body: Visibility, response: answers(200, ActivityRow) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan, id } = paramsOf(request)
        const { shown } = request.body as { shown: boolean }
        await showActivity(tx, plan, Number(id), shown, act)
        return oneRow(tx, plan, Number(id))
      }),
  )
}
