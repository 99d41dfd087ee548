import type { MemberRow, MemberWhole } from '../../server/people/schema.ts'
import type { NewPlan } from '../../server/plans/schema.ts'
import type { Member } from '../support/world.ts'
import { plan } from './given.ts'

export const people = `${plan}/people`

/** Somebody to be added that nothing is wrong with. */
export const somebody = (said: Record<string, unknown> = {}) => ({
  name: 'Ylva Björkman',
  email: 'ylva.bjorkman@example.se',
  organisation: 'buk',
  ...said,
})

export const allOf = async (member: Member, address = people): Promise<MemberRow[]> =>
  ((await member.get(address)).json() as { items: MemberRow[] }).items

/** The person with this address, as the plan's lead sees them. */
export async function personOf(member: Member, email: string): Promise<MemberWhole> {
  const row = (await allOf(member)).find((one) => one.email === email)
  if (!row) throw new Error(`${email} is not in the plan`)
  return (await member.get(`${people}/${row.id}`)).json()
}

/** What somebody is now, as it is sent back when something else is changed. */
export const keptOf = ({ memberships }: MemberWhole) =>
  memberships.map(({ id, role, function: workFunction, workplace, organisation }) => ({
    id,
    role,
    function: workFunction,
    workplace,
    organisation: organisation?.code ?? null,
  }))

export const anotherPlan: NewPlan = {
  slug: 'suicidprevention',
  title: 'Suicidpreventiv plan',
  municipality: 'Norrtälje (exempel)',
  period: { from: '2023-01-01', to: '2026-12-31' },
  adoption: { by: 'Kommunfullmäktige', on: '2023-01-01' },
}
export const anotherPeople = '/api/v1/plans/suicidprevention/people'
