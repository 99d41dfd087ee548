import { Type, type Static } from 'typebox'
import { Dated, type PageAnswer } from '../frame.ts'
import { dated, nameWithin, within } from '#words/format.ts'
import { heardNow } from '../members/answer.ts'
import { ownersOf } from '../members/member-loader.ts'
import type { PlanPage, PlanPageContext } from '../page.ts'
import { framedPlan, whoText } from '../plans/framed.ts'
import { toldOf } from '../plans/troubled.ts'

/** `/{plan}/punkter/{number}/agare`: which person answers for the point (F41). */
export const OwnerData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  lead: Type.String(),
  holder: Type.Optional(
    Type.Object({
      value: Type.String(),
      name: Type.String(),
      function: Type.Optional(Type.String()),
      since: Dated,
      gone: Type.Boolean(),
      note: Type.Optional(Type.String()),
    }),
  ),
  owners: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
})
export type OwnerData = Static<typeof OwnerData>

export const ownerPage: PlanPage = {
  of: 'plan',
  path: '/:plan/punkter/:number/agare',
  view: 'owners/Owner',
  schema: OwnerData,
  access: 'people.manage',
  rooms: ['owner', 'member', 'saving', 'refusals'],
  script: 'page',
  load: loadOwner,
}

async function loadOwner(context: PlanPageContext): Promise<PageAnswer<OwnerData> | undefined> {
  const { tx, plan, params, lang, say, words, now } = context
  const { heard, standing } = await heardNow(tx, plan, now)
  const point = standing.find((one) => one.number === params.number)
  if (!point) return undefined
  const owners = ownersOf(heard, context)
  const holding = heard.holdings.get(point.id)
  const holder = heard.members.find(({ person }) => person.id === holding?.personId)
  const note = toldOf(holding?.note ?? null, context)
  const told = { point: say('{point}'), number: point.number, plan: plan.title }
  const held = holder?.memberships.find((one) => !one.endedAt)
  return {
    title: say(words.owner.title, told),
    description: say(words.owner.description),
    plan: await framedPlan(tx, plan),
    reading: { list: 'people', planId: plan.id, count: owners.length },
    data: {
      number: point.number,
      title: point.title,
      lead: point.leadFunction
        ? within(whoText(point.leadFunction, point.lead.name))
        : nameWithin(point.lead.name),
      ...(holder &&
        holding && {
          holder: {
            value: String(holder.person.id),
            name: holder.person.name ?? say(words.members.noName),
            ...(held && { function: held.function }),
            since: dated(lang, holding.fromDay),
            gone: !owners.some(({ value }) => value === String(holder.person.id)),
            ...(note && { note: note.text }),
          },
        }),
      owners,
    },
  }
}
