import type { FastifyRequest } from 'fastify'
import { responses, type Routes } from '../http/routes.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { handOver } from '../points/owners/store.ts'
import { HandedOver, HandOver } from '../points/owners/schema.ts'
import { findPlan, type Plan } from '../database/plan.ts'
import { Address } from '../http/schema.ts'
import { recordReading } from '../trail/readings.ts'
import { addMembers, considerMembers } from './add.ts'
import { addedRows, consideredRow, lastActiveNow, memberRow, memberWhole } from './json.ts'
import { changeMember } from './change.ts'
import { inviteAgain, setDeactivated, signOutEverywhere } from './leave.ts'
import {
  AddedRows,
  ConsideredRows,
  Deactivation,
  MemberAddress,
  MemberChange,
  MemberRows,
  MemberWhole,
  NewMembers,
  Nothing,
} from './schema.ts'

const config = { permission: 'people.manage' } as const
const paramsOf = (request: FastifyRequest) => request.params as { plan: string; id: string }
const idOf = (request: FastifyRequest): number => Number(paramsOf(request).id)

/** The people of a plan: names and addresses, so all of it only for those who may manage people (F40–F42). */
export const memberRoutes: Routes = (api, dependencies) => {
  const planOf = async (tx: Tx, request: FastifyRequest): Promise<Plan> =>
    (await findPlan(tx, paramsOf(request).plan))!
  const whole = async (tx: Tx, request: FastifyRequest) =>
    memberWhole(tx, await planOf(tx, request), idOf(request), dependencies.now())

  api.get(
    '/plans/:plan/people',
    { config, schema: { params: Address, response: responses(200, MemberRows) } },
    async (request, reply) => {
      const { plan, items } = await dependencies.db.read(async (tx) => {
        const here = await planOf(tx, request)
        const { heard } = await lastActiveNow(tx, here, dependencies.now())
        return { plan: here, items: heard.members.map((member) => memberRow(member, heard)) }
      })
      await recordReading(dependencies, request.viewer, {
        list: 'people',
        planId: plan.id,
        count: items.length,
      })
      reply.header('cache-control', 'no-store')
      return { items, next: null }
    },
  )

  api.post(
    '/plans/:plan/people',
    {
      config: { ...config, trail: 'people.invite' },
      schema: { params: Address, body: NewMembers, response: responses(201, AddedRows) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) =>
        addedRows(await addMembers(tx, paramsOf(request).plan, request.body as NewMembers, context)),
      ),
  )

  // What the same list would do, or why it can not: looks and writes nothing, so it needs no key.
  api.post(
    '/plans/:plan/people/preview',
    { config, schema: { params: Address, body: NewMembers, response: responses(200, ConsideredRows) } },
    async (request, reply) => {
      const considered = await dependencies.db.read(async (tx) =>
        considerMembers(tx, await planOf(tx, request), request.body as NewMembers),
      )
      reply.header('cache-control', 'no-store')
      return { items: considered.map(consideredRow) }
    },
  )

  api.get(
    '/plans/:plan/people/:id',
    { config, schema: { params: MemberAddress, response: responses(200, MemberWhole) } },
    async (request, reply) => {
      const { plan, member } = await dependencies.db.read(async (tx) => ({
        plan: await planOf(tx, request),
        member: await whole(tx, request),
      }))
      const objectId = String(member.id)
      await recordReading(dependencies, request.viewer, {
        list: 'person',
        planId: plan.id,
        count: 1,
        object: 'person',
        objectId,
      })
      reply.header('cache-control', 'no-store')
      return member
    },
  )

  api.put(
    '/plans/:plan/people/:id',
    {
      config: { ...config, trail: 'people.edit' },
      schema: { params: MemberAddress, body: MemberChange, response: responses(200, MemberWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context, viewer) => {
        const change = request.body as MemberChange
        await changeMember(tx, paramsOf(request).plan, idOf(request), change, context, viewer)
        return whole(tx, request)
      }),
  )

  api.put(
    '/plans/:plan/people/:id/deactivation',
    {
      config: { ...config, trail: 'people.deactivate' },
      schema: { params: MemberAddress, body: Deactivation, response: responses(200, MemberWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context, viewer) => {
        const { deactivated } = request.body as Deactivation
        await setDeactivated(tx, paramsOf(request).plan, idOf(request), deactivated, context, viewer)
        return whole(tx, request)
      }),
  )

  api.post(
    '/plans/:plan/people/:id/handover',
    {
      config: { ...config, trail: 'people.hand-over' },
      schema: { params: MemberAddress, body: HandOver, response: responses(201, HandedOver) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => ({
        points: await handOver(tx, paramsOf(request).plan, idOf(request), request.body as HandOver, context),
      })),
  )

  api.post(
    '/plans/:plan/people/:id/invitation',
    {
      config: { ...config, trail: 'people.invite' },
      schema: { params: MemberAddress, body: Nothing, response: responses(201, MemberWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context) => {
        await inviteAgain(tx, paramsOf(request).plan, idOf(request), context)
        return whole(tx, request)
      }),
  )

  api.post(
    '/plans/:plan/people/:id/revocation',
    {
      config: { ...config, trail: 'session.revoke' },
      schema: { params: MemberAddress, body: Nothing, response: responses(201, MemberWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async (tx, context, viewer) => {
        await signOutEverywhere(tx, paramsOf(request).plan, idOf(request), context, viewer)
        return whole(tx, request)
      }),
  )
}
