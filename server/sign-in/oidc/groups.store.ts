import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { listEveryPlan, lockPlan, findPlan, type Plan } from '../../database/plan.ts'
import { recordChange } from '../../trail/store.ts'
import type { GroupRole } from './configuration.ts'

type Membership = Tables['memberships']['$inferSelect']

/** A role that a group gives, in a plan that is here. */
interface Given extends Pick<GroupRole, 'role' | 'function'> {
  plan: Plan
}

/** The roles whose plan is here; of two for the same role in the same plan the first. */
export async function inPlansHere(tx: Tx, roles: readonly GroupRole[]): Promise<Given[]> {
  const here: Given[] = []
  for (const { plan: slug, role, function: called } of roles) {
    const plan = await findPlan(tx, slug)
    const isFirst = !here.some((one) => one.plan.id === plan?.id && one.role === role)
    if (plan && isFirst) here.push({ plan, role, function: called })
  }
  return here
}

/**
 * Makes a person's roles by group what the issuer (its key) says now: gives what is missing, ends what is no longer said, and leaves what
 * was given here alone; who has a role from here gets it from nobody else. Every change is in the trail.
 */
export async function settleGroupRoles(
  tx: Tx,
  { personId, issuer, roles }: { personId: number; issuer: string; roles: readonly GroupRole[] },
  now: Date,
): Promise<void> {
  const standing = await standingOf(tx, personId)
  const wanted = await inPlansHere(tx, roles)
  const ended = standing.filter(
    (one) => one.grantedBy === issuer && !wanted.some((other) => isSame(one, other)),
  )
  const missing = wanted.filter(
    (one) =>
      !standing.some((other) =>
        other.grantedBy === issuer ? isSame(other, one) : isSameRole(other, one) && other.grantedBy === null,
      ),
  )
  if (ended.length + missing.length === 0) return
  for (const plan of await listEveryPlan(tx))
    if ([...ended, ...missing].some((one) => planOf(one) === plan.id)) await lockPlan(tx, plan.slug)
  for (const one of ended) await end(tx, one, now)
  for (const one of missing) await give(tx, personId, issuer, one, now)
}

const planOf = (one: Membership | Given): number => ('plan' in one ? one.plan.id : one.planId)
const isSameRole = (one: Membership, other: Given) => one.planId === other.plan.id && one.role === other.role
const isSame = (one: Membership, other: Given) => isSameRole(one, other) && one.function === other.function

async function standingOf(tx: Tx, personId: number): Promise<Membership[]> {
  const { memberships } = tx.tables
  return tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.id))
}

async function end(tx: Tx, { id, personId, planId, role, grantedBy }: Membership, now: Date): Promise<void> {
  const { memberships } = tx.tables
  await tx.update(memberships).set({ endedAt: now.toISOString() }).where(eq(memberships.id, id))
  await tell(tx, { personId, planId, issuer: grantedBy!, fields: { before: role, after: null } }, now)
}

async function give(
  tx: Tx,
  personId: number,
  issuer: string,
  { plan, role, function: called }: Given,
  now: Date,
): Promise<void> {
  await tx.insert(tx.tables.memberships).values({
    planId: plan.id,
    personId,
    role,
    function: called,
    grantedBy: issuer,
    createdAt: now.toISOString(),
  })
  await tell(tx, { personId, planId: plan.id, issuer, fields: { before: null, after: role } }, now)
}

interface Told {
  personId: number
  planId: number
  issuer: string
  fields: { before: string | null; after: string | null }
}

/** Nobody here did it: the program, at an issuer's word. */
const tell = (tx: Tx, { personId, planId, issuer, fields }: Told, now: Date): Promise<void> =>
  recordChange(
    tx,
    {
      personId: null,
      planId,
      deed: 'people.manage',
      object: 'person',
      objectId: String(personId),
      fields: { role: fields, issuer: { after: issuer } },
    },
    now,
  )
