import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { can } from '#domain/roles.ts'
import { responses, readOpen, type Routes } from '../http/routes.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { dropDraft } from './drafts/store.ts'
import { Refused } from '../http/refusal.ts'
import { rolesOf, type Viewer } from '../http/viewer.ts'
import { refuseOtherAccount } from '../people/account.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Plan } from '../database/plan.ts'
import { findPoint } from '../points/store.ts'
import { ActivityAddress, Address } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { actingFor } from './acting-for.store.ts'
import {
  activityRow,
  Activities,
  ActivityQuery,
  ActivityRow,
  LoggedActivity,
  NewActivity,
  Shown,
  Visibilities,
  Visibility,
} from './schema.ts'
import { showActivities, logActivity } from './store.ts'
import { findActivity, listActivities } from './listing.store.ts'
import { findOrganisation } from '../people/organisations.store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; id: string }
const onePage = 50
type Query = Static<typeof ActivityQuery>

/** Those who may log in the plan see each other's activities (A12). */
const worksInside = (viewer: Viewer | undefined, plan: Plan): boolean =>
  can(rolesOf(viewer, plan), 'plan.read-unpublished')

export const activityRoutes: Routes = (api, dependencies, publicCache) => {
  const oneRow = async (tx: Tx, { plan }: FastifyRequest, id: number) =>
    activityRow((await findActivity(tx, plan!.id, id))!, true)

  const log = async (
    tx: Tx,
    request: FastifyRequest,
    context: WriteContext,
    viewer: Viewer,
    corrects: number | null,
  ): Promise<LoggedActivity> => {
    const { id: planId, slug } = request.plan!
    const { account, organisation, ...claim } = request.body as NewActivity
    await refuseOtherAccount(tx, viewer.personId, account)
    const acting = await actingFor(tx, viewer, planId, organisation, context)
    const { id, ordinal } = await logActivity(tx, slug, claim, acting, corrects)
    // What was logged by a link, or set right, was not what stands half-written.
    if (!viewer.only && corrects === null) await dropDraft(tx, viewer.personId, planId, 'activity')
    return { activity: await oneRow(tx, request, id), ordinal }
  }

  api.get(
    '/plans/:plan/activities',
    {
      config: { open: true },
      schema: { params: Address, querystring: ActivityQuery, response: responses(200, Activities) },
    },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const { point: number, organisation: code, targetGroup, after, limit } = request.query as Query
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
      const point = number === undefined ? undefined : await findPoint(tx, plan.id, number)
      const organisation = code === undefined ? undefined : await findOrganisation(tx, code)
      if (number !== undefined && !point) throw new Refused('not-found')
      if (code !== undefined && !organisation) throw new Refused('not-found')
      const size = limit === undefined ? onePage : Number(limit)
      const wanted = {
        ...(point && { pointId: point.id }),
        ...(organisation && { organisationId: organisation.id }),
        ...(targetGroup && { targetGroup }),
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
      config: { permission: 'activity.log', byLink: true },
      schema: { params: Address, body: NewActivity, response: responses(201, LoggedActivity) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, (tx, context, viewer) =>
        log(tx, request, context, viewer, null),
      ),
  )

  api.post(
    '/plans/:plan/activities/:id/corrections',
    {
      config: { permission: 'activity.log', trail: 'activity.correct' },
      schema: { params: ActivityAddress, body: NewActivity, response: responses(201, LoggedActivity) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, (tx, context, viewer) =>
        log(tx, request, context, viewer, Number(paramsOf(request).id)),
      ),
  )

  api.put(
    '/plans/:plan/activities/visibility',
    {
      config: { permission: 'activity.show' },
      schema: { params: Address, body: Visibilities, response: responses(200, Shown) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { id: planId, slug } = request.plan!
        const { ids, shown } = request.body as Visibilities
        await showActivities(tx, slug, ids, shown, context)
        const rows = await listActivities(tx, planId, { ids, limit: ids.length })
        return { items: rows.map((row) => activityRow(row, true)) }
      }),
  )

  api.put(
    '/plans/:plan/activities/:id/visibility',
    {
      config: { permission: 'activity.show' },
      schema: { params: ActivityAddress, body: Visibility, response: responses(200, ActivityRow) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, id } = paramsOf(request)
        const { shown } = request.body as { shown: boolean }
        await showActivities(tx, plan, [Number(id)], shown, context)
        return oneRow(tx, request, Number(id))
      }),
  )
}
