import { can } from '#domain/roles.ts'
import { responses, readOpen, type Routes } from '../http/routes.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce, type Write } from '../http/write-once.ts'
import { dropDraft } from './drafts/store.ts'
import { Refused } from '../http/refusal.ts'
import { rolesOf, type Viewer } from '../http/viewer.ts'
import { refuseOtherAccount } from '../people/account.store.ts'
import { findPoint } from '../points/store.ts'
import { ActivityAddress, Address } from '../http/schema.ts'
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
import type { Plan } from '../database/plan.ts'

const onePage = 50

/** Those who may log in the plan see each other's activities (A12). */
const worksInside = (viewer: Viewer | undefined, plan: Plan): boolean =>
  can(rolesOf(viewer, plan), 'plan.read-unpublished')

export const activityRoutes: Routes = (api, dependencies, publicCache) => {
  const oneRow = async (tx: Tx, plan: Plan, id: number) =>
    activityRow((await findActivity(tx, plan.id, id))!, true)

  const log = async (
    { tx, plan, context, viewer }: Write<{ plan: string }>,
    { account, organisation, ...claim }: NewActivity,
    corrects: number | null,
  ): Promise<LoggedActivity> => {
    await refuseOtherAccount(tx, viewer.personId, account)
    const acting = await actingFor(tx, viewer, plan.id, organisation, context)
    const { id, ordinal } = await logActivity(tx, plan, claim, acting, corrects)
    // What was logged by a link, or set right, was not what stands half-written.
    if (!viewer.only && corrects === null) await dropDraft(tx, viewer.personId, plan.id, 'activity')
    return { activity: await oneRow(tx, plan, id), ordinal }
  }

  api.get(
    '/plans/:plan/activities',
    {
      config: { open: true },
      schema: { params: Address, querystring: ActivityQuery, response: responses(200, Activities) },
    },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) => {
        const { point: number, organisation: code, targetGroup, after, limit } = request.query
        const point = number === undefined ? undefined : await findPoint(tx, plan.id, number)
        const organisation = code === undefined ? undefined : await findOrganisation(tx, code)
        if (number !== undefined && !point) throw new Refused('not-found')
        if (code !== undefined && !organisation) throw new Refused('not-found')
        const size = limit === undefined ? onePage : Number(limit)
        const wanted = {
          pointId: point?.id,
          organisationId: organisation?.id,
          targetGroup,
          before: after ? Number(after) : undefined,
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
      writeOnce(dependencies, request, reply, 201, (write) => log(write, request.body, null)),
  )

  api.post(
    '/plans/:plan/activities/:id/corrections',
    {
      config: { permission: 'activity.log', trail: 'activity.correct' },
      schema: { params: ActivityAddress, body: NewActivity, response: responses(201, LoggedActivity) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, (write) =>
        log(write, request.body, Number(request.params.id)),
      ),
  )

  api.put(
    '/plans/:plan/activities/visibility',
    {
      config: { permission: 'activity.show' },
      schema: { params: Address, body: Visibilities, response: responses(200, Shown) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { ids, shown } = request.body
        await showActivities(tx, plan, ids, shown, context)
        const rows = await listActivities(tx, plan.id, { ids, limit: ids.length })
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
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const id = Number(request.params.id)
        await showActivities(tx, plan, [id], request.body.shown, context)
        return oneRow(tx, plan, id)
      }),
  )
}
