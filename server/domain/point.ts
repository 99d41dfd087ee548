import { isDay, type Day } from './calendar.ts'
import { refuseNumber, numberReasons } from './number.ts'
import { isBlank, refuseLong, lineReasons, type LineReason, type Refusal } from './text.ts'

type Text = string | null | undefined

/** By whom, when, and where it is found: what a change of an adopted plan needs (F06, idea 3). */
export interface DecisionClaim {
  by: string
  on: Day
  reference: string
}

/** The words of a point, as they are decided. */
export interface WordingClaim {
  title: string
  description?: Text
  intendedEffect?: Text
}

export interface PointClaim extends WordingClaim {
  number: string
  focusArea?: Text
  lead: { organisation: string; function?: Text }
  takesPart?: readonly string[] | undefined
  startsOn?: Text
  dueOn?: Text
  decision?: DecisionClaim | undefined
}

export const decisionReasons = [
  'decision-missing',
  'decision-by-missing',
  'decision-on-missing',
  'decision-on-ahead',
  'decision-before-adoption',
  'decision-reference-missing',
] as const
export type DecisionReason = (typeof decisionReasons)[number]

export const pointReasons = [
  ...decisionReasons,
  ...numberReasons,
  ...lineReasons,
  'number-taken',
  'title-missing',
  'focus-area-unknown',
  'lead-missing',
  'organisation-unknown',
  'starts-on-not-a-day',
  'due-on-not-a-day',
  'due-on-before-start',
] as const
export type PointReason = (typeof pointReasons)[number]

export const wordingReasons = [
  ...decisionReasons,
  ...lineReasons,
  'title-missing',
  'wording-unchanged',
] as const
export type WordingReason = (typeof wordingReasons)[number]

/** What the rules compare a new point with. */
export interface PointContext {
  adoptedOn: Day
  today: Day
  /** What was adopted is settled: the plan is published, or a review day has counted it. A point more needs a decision of its own. */
  settled: boolean
  /** Every number the plan has. */
  numbers: readonly string[]
  /** The codes of the organisations there are. */
  organisations: readonly string[]
  areas: readonly { number?: Text; title: string }[]
}

/** The longest texts of a point, in characters, by the field they stand in. */
export const pointLines = {
  title: 200,
  description: 4000,
  intendedEffect: 1000,
  'lead.function': 120,
  'decision.by': 120,
  'decision.reference': 120,
} as const

/** The area a point names by its number or its title. */
export const areaNamed = <Area extends PointContext['areas'][number]>(
  name: Text,
  areas: readonly Area[],
): Area | undefined => areas.find(({ number, title }) => name && [number, title].includes(name))

/** Every reason why a point can not be added; empty when it can (F02, F03). */
export function refusePoint(claim: PointClaim, context: PointContext): Refusal<PointReason>[] {
  const { lead, takesPart = [], startsOn, dueOn, decision } = claim
  const { numbers, organisations, areas, settled } = context
  const refusals: Refusal<PointReason>[] = [...refuseNumber(claim.number)]
  const refuse = (code: PointReason, field: string) => refusals.push({ code, field })

  if (refusals.length === 0 && numbers.includes(claim.number)) refuse('number-taken', 'number')
  if (isBlank(claim.title)) refuse('title-missing', 'title')
  if (claim.focusArea && !areaNamed(claim.focusArea, areas)) refuse('focus-area-unknown', 'focusArea')
  if (isBlank(lead.organisation)) refuse('lead-missing', 'lead')
  else if (!organisations.includes(lead.organisation)) refuse('organisation-unknown', 'lead')
  if (takesPart.some((code) => !organisations.includes(code))) refuse('organisation-unknown', 'takesPart')
  if (startsOn && !isDay(startsOn)) refuse('starts-on-not-a-day', 'startsOn')
  if (dueOn && !isDay(dueOn)) refuse('due-on-not-a-day', 'dueOn')
  else if (startsOn && dueOn && dueOn < startsOn) refuse('due-on-before-start', 'dueOn')
  if (settled && !decision) refuse('decision-missing', 'decision')
  const long = refuseLong({ ...textsOf(claim), 'lead.function': lead.function }, pointLines)
  return [
    ...refusals,
    ...long,
    ...(decision ? refuseDecision(decision, context.adoptedOn, context.today) : []),
  ]
}

/** Every reason why a point's words can not be changed so: they are decided, and another than those that stand (F06). */
export function refuseWording(
  claim: WordingClaim & { decision: DecisionClaim },
  context: { from: Day; today: Day; current: WordingClaim },
): Refusal<WordingReason>[] {
  const { current } = context
  const refusals: Refusal<WordingReason>[] = []
  if (isBlank(claim.title)) refusals.push({ code: 'title-missing', field: 'title' })
  else if (same(claim, current)) refusals.push({ code: 'wording-unchanged', field: 'title' })
  return [
    ...refusals,
    ...refuseLong(textsOf(claim), pointLines),
    ...refuseDecision(claim.decision, context.from, context.today),
  ]
}

/** Why a decision can not be: it says by whom, when and where it is found, and lies between `from` and today. */
export function refuseDecision(
  decision: DecisionClaim,
  from: Day,
  today: Day,
): Refusal<DecisionReason | LineReason>[] {
  const { by, on, reference } = decision
  const refusals: Refusal<DecisionReason>[] = []
  const refuse = (code: DecisionReason, field: string) => refusals.push({ code, field })
  if (isBlank(by)) refuse('decision-by-missing', 'decision.by')
  if (!isDay(on)) refuse('decision-on-missing', 'decision.on')
  else if (on > today) refuse('decision-on-ahead', 'decision.on')
  else if (on < from) refuse('decision-before-adoption', 'decision.on')
  if (isBlank(reference)) refuse('decision-reference-missing', 'decision.reference')
  return [...refusals, ...refuseLong({ 'decision.by': by, 'decision.reference': reference }, pointLines)]
}

const textsOf = ({ title, description, intendedEffect }: WordingClaim) => ({
  title,
  description,
  intendedEffect,
})

const same = (a: WordingClaim, b: WordingClaim): boolean =>
  a.title === b.title &&
  (a.description ?? '') === (b.description ?? '') &&
  (a.intendedEffect ?? '') === (b.intendedEffect ?? '')
