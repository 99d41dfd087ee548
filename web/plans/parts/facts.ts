import { refusePlan } from '#domain/plan.ts'
import { sameWeeks, weeksIn } from '#domain/quiet-weeks.ts'
import { usualKind } from '#domain/report.ts'
import { usualQuietWeeks } from '#domain/reminders.ts'
import type { FactsDraft } from '../../../server/plans/settings.page.ts'
import type { PlanFacts } from '../../../server/plans/schema.ts'
import type { FieldError } from '../../form.svelte.ts'
import { fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

/** The weeks that were written; null where they are the usual ones, which then stay so. */
function quietWeeksOf(text: string): number[] | null {
  const weeks = weeksIn(text)
  return sameWeeks(weeks, usualQuietWeeks) ? null : weeks
}

/** The head of the plan's documents; null where nothing is said but what would be said anyway. */
function letterheadOf({ letterhead: { name, kind, logo }, labels }: FactsDraft): PlanFacts['letterhead'] {
  if (name.trim() === '' && logo === undefined && kind === usualKind(labels.statement)) return null
  return { name: name.trim(), kind, logo }
}

/** A plan's facts as the server wants them; what was left empty is null. */
export function factsOf(draft: FactsDraft): PlanFacts {
  const said = (text: string) => text.trim() || null
  return {
    title: draft.title.trim(),
    municipality: draft.municipality.trim(),
    language: draft.language,
    period: { from: draft.periodFrom, to: draft.periodTo },
    adoption: {
      by: draft.adoptedBy.trim(),
      on: draft.adoptedOn,
      paragraph: said(draft.paragraph),
      reference: said(draft.reference),
      url: said(draft.decisionUrl),
    },
    responsible: said(draft.responsible),
    followUp: said(draft.followUp),
    validUntil: said(draft.validUntil),
    publisher: said(draft.publisher),
    contact: said(draft.contact),
    freshnessMonths: Number(draft.freshnessMonths),
    quietWeeks: quietWeeksOf(draft.quietWeeks),
    wordsShown: draft.wordsShown,
    labels: draft.labels,
    support: draft.support.map(({ what, number }) => ({ what: what.trim(), number: number.trim() })),
    easyRead: said(draft.easyRead),
    letterhead: letterheadOf(draft),
    source: draft.source ?? null,
  }
}

/** The fields from the top of the form to its foot. */
const formOrder =
  'title slug municipality period language adoption responsible followUp validUntil publisher contact freshnessMonths quietWeeks wordsShown support easyRead letterhead'.split(
    ' ',
  )

const placeOf = ({ field }: FieldError): number => formOrder.indexOf(field.split('.')[0] ?? '')

/** What is wrong with a plan's facts by the rule the server refuses by, in the order of the form (T03). */
export const errorsIn = (facts: PlanFacts & { slug: string }, context: TextContext): FieldError[] =>
  fieldErrors(refusePlan(facts), context).sort((a, b) => placeOf(a) - placeOf(b))
