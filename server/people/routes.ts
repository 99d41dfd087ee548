import { planOf, responses, type RequestAt, type Routes } from '../http/routes.ts'
import type { Tx } from '../database/database.ts'
import { writeOnce } from '../http/write-once.ts'
import { handOver } from '../points/owners/store.ts'
import { HandedOver, HandOver } from '../points/owners/schema.ts'
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
const idOf = ({ params }: RequestAt<MemberAddress>): number => Number(params.id)

/** The people of a plan: names and addresses, so all of it only for those who may manage people (F40–F42). */
export const memberRoutes: Routes = (api, dependencies) => {
  const whole = (tx: Tx, request: RequestAt<MemberAddress>) =>
    memberWhole(tx, planOf(request), idOf(request), dependencies.now())

  api.get(
    '/plans/:plan/people',
    { config, schema: { params: Address, response: responses(200, MemberRows) } },
    async (request, reply) => {
      const plan = planOf(request)
      const items = await dependencies.db.read(async (tx) => {
        const { heard } = await lastActiveNow(tx, plan, dependencies.now())
        return heard.members.map((member) => memberRow(member, heard))
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
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) =>
        addedRows(await addMembers(tx, plan, request.body, context)),
      ),
  )

  // What the same list would do, or why it can not: looks and writes nothing, so it needs no key.
  api.post(
    '/plans/:plan/people/preview',
    { config, schema: { params: Address, body: NewMembers, response: responses(200, ConsideredRows) } },
    async (request, reply) => {
      const considered = await dependencies.db.read((tx) =>
        considerMembers(tx, planOf(request), request.body),
      )
      reply.header('cache-control', 'no-store')
      return { items: considered.map(consideredRow) }
    },
  )

  api.get(
    '/plans/:plan/people/:id',
    { config, schema: { params: MemberAddress, response: responses(200, MemberWhole) } },
    async (request, reply) => {
      const member = await dependencies.db.read((tx) => whole(tx, request))
      const objectId = String(member.id)
      await recordReading(dependencies, request.viewer, {
        list: 'person',
        planId: planOf(request).id,
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
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context, viewer }) => {
        await changeMember(tx, plan, idOf(request), request.body, context, viewer)
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
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context, viewer }) => {
        const { deactivated } = request.body
        await setDeactivated(tx, plan, idOf(request), deactivated, context, viewer)
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
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => ({
        points: await handOver(tx, plan, idOf(request), request.body, context),
      })),
  )

  api.post(
    '/plans/:plan/people/:id/invitation',
    {
      config: { ...config, trail: 'people.invite' },
      schema: { params: MemberAddress, body: Nothing, response: responses(201, MemberWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        await inviteAgain(tx, plan, idOf(request), context)
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
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context, viewer }) => {
        await signOutEverywhere(tx, plan, idOf(request), context, viewer)
        return whole(tx, request)
      }),
  )
}
