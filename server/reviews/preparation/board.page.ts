import { Type, type Static } from 'typebox'
import { helpReasons } from '#domain/help.ts'
import { dayOf, daysBetween } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import { readinessCount, readinessOrder, type Readiness } from '#domain/readiness.ts'
import { statuses } from '#domain/status.ts'
import { dated, datedWithWeekday, dayInYear, inOrderOf, termName } from '#words/format.ts'
import { type PageAnswer, Dated } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { membersOf, type Member } from '../../people/members.store.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { readTexts } from '../../texts/store.ts'
import { findReview, listReviews } from '../../plans/review-days.store.ts'
import { readyPoints, roundFrom, type ReadyPoint } from './readiness.ts'
import { remindedOf } from './reminders.store.ts'
import { shownText, whoText } from '../../texts/view.ts'

type Reminded = Awaited<ReturnType<typeof remindedOf>>
/** Who answers for a point, as the board calls them. */
interface Owner {
  organisation: string
  function: string
}

/** Who has answered ahead of a review day, whom we wait for and who needs help. Undefined when the plan has no such day. */
export async function loadBoard(context: PlanPageContext): Promise<PageAnswer<BoardData> | undefined> {
  const { tx, plan, params, lang, say, words, today, now, mail } = context
  const spoken = words.readiness
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const closed = review.closure !== null
  const points = closed ? [] : await readyPoints(tx, plan, now, await roundFrom(tx, plan, review.heldOn))
  const owners = ownersAmong(await membersOf(tx, plan.id))
  const reminded = await remindedOf(tx, review.id)
  const totals = readinessCount(points.map(({ readiness }) => readiness))
  const heard = points.length - totals.missing
  const isNext = !(await listReviews(tx, plan.id)).some((one) => !one.closure && one.heldOn < review.heldOn)
  const asking = isNext && !closed && !review.askedAt && review.heldOn >= today
  const open = points.filter(({ point }) => statuses[point.status].open)
  const toAsk = new Set(open.flatMap(({ ownerId }) => (owners.has(ownerId ?? 0) ? [ownerId] : []))).size
  const name = termName(lang, review.term)
  return {
    title: say(spoken.title, { term: name, plan: plan.title }),
    description: say(spoken.description, { term: name, plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      closed,
      headline:
        points.length === 0
          ? say(spoken.none)
          : totals.missing === 0
            ? say(spoken.all, { n: points.length })
            : heard === 0
              ? say(spoken.heardNone, { n: points.length })
              : say(spoken.heard, { heard, n: points.length }),
      day: datedWithWeekday(lang, review.heldOn),
      days: daysBetween(today, review.heldOn),
      asked: review.askedAt ? dated(lang, dayOf(new Date(review.askedAt))) : null,
      toAsk: asking ? toAsk : null,
      mail,
      rows: rowsOf(context, points, owners, reminded),
      totals,
      missing: missingOf(context, points, owners, reminded),
      help: await helpRows(context, points, owners),
    },
  }
}

/** Function and organisation of everybody who is here in the plan, by person. */
function ownersAmong(members: readonly Member[]): Map<number, Owner> {
  return new Map(
    members.flatMap(({ person, memberships }) => {
      const held = memberships.find((one) => !one.endedAt)
      if (!held || person.deactivatedAt) return []
      return [[person.id, { organisation: held.organisation?.name ?? '', function: held.function }]]
    }),
  )
}

/** One row for each who answers for points, and one for each office whose points nobody answers for; whom we wait for first, then by name. */
function rowsOf(
  context: PlanPageContext,
  points: readonly ReadyPoint[],
  owners: ReadonlyMap<number, Owner>,
  reminded: Reminded,
): BoardRow[] {
  const { lang } = context
  const keyOf = ({ ownerId, point }: ReadyPoint) =>
    owners.has(ownerId ?? 0) ? `p${ownerId}` : `o${point.lead.code}`
  const rows = [...Map.groupBy(points, keyOf)].map(([key, own]): BoardRow => {
    const [first] = own
    const owner = owners.get(first!.ownerId ?? 0)
    const told = remindedText(context, reminded, first!.ownerId)
    return {
      key,
      organisation: owner?.organisation || first!.point.lead.name,
      function: owner?.function ?? null,
      nobody: !owner,
      reminded: owner && told ? told : null,
      cells: readinessOrder.map((readiness) => ({
        readiness,
        points: own
          .filter((one) => one.readiness === readiness)
          .map(({ point: { number, title } }) => ({ number, title }))
          .sort((a, b) => compareNumbers(a.number, b.number)),
      })),
    }
  })
  const waitedFor = ({ cells }: BoardRow) => (cells[0]!.points.length > 0 ? 0 : 1)
  const byName = inOrderOf(lang)
  return rows.sort(
    (a, b) =>
      waitedFor(a) - waitedFor(b) ||
      byName(a.organisation, b.organisation) ||
      byName(a.function ?? '', b.function ?? ''),
  )
}

/** "2 gånger, senast 31 oktober"; undefined for whoever has not been asked. */
function remindedText(
  { lang, say, words }: PlanPageContext,
  reminded: Reminded,
  personId: number | null,
): string | undefined {
  const found = reminded.get(personId ?? 0)
  if (!found) return undefined
  const day = dayInYear(lang, dayOf(new Date(found.lastAt)))
  return say(words.readiness.reminded, { n: found.steps.length, day })
}

function missingOf(
  context: PlanPageContext,
  points: readonly ReadyPoint[],
  owners: ReadonlyMap<number, Owner>,
  reminded: Reminded,
): MissingPoint[] {
  return points
    .filter(({ readiness }) => readiness === 'missing')
    .map(({ point, ownerId }) => {
      const owner = owners.get(ownerId ?? 0)
      const told = owner && remindedText(context, reminded, ownerId)
      return {
        number: point.number,
        title: point.title,
        who: owner ? whoText(owner.function, owner.organisation) : point.lead.name,
        reminded: told || null,
        nobody: !owner,
        lead: point.lead,
        basedOn: point.update ? point.update.id : null,
      }
    })
    .sort((a, b) => compareNumbers(a.number, b.number))
}

async function helpRows(
  context: PlanPageContext,
  points: readonly ReadyPoint[],
  owners: ReadonlyMap<number, Owner>,
): Promise<HelpRow[]> {
  const asked = points.flatMap(({ point, help, ownerId }) => (help ? [{ point, help, ownerId }] : []))
  const texts = await readTexts(
    context.tx,
    asked.map(({ help }) => help.textId),
  )
  return asked.map(({ point, help, ownerId }) => {
    const owner = owners.get(ownerId ?? 0)
    return {
      id: help.id,
      number: point.number,
      title: point.title,
      who: whoText(help.byFunction, owner?.organisation ?? point.lead.name),
      text: shownText(texts.get(help.textId) ?? null, context)?.text ?? '',
      day: dated(context.lang, dayOf(new Date(help.recordedAt))),
    }
  })
}

const Chip = Type.Object({ number: Type.String(), title: Type.String() })
const Count = Type.Object({
  missing: Type.Integer(),
  needs_help: Type.Integer(),
  nothing_new: Type.Integer(),
  answered: Type.Integer(),
})
const Code = Type.Object({ code: Type.String(), name: Type.String() })

/** Somebody who answers for points – a function and an organisation, never a name – and what they have said of each. */
export const BoardRow = Type.Object({
  key: Type.String(),
  organisation: Type.String(),
  function: Maybe(Type.String()),
  /** Nobody answers for these points. */
  nobody: Type.Boolean(),
  /** "2 gånger, senast 31 oktober" */
  reminded: Maybe(Type.String()),
  cells: Type.Array(
    Type.Object({ readiness: Type.Unsafe<Readiness>({ type: 'string' }), points: Type.Array(Chip) }),
  ),
})
export type BoardRow = Static<typeof BoardRow>

/** A point nobody has said anything of: from here it can be answered for on the owner's behalf (F16). */
export const MissingPoint = Type.Object({
  ...Chip.properties,
  who: Type.String(),
  reminded: Maybe(Type.String()),
  nobody: Type.Boolean(),
  lead: Code,
  basedOn: Maybe(Type.Integer()),
})
export type MissingPoint = Static<typeof MissingPoint>

/** Help that has been asked for and not taken up (idea 19). */
export const HelpRow = Type.Object({
  id: Type.Integer(),
  ...Chip.properties,
  who: Type.String(),
  text: Type.String(),
  day: Dated,
})
export type HelpRow = Static<typeof HelpRow>

/** `/{plan}/avstamningar/{term}/forberedelse`: who has answered ahead of a review day, and whom we wait for (F14, F24). */
export const BoardData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  /** A closed review day is not prepared any more. */
  closed: Type.Boolean(),
  headline: Type.String(),
  day: Dated,
  /** Whole days left; 0 on the day, negative after it. */
  days: Type.Integer(),
  asked: Maybe(Dated),
  /** How many would be asked now; null when it can not be asked. */
  toAsk: Maybe(Type.Integer()),
  mail: Type.Boolean(),
  rows: Type.Array(BoardRow),
  totals: Count,
  missing: Type.Array(MissingPoint),
  help: Type.Array(HelpRow),
})
export type BoardData = Static<typeof BoardData>

export const boardPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/forberedelse',
  view: 'reviews/preparation/Board',
  schema: BoardData,
  access: 'review.plan',
  catalogues: ['readiness', 'saving'],
  refusals: [...helpReasons, 'based-on-old'],
  script: 'page',
  load: loadBoard,
}
