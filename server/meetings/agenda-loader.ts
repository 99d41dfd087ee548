import { termName } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan, whoText } from '../plans/framed.ts'
import { shownOutlook } from '../plans/shown.ts'
import { toldOf } from '../plans/troubled.ts'
import { findReview } from '../reviews/store.ts'
import { readTexts, type Said } from '../texts/store.ts'
import { agendaFor, type AgendaRow } from './agenda.ts'
import type { AgendaData, AgendaRowData } from './agenda-page.ts'

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
    plan: await framedPlan(tx, plan),
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

/** What the agenda asks of the room, by text. */
export const textsOfAgenda = ({ tx }: Pick<PlanPageContext, 'tx'>, rows: readonly AgendaRow[]) =>
  readTexts(
    tx,
    rows.flatMap(({ help, decided }) => [help?.textId ?? null, ...decided.map(({ text }) => text.text)]),
  )

function rowOf(
  { point, part, help, decided, unchangedDays }: AgendaRow,
  texts: ReadonlyMap<number, Said>,
  context: PlanPageContext,
): AgendaRowData {
  const { say, words } = context
  const spoken = words.agenda
  const outlook = shownOutlook(point)
  const told = (id: number) => toldOf(texts.get(id) ?? null, context)?.text ?? ''
  return {
    number: point.number,
    title: point.title,
    part,
    status: point.status,
    ...(outlook && { outlook }),
    ...(point.mergedInto && { mergedInto: point.mergedInto }),
    lead: point.leadFunction ? whoText(point.leadFunction, point.lead.name) : point.lead.name,
    lines: [
      ...(help ? [{ label: say(spoken.help), text: told(help.textId) }] : []),
      ...decided.map(({ text }) => ({ label: say(spoken.decided), text: told(text.text) })),
      ...(part === 'unchanged' && unchangedDays >= longUnchanged
        ? [{ label: say(spoken.unchangedDays, { n: unchangedDays }) }]
        : []),
    ],
  }
}
