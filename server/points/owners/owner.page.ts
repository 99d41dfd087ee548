import { Type, type Static } from 'typebox'
import { handOverReasons } from '#domain/members.ts'
import { dated, nameWithin, within } from '#words/format.ts'
import type { Tx } from '../../database/database.ts'
import { Dated, type PageAnswer } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import type { PlanPage, PlanPageContext } from '../../http/page.ts'
import { Refused } from '../../http/refusal.ts'
import { lastActiveNow } from '../../people/json.ts'
import { findMember } from '../../people/members.store.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import type { Plan } from '../../database/plan.ts'
import { planNow } from '../../plans/review-days.store.ts'
import { shownText, whoText } from '../../texts/view.ts'
import { pointsOnDay } from '../state-on-day.store.ts'
import type { OwnerWhole } from './schema.ts'
import { holdingsOf } from './store.ts'
import { ownersOf } from '../../people/view.ts'

/** `/{plan}/punkter/{number}/agare`: which person answers for the point (F41). */
export const OwnerData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  lead: Type.String(),
  holder: Maybe(
    Type.Object({
      value: Type.String(),
      name: Type.String(),
      function: Maybe(Type.String()),
      since: Dated,
      gone: Type.Boolean(),
      note: Maybe(Type.String()),
    }),
  ),
  owners: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
})
export type OwnerData = Static<typeof OwnerData>

export const ownerPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number/agare',
  view: 'points/owners/Owner',
  schema: OwnerData,
  access: 'people.manage',
  catalogues: ['owner', 'member', 'saving'],
  refusals: [...handOverReasons],
  script: 'page',
  load: loadOwner,
}

async function loadOwner(context: PlanPageContext): Promise<PageAnswer<OwnerData> | undefined> {
  const { tx, plan, params, lang, say, words, now } = context
  const { heard, standing } = await lastActiveNow(tx, plan, now)
  const point = standing.find((one) => one.number === params.number)
  if (!point) return undefined
  const owners = ownersOf(heard, context)
  const holding = heard.holdings.get(point.id)
  const holder = heard.members.find(({ person }) => person.id === holding?.personId)
  const note = shownText(holding?.note ?? null, context)
  const told = { point: say('{point}'), number: point.number, plan: plan.title }
  const held = holder?.memberships.find((one) => !one.endedAt)
  return {
    title: say(words.owner.title, told),
    description: say(words.owner.description),
    plan: await layoutPlanOf(tx, plan),
    reading: { list: 'people', planId: plan.id, count: owners.length },
    data: {
      number: point.number,
      title: point.title,
      lead: point.leadFunction
        ? within(whoText(point.leadFunction, point.lead.name))
        : nameWithin(point.lead.name),
      holder:
        holder && holding
          ? {
              value: String(holder.person.id),
              name: holder.person.name ?? say(words.members.noName),
              function: held?.function ?? null,
              since: dated(lang, holding.fromDay),
              gone: !owners.some(({ value }) => value === String(holder.person.id)),
              note: note?.text ?? null,
            }
          : null,
      owners,
    },
  }
}

/** Who answers for a point now; 404 when the plan has no such number. */
export async function ownerWhole(tx: Tx, plan: Plan, number: string, now: Date): Promise<OwnerWhole> {
  const [point] = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now), number)
  if (!point) throw new Refused('not-found')
  const holding = (await holdingsOf(tx, plan.id)).get(point.id)
  const member = holding?.personId ? await findMember(tx, plan.id, holding.personId) : undefined
  const held = member?.memberships.find((one) => !one.endedAt)
  return {
    number: point.number,
    title: point.title,
    person: holding?.personId
      ? { id: holding.personId, name: member?.person.name ?? null, function: held?.function ?? null }
      : null,
    since: holding?.fromDay ?? null,
    note: holding?.note?.body ?? null,
  }
}
