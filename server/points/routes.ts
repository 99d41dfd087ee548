import type { FastifyRequest } from 'fastify'
import { can } from '#domain/roles.ts'
import { responses, readOpen, type Routes } from '../http/routes.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { Refused } from '../http/refusal.ts'
import { rolesOf, type Viewer } from '../http/viewer.ts'
import type { WriteContext } from '../http/write-context.ts'
import { planNow } from '../plans/review-days.store.ts'
import type { Plan } from '../database/plan.ts'
import { Address, PointAddress, UpdateAddress } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { addPoint, addPoints, reviseWording } from './add.store.ts'
import { pointRow, pointWhole } from './json.ts'
import { requireOwnPoint, findPoint } from './store.ts'
import { NewCorrection, NewPoint, NewPoints, NewUpdate, NewWording, Points, PointWhole } from './schema.ts'
import { pointsOnDayWithoutText } from './state-on-day.store.ts'
import { correctUpdate, numberOfUpdate, recordUpdate } from './updates.store.ts'

type Params = { plan: string; number: string; id: string }
const paramsOf = (request: FastifyRequest) => request.params as Params

export const pointRoutes: Routes = (api, dependencies, publicCache) => {
  const fresh = (tx: Tx, { plan }: FastifyRequest, number: string, context: WriteContext) =>
    pointWhole(tx, plan!, number, context.now, true)

  api.get(
    '/plans/:plan/points',
    { config: { open: true }, schema: { params: Address, response: responses(200, Points) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
      const standing = await pointsOnDayWithoutText(
        tx,
        plan.id,
        await planNow(tx, plan.id, dependencies.now()),
      )
      return { items: standing.map(pointRow), next: null }
    }),
  )

  api.post(
    '/plans/:plan/points',
    {
      config: { permission: 'point.add' },
      schema: { params: Address, body: NewPoint, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan } = paramsOf(request)
        const { number } = await addPoint(tx, plan, request.body as NewPoint, context)
        return fresh(tx, request, number, context)
      }),
  )

  api.post(
    '/plans/:plan/points/list',
    {
      config: { permission: 'point.add' },
      schema: { params: Address, body: NewPoints, response: responses(201, Points) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { id: planId, slug } = request.plan!
        const added = await addPoints(tx, slug, (request.body as NewPoints).points, context)
        const ids = new Set(added.map(({ id }) => id))
        const standing = await pointsOnDayWithoutText(tx, planId, await planNow(tx, planId, context.now))
        return { items: standing.filter(({ id }) => ids.has(id)).map(pointRow), next: null }
      }),
  )

  api.get(
    '/plans/:plan/points/:number',
    { config: { open: true }, schema: { params: PointAddress, response: responses(200, PointWhole) } },
    readOpen(dependencies, publicCache, async (tx, request) => {
      const { plan, number } = paramsOf(request)
      const visible = await visiblePlan(tx, plan, request.viewer)
      const inside = can(rolesOf(request.viewer, visible), 'file.read')
      return pointWhole(tx, visible, number, dependencies.now(), inside)
    }),
  )

  api.post(
    '/plans/:plan/points/:number/updates',
    {
      config: { permission: 'update.record', byLink: true },
      schema: { params: PointAddress, body: NewUpdate, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context, viewer) => {
        const { plan, number } = paramsOf(request)
        await refuseForeignNumber(tx, viewer, request.plan!, number)
        await orCurrent(tx, request, number, context, () =>
          recordUpdate(tx, plan, number, request.body as NewUpdate, context),
        )
        return fresh(tx, request, number, context)
      }),
  )

  api.post(
    '/plans/:plan/updates/:id/corrections',
    {
      config: { permission: 'update.correct' },
      schema: { params: UpdateAddress, body: NewCorrection, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context, viewer) => {
        const { plan, id } = paramsOf(request)
        const number = await numberOfUpdate(tx, plan, Number(id))
        await refuseForeignNumber(tx, viewer, request.plan!, number)
        await orCurrent(tx, request, number, context, () =>
          correctUpdate(tx, plan, Number(id), request.body as NewCorrection, context),
        )
        return fresh(tx, request, number, context)
      }),
  )

  api.post(
    '/plans/:plan/points/:number/wordings',
    {
      config: { permission: 'point.add', trail: 'point.revise' },
      schema: { params: PointAddress, body: NewWording, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        const { plan, number } = paramsOf(request)
        await reviseWording(tx, plan, number, request.body as NewWording, context)
        return fresh(tx, request, number, context)
      }),
  )

  /** A 409 tells what stands now, so that the form can show it beside what was typed. */
  async function orCurrent(
    tx: Tx,
    request: FastifyRequest,
    number: string,
    context: WriteContext,
    work: () => Promise<unknown>,
  ) {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error
      throw new Refused(error.code, { current: await fresh(tx, request, number, context) })
    }
  }
}

/** A reporter's deeds reach the points whose function they hold, and no others. */
async function refuseForeignNumber(tx: Tx, viewer: Viewer, plan: Plan, number: string): Promise<void> {
  const point = await findPoint(tx, plan.id, number)
  if (!point) throw new Refused('not-found')
  await requireOwnPoint(tx, viewer, plan, point.id)
}
