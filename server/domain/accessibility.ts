import { isDay, type Day } from './calendar.ts'
import { isEmail } from './members.ts'
import { isBlank, lengthOf, type Refusal } from './text.ts'

export const conformities = ['full', 'partial', 'none'] as const
export type Conformity = (typeof conformities)[number]

/** One thing that is not accessible: what, for whom, why, and when it is mended. */
export interface Shortcoming {
  what: string
  whom: string
  why: string
  mendedBy: Day | null
}

/** What Digg demands of a statement (lag 2018:1937, 9 and 12 §§; MDIGG 2019:2); texts empty until somebody has written them. */
export interface Statement {
  actor: string
  service: string
  conformity: Conformity | null
  shortcomings: Shortcoming[]
  /** Reasons why mending would be an unreasonable burden (12 §); empty where that is not claimed. */
  burden: string
  /** Content the law leaves out (9 §); empty where there is none. */
  exempt: string
  /** How one asks for help or tells of a fault. */
  contactEmail: string
  contactPhone: string
  /** Working days until an answer. */
  answerWithin: number | null
  method: 'self' | 'external' | null
  /** By whom, where somebody else went through it. */
  assessor: string
  assessedOn: Day | null
}

/** The longest of each, in characters; the most days an answer may take; the most shortcomings. */
export const statementLimits = { line: 200, text: 4000, days: 30, shortcomings: 100 } as const

export const statementReasons = [
  'statement-missing',
  'statement-shortcomings-missing',
  'statement-full-with-shortcomings',
  'statement-day-malformed',
  'statement-day-future',
  'statement-day-passed',
  'statement-days-odd',
  'email-malformed',
  'words-too-long',
] as const
export type StatementReason = (typeof statementReasons)[number]

/**
 * What a statement lacks before it can be published, each missing field by its name (`shortcomings.0.whom`); empty when it has all that Digg
 * demands. A shortcoming has a day to come unless its mending is claimed to be an unreasonable burden.
 */
export function missingIn(statement: Statement, today: Day): Refusal<StatementReason>[] {
  const refusals: Refusal<StatementReason>[] = []
  const refuse = (code: StatementReason, field: string) => refusals.push({ code, field })
  const demand = (text: string, field: string, longest: number) => {
    if (isBlank(text)) refuse('statement-missing', field)
    else if (lengthOf(text) > longest) refuse('words-too-long', field)
  }
  const { line, text } = statementLimits
  demand(statement.actor, 'actor', line)
  demand(statement.service, 'service', line)
  demand(statement.contactEmail, 'contactEmail', line)
  if (!isBlank(statement.contactEmail) && !isEmail(statement.contactEmail.trim()))
    refuse('email-malformed', 'contactEmail')
  demand(statement.contactPhone, 'contactPhone', line)
  refuseDays(statement.answerWithin, refuse)
  if (statement.conformity === null) refuse('statement-missing', 'conformity')
  else if (statement.conformity === 'full' && statement.shortcomings.length > 0)
    refuse('statement-full-with-shortcomings', 'conformity')
  else if (statement.conformity !== 'full' && statement.shortcomings.length === 0)
    refuse('statement-shortcomings-missing', 'shortcomings')
  for (const [index, one] of statement.shortcomings.entries()) {
    for (const field of ['what', 'whom', 'why'] as const)
      demand(one[field], `shortcomings.${index}.${field}`, text)
    const field = `shortcomings.${index}.mendedBy`
    if (one.mendedBy === null) {
      if (isBlank(statement.burden)) refuse('statement-missing', field)
    } else if (!isDay(one.mendedBy)) refuse('statement-day-malformed', field)
    else if (one.mendedBy < today) refuse('statement-day-passed', field)
  }
  for (const field of ['burden', 'exempt'] as const)
    if (lengthOf(statement[field]) > text) refuse('words-too-long', field)
  if (statement.method === null) refuse('statement-missing', 'method')
  if (statement.method === 'external') demand(statement.assessor, 'assessor', line)
  refuseDone(statement.assessedOn, 'assessedOn', today, refuse)
  return refusals
}

type Refuse = (code: StatementReason, field: string) => void

function refuseDays(days: number | null, refuse: Refuse): void {
  if (days === null) refuse('statement-missing', 'answerWithin')
  else if (!Number.isInteger(days) || days < 1 || days > statementLimits.days)
    refuse('statement-days-odd', 'answerWithin')
}

function refuseDone(day: Day | null, field: string, today: Day, refuse: Refuse): void {
  if (day === null || day === '') refuse('statement-missing', field)
  else if (!isDay(day)) refuse('statement-day-malformed', field)
  else if (day > today) refuse('statement-day-future', field)
}

/** The manual protocol (T02, docs/accessibility.md), in its order. */
export const manualChecks = [
  'keyboard',
  'nvda',
  'voiceover',
  'zoom',
  'reflow',
  'spacing',
  'motion',
  'forced-colours',
  'print',
  'documents',
] as const
export type ManualCheck = (typeof manualChecks)[number]

/** What only a person can tell; the rest a browser without one can carry out. */
export const needsPerson: ReadonlySet<ManualCheck> = new Set<ManualCheck>([
  'keyboard',
  'nvda',
  'voiceover',
  'documents',
])

/** The latest that is known of a check. */
export interface CheckOutcome {
  check: ManualCheck
  checkedOn: Day
  outcome: 'passed' | 'faults'
  /** Whether a person did it, or a browser on its own. */
  byPerson: boolean
  note: string
}

export const checkReasons = ['words-missing', 'words-too-long', ...statementReasons] as const
export type CheckReason = (typeof checkReasons)[number]

/** Why the outcome of a check can not be recorded: faults are told in words, and no check was made tomorrow. */
export function refuseCheck(
  { checkedOn, outcome, note }: { checkedOn: string; outcome: 'passed' | 'faults'; note: string },
  today: Day,
): Refusal<CheckReason>[] {
  const refusals: Refusal<CheckReason>[] = []
  refuseDone(checkedOn, 'checkedOn', today, (code, field) => refusals.push({ code, field }))
  if (outcome === 'faults' && isBlank(note)) refusals.push({ code: 'words-missing', field: 'note' })
  if (lengthOf(note) > statementLimits.text) refusals.push({ code: 'words-too-long', field: 'note' })
  return refusals
}

/** What the checks leave for the statement (T10): faults that were found, then what no person has tried. */
export function leftByChecks(outcomes: readonly CheckOutcome[]): {
  faults: CheckOutcome[]
  untried: ManualCheck[]
} {
  const latest = new Map(outcomes.map((one) => [one.check, one]))
  return {
    faults: manualChecks.flatMap((check) => {
      const known = latest.get(check)
      return known?.outcome === 'faults' ? [known] : []
    }),
    untried: manualChecks.filter((check) => {
      const known = latest.get(check)
      return !known || (needsPerson.has(check) && !known.byPerson && known.outcome === 'passed')
    }),
  }
}
