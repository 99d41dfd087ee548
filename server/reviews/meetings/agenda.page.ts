import { Type, type Static } from 'typebox'
import type { AgendaPart } from '#domain/agenda.ts'
import { termName } from '#words/format.ts'
import { type PageAnswer, OutlookName, StatusName } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { shownOutlook } from '../../plans/view.ts'
import type { StoredText } from '../../texts/store.ts'
import { findReview } from '../../plans/review-days.store.ts'
import { agendaFor, type AgendaRow, textsOfAgenda } from './agenda.ts'
import { shownText, whoText } from '../../texts/view.ts'

/** So many days without a change and it is worth a line. */
const longUnchanged = 2

/** The agenda of a review day; undefined when the plan has none of that term. */
export async function loadAgenda(context: PlanPageContext): Promise<PageAnswer<AgendaData> | undefined> {
  const { tx, plan, params, lang, say, words, today } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const name = termName(lang, review.term)
  const { rows, chosen, version } = await agendaFor(tx, plan, review)
  const texts = await textsOfAgenda(context, rows)
  return {
    title: say(words.agenda.title, { term: name, plan: plan.title }),
    description: say(words.agenda.description, { term: name, plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      closed: review.closure !== null,
      rows: review.closure ? [] : rows.map((row) => rowOf(row, texts, context)),
      chosen,
      version,
      begun: review.heldOn <= today,
    },
  }
}

function rowOf(
  { point, part, help, decided, unchangedDays }: AgendaRow,
  texts: ReadonlyMap<number, StoredText>,
  context: PlanPageContext,
): AgendaRowData {
  const { say, words } = context
  const spoken = words.agenda
  const told = (id: number) => shownText(texts.get(id) ?? null, context)?.text ?? ''
  return {
    number: point.number,
    title: point.title,
    part,
    status: point.status,
    outlook: shownOutlook(point),
    mergedInto: point.mergedInto,
    lead: point.leadFunction ? whoText(point.leadFunction, point.lead.name) : point.lead.name,
    lines: [
      ...(help ? [{ label: say(spoken.help), text: told(help.textId) }] : []),
      ...decided.map(({ text }) => ({ label: say(spoken.decided), text: told(text.text) })),
      ...(part === 'unchanged' && unchangedDays >= longUnchanged
        ? [{ label: say(spoken.unchangedDays, { n: unchangedDays }), text: null }]
        : []),
    ],
  }
}

export const AgendaRowData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  part: Type.Unsafe<AgendaPart>({ type: 'string' }),
  status: StatusName,
  outlook: Maybe(OutlookName),
  mergedInto: Maybe(Type.String()),
  lead: Type.String(),
  /** What it asks, with the words somebody wrote; or how long it has stood. */
  lines: Type.Array(Type.Object({ label: Type.String(), text: Maybe(Type.String()) })),
})
export type AgendaRowData = Static<typeof AgendaRowData>

/** `/{plan}/avstamningar/{term}/dagordning`: the points in the order they are taken. */
export const AgendaData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  rows: Type.Array(AgendaRowData),
  chosen: Type.Boolean(),
  version: Type.Integer(),
  /** From its day on the meeting can be run. */
  begun: Type.Boolean(),
})
export type AgendaData = Static<typeof AgendaData>

export const agendaPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/dagordning',
  view: 'reviews/meetings/Agenda',
  schema: AgendaData,
  access: 'review.plan',
  catalogues: ['status', 'agenda', 'saving'],
  script: 'page',
  load: loadAgenda,
}
