import type { FastifyRequest } from 'fastify'
import { may } from '#domain/roles.ts'
import { answers, readOpen, type Routes } from '../http/routes.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { Refused } from '../http/refusal.ts'
import { rolesOf } from '../http/guard.ts'
import type { Act } from '../http/write-context.ts'
import type { Viewer } from '../people/store.ts'
import { planNow } from '../reviews/store.ts'
import type { Plan } from '../plans/store.ts'
import { Address, PointAddress, UpdateAddress } from '../http/schema.ts'
import { visiblePlan } from '../plans/visible.ts'
import { addPoint, addPoints, reviseWording } from './add.store.ts'
import { pointRow, pointWhole } from './json.ts'
import { refuseForeignPoint } from './store.ts'
import { NewCorrection, NewPoint, NewPoints, NewUpdate, NewWording, Points, PointWhole } from './schema.ts'
import { wordlessStanding } from './state-on-day.store.ts'
import { findPoint } from './store.ts'
import { correctUpdate, numberOfUpdate, recordUpdate } from './updates.store.ts'

type Params = { plan: string; number: string; id: string }
const paramsOf = (request: FastifyRequest) => request.params as Params

export const pointRoutes: Routes = (api, parts, answer) => {
  const fresh = (tx: Tx, { plan }: FastifyRequest, number: string, act: Act) =>
    pointWhole(tx, plan!, number, act.now, true)

  api.get(
    '/plans/:plan/points',
    { config: { open: true }, schema: { params: Address, response: answers(200, Points) } },
    readOpen(parts, answer, async (tx, request) => {
      const plan = await visiblePlan(tx, paramsOf(request).plan, request.viewer)
      const standing = await wordlessStanding(tx, plan.id, await planNow(tx, plan.id, parts.now()))
      return { items: standing.map(pointRow), next: null }
    }),
  )

  api.post(
    '/plans/:plan/points',
    {
      config: { deed: 'point.add' },
      schema: { params: Address, body: NewPoint, response: answers(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { plan } = paramsOf(request)
        const { number } = await addPoint(tx, plan, request.body as NewPoint, act)
        return fresh(tx, request, number, act)
      }),
  )

  api.post(
    '/plans/:plan/points/list',
    {
      config: { deed: 'point.add' },
      schema: { params: Address, body: NewPoints, response: answers(201, Points) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { id: planId, slug } = request.plan!
        const added = await addPoints(tx, slug, (request.body as NewPoints).points, act)
        const ids = new Set(added.map(({ id }) => id))
        const standing = await wordlessStanding(tx, planId, await planNow(tx, planId, act.now))
        return { items: standing.filter(({ id }) => ids.has(id)).map(pointRow), next: null }
      }),
  )

  api.get(
    '/plans/:plan/points/:number',
    { config: { open: true }, schema: { params: PointAddress, response: answers(200, PointWhole) } },
    readOpen(parts, answer, async (tx, request) => {
      const { plan, number } = paramsOf(request)
      const visible = await visiblePlan(tx, plan, request.viewer)
      const inside = may(rolesOf(request.viewer, visible), 'file.read')
      return pointWhole(tx, visible, number, parts.now(), inside)
    }),
  )

  api.post(
    '/plans/:plan/points/:number/updates',
    {
      config: { deed: 'update.record', byLink: true },
      schema: { params: PointAddress, body: NewUpdate, response: answers(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act, viewer) => {
        const { plan, number } = paramsOf(request)
        await refuseForeignNumber(tx, viewer, request.plan!, number)
        await orCurrent(tx, request, number, act, () =>
          recordUpdate(tx, plan, number, request.body as NewUpdate, act),
        )
        return fresh(tx, request, number, act)
      }),
  )

  api.post(
    '/plans/:plan/updates/:id/corrections',
    {
      config: { deed: 'update.correct' },
      schema: { params: UpdateAddress, body: NewCorrection, response: answers(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act, viewer) => {
        const { plan, id } = paramsOf(request)
        const number = await numberOfUpdate(tx, plan, Number(id))
        await refuseForeignNumber(tx, viewer, request.plan!, number)
        await orCurrent(tx, request, number, act, () =>
          correctUpdate(tx, plan, Number(id), request.body as NewCorrection, act),
        )
        return fresh(tx, request, number, act)
      }),
  )

  api.post(
    '/plans/:plan/points/:number/wordings',
    {
      config: { deed: 'point.add', trail: 'point.revise' },
      schema: { params: PointAddress, body: NewWording, response: answers(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 201, async (tx, act) => {
        const { plan, number } = paramsOf(request)
        await reviseWording(tx, plan, number, request.body as NewWording, act)
        return fresh(tx, request, number, act)
      }),
  )

  /** A 409 tells what stands now, so that the form can show it beside what was typed. */
  async function orCurrent(
    tx: Tx,
    request: FastifyRequest,
    number: string,
    act: Act,
    work: () => Promise<unknown>,
  ) {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error
      throw new Refused(409, error.code, { current: await fresh(tx, request, number, act) })
    }
  }
}

/** A reporter's deeds reach the points whose function they hold, and no others. */
async function refuseForeignNumber(tx: Tx, viewer: Viewer, plan: Plan, number: string): Promise<void> {
  const point = await findPoint(tx, plan.id, number)
  if (!point) throw new Refused(404, 'not-found')
  await refuseForeignPoint(tx, viewer, plan, point.id)
}
