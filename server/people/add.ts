import { emailOf, refuseMembers, type MemberClaim, type PlanRole } from '#domain/members.ts'
import { organisationsIn } from '#domain/cells.ts'
import { isBlank } from '#domain/text.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { refuseFor, type FieldRefusal } from '../http/refusal.ts'
import { queueMail } from '../mail/outbox.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import { addMembership, addPerson } from './store.ts'
import { roleCalled } from './view.ts'
import type { NewMembers } from './schema.ts'
import { membersOf, peopleByEmail, type Member, type Person } from './members.store.ts'
import { organisationsCalled, type Organisation } from './organisations.store.ts'
import type { Plan } from '../database/plan.ts'

/** Somebody of a list as they would be added: new to the house, known to it, or in the plan as this already. */
export interface Considered {
  claim: MemberClaim
  person: Person | undefined
  known: 'new' | 'known' | 'here'
  organisation: Organisation
  role: PlanRole
  function: string
  workplace: string | null
}

/**
 * What adding these people to the plan would do; writes nothing. 422 naming every line that is wrong (F40): what the rules say, an organisation or
 * a role that nobody knows, the address of somebody who has been deactivated.
 */
export async function considerMembers(tx: Tx, plan: Plan, claimed: NewMembers): Promise<Considered[]> {
  const { people } = claimed
  const refusals: FieldRefusal[] = refuseMembers(people)
  const organisations = await organisationsCalled(tx)
  const known = await peopleByEmail(
    tx,
    people.map(({ email }) => emailOf(email)),
  )
  const here = new Map((await membersOf(tx, plan.id)).map((member) => [member.person.id, member]))
  const considered = people.flatMap((claim, index) => {
    const refuse = (code: FieldRefusal['code'], field: string) =>
      refusals.push({ code, field: `people.${index}.${field}` })
    const person = known.get(emailOf(claim.email))
    const { named } = organisationsIn(claim.organisation ?? '', organisations)
    const role = roleCalled(said(claim.role) ?? claimed.role ?? 'ambassador')
    if (person?.deactivatedAt) refuse('member-deactivated', 'email')
    if (named.length !== 1 && !isBlank(claim.organisation)) refuse('organisation-unknown', 'organisation')
    if (!role) refuse('role-unknown', 'role')
    const [organisation] = named
    if (!organisation || !role) return []
    const workFunction = said(claim.function) ?? speaker('sv')(words.sv.people.roles[role])
    const workplace = said(claim.workplace) ?? null
    const one = { claim, person, organisation, role, function: workFunction, workplace }
    return [{ ...one, known: knownAs(one, person && here.get(person.id)) }]
  })
  refuseFor(refusals.sort((a, b) => lineOf(a) - lineOf(b)))
  return considered
}

const said = (text: string | null | undefined): string | undefined =>
  isBlank(text) ? undefined : text!.trim()

const lineOf = ({ field }: FieldRefusal): number => Number(field.split('.')[1] ?? 0)

/** Somebody is here already when they are the same in the same organisation, and the list tells no function of another kind. */
function knownAs(one: Omit<Considered, 'known'>, member: Member | undefined): Considered['known'] {
  if (!one.person) return 'new'
  const same = member?.memberships.some(
    (held) =>
      !held.endedAt &&
      held.role === one.role &&
      held.organisation?.code === one.organisation.code &&
      (isBlank(one.claim.function) || held.function === one.function),
  )
  return same ? 'here' : 'known'
}

export interface Added extends Considered {
  personId: number
}

/**
 * Lets people in to a plan, one or many, all or none (F40). Who is known by the address is added and keeps the name they have; each who is added
 * gets an invitation by mail. Who was here already is left as they are.
 */
export async function addMembers(
  tx: Tx,
  plan: Plan,
  claimed: NewMembers,
  context: WriteContext,
): Promise<Added[]> {
  const added: Added[] = []
  for (const one of await considerMembers(tx, plan, claimed)) {
    const personId = one.person?.id ?? (await addNew(tx, one, context))
    if (one.known !== 'here') {
      await addMembership(tx, membershipOf(plan, personId, one), context.now)
      await queueMail(
        tx,
        { kind: 'invitation', personId, planId: plan.id, facts: { by: context.by.personId } },
        context.now,
      )
    }
    added.push({ ...one, personId })
  }
  return added
}

const addNew = (tx: Tx, { claim, organisation }: Considered, context: WriteContext): Promise<number> =>
  addPerson(
    tx,
    {
      name: claim.name.trim(),
      email: emailOf(claim.email),
      organisationId: organisation.id,
      administrator: false,
    },
    context.now,
  )

const membershipOf = (plan: Plan, personId: number, one: Considered) => ({
  planId: plan.id,
  personId,
  role: one.role,
  function: one.function,
  workplace: one.workplace,
  organisationId:
    one.organisation.id === (one.person?.organisationId ?? one.organisation.id) ? null : one.organisation.id,
})
