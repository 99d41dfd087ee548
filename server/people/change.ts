import { emailOf, isEmail, memberLines } from '#domain/members.ts'
import { isBlank, refuseLong } from '#domain/text.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { refuseFor, refusedField } from '../http/refusal.ts'
import { revokeLinks } from './links.store.ts'
import { queueMail } from '../mail/outbox.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import { addMembership } from './store.ts'
import { refuseLeaderless, refuseWithout } from './leave.ts'
import type { MemberChange } from './schema.ts'
import { endMembership, hasCome, mendPerson, type Held, type Member, requireMember } from './members.store.ts'
import { findOrganisation } from './organisations.store.ts'
import type { Viewer } from '../http/viewer.ts'
import type { Plan } from '../database/plan.ts'

type Claimed = MemberChange['memberships'][number]

/**
 * Changes what somebody is in the plan (A14, F42). What they were stays as a row that has ended. With the last one ends every link of theirs into
 * the plan. Refuses to leave the plan without anybody who leads it.
 */
export async function changeMember(
  tx: Tx,
  plan: Plan,
  personId: number,
  change: MemberChange,
  context: WriteContext,
  viewer: Viewer,
): Promise<void> {
  const member = await requireMember(tx, plan, personId)
  await mend(tx, plan, member, change, context, viewer)
  const standing = member.memberships.filter((held) => !held.endedAt)
  const kept = new Set<number>()
  for (const [index, claimed] of change.memberships.entries()) {
    const held = standing.find((one) => one.id === claimed.id)
    if (claimed.id && !held) throw refusedField('membership-ended', `memberships.${index}.role`)
    const wanted = await wantedOf(tx, member, claimed, index)
    if (held && isSame(held, wanted)) kept.add(held.id)
    else if (held?.granted) throw refusedField('membership-granted', `memberships.${index}.role`)
    else await addMembership(tx, { planId: plan.id, personId, ...wanted }, context.now)
  }
  for (const held of standing.filter((one) => !kept.has(one.id))) {
    if (held.granted) throw refusedField('membership-granted', 'memberships')
    await endMembership(tx, held.id, context.now)
  }
  if (change.memberships.length === 0) await revokeLinks(tx, { personId, planId: plan.id }, context.now)
  const led = standing.some((held) => held.role === 'strategist')
  if (led && !viewer.administrator) await refuseLeaderless(tx, plan.id)
}

type Wanted = Pick<Held, 'role' | 'function' | 'workplace' | 'organisationId'>

async function wantedOf(tx: Tx, member: Member, claimed: Claimed, index: number): Promise<Wanted> {
  const code = claimed.organisation
  const organisation = isBlank(code) ? undefined : await findOrganisation(tx, code!)
  if (!isBlank(code) && !organisation) {
    throw refusedField('organisation-unknown', `memberships.${index}.organisation`)
  }
  const { function: workFunction, workplace } = claimed
  refuseFor(
    refuseLong({ function: workFunction, workplace }, memberLines).map(({ code, field }) => ({
      code,
      field: `memberships.${index}.${field}`,
    })),
  )
  return {
    role: claimed.role,
    function: isBlank(workFunction)
      ? speaker('sv')(words.sv.people.roles[claimed.role])
      : workFunction.trim(),
    workplace: isBlank(workplace) ? null : workplace!.trim(),
    organisationId: organisation && organisation.id !== member.person.organisationId ? organisation.id : null,
  }
}

const isSame = (held: Held, wanted: Wanted): boolean =>
  (['role', 'function', 'workplace', 'organisationId'] as const).every(
    (field) => held[field] === wanted[field],
  )

/**
 * Mends a name or an address that was written wrong. An address only until somebody has signed in with it, unless an administrator does it: it is the
 * key to what they may. The invitation that went astray opens nothing any more, and a new one is sent.
 */
async function mend(
  tx: Tx,
  plan: Plan,
  member: Member,
  change: MemberChange,
  context: WriteContext,
  viewer: Viewer,
): Promise<void> {
  const { person } = member
  const name = (change.name ?? person.name ?? '').trim()
  const email = emailOf(change.email ?? person.email ?? '')
  if (name === (person.name ?? '') && email === (person.email ?? '')) return
  if (person.erasedAt) throw refusedField('person-erased', 'name')
  if (isBlank(name)) throw refusedField('name-missing', 'name')
  refuseFor(refuseLong({ name }, memberLines))
  if (!isEmail(email)) throw refusedField(isBlank(email) ? 'email-missing' : 'email-malformed', 'email')
  const field = email === person.email ? 'name' : 'email'
  if (person.id !== viewer.personId) await refuseWithout(tx, viewer, person, field)
  const moved = email !== person.email
  if (moved && hasCome(member) && !viewer.administrator) throw refusedField('email-settled', 'email')
  await mendPerson(tx, person.id, { name, email })
  if (!moved) return
  await revokeLinks(tx, { personId: person.id }, context.now)
  if (!hasCome(member) && !person.deactivatedAt) {
    const facts = { by: context.by.personId }
    await queueMail(tx, { kind: 'invitation', personId: person.id, planId: plan.id, facts }, context.now)
  }
}
