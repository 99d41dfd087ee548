import type { FastifyReply, FastifyRequest } from 'fastify'
import { fieldsOf, touchedBy, type Change } from '#domain/trail.ts'
import { Refused } from './refusal.ts'
import { paramsOf } from './request-parts.ts'
import type { Tx } from '../database/database.ts'
import { keepAnswer, requestHash, takeKey } from './idempotency.ts'
import type { Dependencies } from '../dependencies.ts'
import type { WriteContext } from './write-context.ts'
import type { PlanAt, RequestAt } from './routes.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Viewer } from './viewer.ts'
import { type Plan, lockPlan } from '../database/plan.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the trail calls this change, where the deed is too wide a word. */
    trail?: Change
    /** A change that no answer of the plan tells of: its plan is neither locked nor its revision raised. */
    withoutLock?: true
  }
}

/** What a write is handed: its transaction, by whom and when, and at the address of a plan the plan, locked. */
export type Write<Params> = { tx: Tx; context: WriteContext; viewer: Viewer } & PlanAt<Params>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Carries out a write once: rule, rows, the trail's row (S03) and the answer kept under its `Idempotency-Key` stand in one transaction; the
 * same request again gets the same answer and leaves no second row. The plan that the guard found is locked before the work begins, so that
 * rule and row are one step. 400 without a key, 422 when the key was used for something else.
 */
export async function writeOnce<Params, Answer>(
  dependencies: Dependencies,
  request: RequestAt<Params>,
  reply: FastifyReply,
  status: number,
  work: (write: Write<Params>) => Promise<Answer>,
): Promise<FastifyReply> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !uuid.test(key)) throw new Refused('idempotency-key-missing')
  const viewer = request.viewer
  if (!viewer) throw new Refused('not-signed-in')
  const hash = requestHash(request.method, request.url, request.body)
  const now = dependencies.now()
  reply.code(status)
  const answer = await dependencies.db.write(async (tx) => {
    const kept = await takeKey(tx, viewer.personId, key.toLowerCase(), hash, now)
    if (kept) return kept
    const context = actOf(dependencies, request, viewer, now)
    const write = { tx, context, viewer, plan: await lockedPlan(tx, request) }
    const done = await work(write as Write<Params>)
    await leaveTrail(dependencies, tx, request, context, done)
    const fresh = { status, body: reply.serialize(done) as string }
    await keepAnswer(tx, viewer.personId, key.toLowerCase(), fresh, now)
    return fresh
  })
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(answer.body)
}

/** The plan at the address, its revision raised: the statement that is the lock of both engines. */
async function lockedPlan(tx: Tx, { plan, routeOptions }: FastifyRequest): Promise<Plan | undefined> {
  return plan && !routeOptions.config.withoutLock ? lockPlan(tx, plan.slug) : plan
}

/** As whom somebody acts in this plan: the function of their first role there. */
function actOf(
  dependencies: Dependencies,
  { plan }: FastifyRequest,
  viewer: Viewer,
  now: Date,
): WriteContext {
  const membership = viewer.memberships.find((one) => one.planId === plan?.id)
  return {
    by: {
      personId: viewer.personId,
      function: membership?.function ?? speaker('sv')(words.sv.people.roles.administrator),
      organisationId: membership?.organisationId ?? viewer.organisationId,
    },
    now,
    salt: dependencies.salt,
    trail: { fields: {}, planId: plan?.id ?? null },
  }
}

/** One row for the change: who, when, which deed, what was touched – ids, codes and field names, never what somebody is called or wrote. */
async function leaveTrail(
  { recordChange }: Dependencies,
  tx: Tx,
  request: FastifyRequest,
  context: WriteContext,
  answer: unknown,
): Promise<void> {
  const { config, url = '' } = request.routeOptions
  const deed = config.trail ?? config.permission
  if (!deed || !context.trail) return
  const touched = touchedBy(url, paramsOf(request), answer)
  const fields = { ...fieldsOf(request.body), ...context.trail.fields }
  await recordChange(
    tx,
    { personId: context.by.personId, deed, ...touched, ...context.trail, fields },
    context.now,
  )
}
