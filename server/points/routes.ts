import { can } from '#domain/roles.ts'
import { responses, readOpen, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { orCurrent } from '../http/refusal.ts'
import { rolesOf } from '../http/viewer.ts'
import { planNow } from '../plans/review-days.store.ts'
import { Address, PointAddress, UpdateAddress } from '../http/schema.ts'
import { addPoint, addPoints, reviseWording } from './add.store.ts'
import { pointRow, pointWhole } from './json.ts'
import { requireOwnPoint, requirePoint } from './store.ts'
import { NewCorrection, NewPoint, NewPoints, NewUpdate, NewWording, Points, PointWhole } from './schema.ts'
import { pointsOnDayWithoutText } from './state-on-day.store.ts'
import { correctUpdate, numberOfUpdate, recordUpdate } from './updates.store.ts'

export const pointRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/points',
    { config: { open: true }, schema: { params: Address, response: responses(200, Points) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) => {
        const day = await planNow(tx, plan.id, dependencies.now())
        const standing = await pointsOnDayWithoutText(tx, plan.id, day)
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
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { number } = await addPoint(tx, plan, request.body, context)
        return pointWhole(tx, plan, number, context.now, true)
      }),
  )

  api.post(
    '/plans/:plan/points/list',
    {
      config: { permission: 'point.add' },
      schema: { params: Address, body: NewPoints, response: responses(201, Points) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const added = await addPoints(tx, plan, request.body.points, context)
        const ids = new Set(added.map(({ id }) => id))
        const day = await planNow(tx, plan.id, context.now)
        const standing = await pointsOnDayWithoutText(tx, plan.id, day)
        return { items: standing.filter(({ id }) => ids.has(id)).map(pointRow), next: null }
      }),
  )

  api.get(
    '/plans/:plan/points/:number',
    { config: { open: true }, schema: { params: PointAddress, response: responses(200, PointWhole) } },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, ({ tx, plan }) => {
        const inside = can(rolesOf(request.viewer, plan), 'file.read')
        return pointWhole(tx, plan, request.params.number, dependencies.now(), inside)
      }),
  )

  api.post(
    '/plans/:plan/points/:number/updates',
    {
      config: { permission: 'update.record', byLink: true },
      schema: { params: PointAddress, body: NewUpdate, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context, viewer }) => {
        const { id, number } = await requirePoint(tx, plan, request.params.number)
        await requireOwnPoint(tx, viewer, plan, id)
        const whole = () => pointWhole(tx, plan, number, context.now, true)
        await orCurrent(whole, () => recordUpdate(tx, plan, number, request.body, context))
        return whole()
      }),
  )

  api.post(
    '/plans/:plan/updates/:id/corrections',
    {
      config: { permission: 'update.correct' },
      schema: { params: UpdateAddress, body: NewCorrection, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context, viewer }) => {
        const updateId = Number(request.params.id)
        const { id, number } = await requirePoint(tx, plan, await numberOfUpdate(tx, plan, updateId))
        await requireOwnPoint(tx, viewer, plan, id)
        const whole = () => pointWhole(tx, plan, number, context.now, true)
        await orCurrent(whole, () => correctUpdate(tx, plan, updateId, request.body, context))
        return whole()
      }),
  )

  api.post(
    '/plans/:plan/points/:number/wordings',
    {
      config: { permission: 'point.add', trail: 'point.revise' },
      schema: { params: PointAddress, body: NewWording, response: responses(201, PointWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { number } = request.params
        await reviseWording(tx, plan, number, request.body, context)
        return pointWhole(tx, plan, number, context.now, true)
      }),
  )
}
