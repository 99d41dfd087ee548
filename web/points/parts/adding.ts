import { readPoints, type PastedContext, type PastedFault, type PastedPoint } from '#domain/pasted-points.ts'
import { refuseDecision, refusePoint, type PointContext } from '#domain/point.ts'
import type { Entry } from '#words/say.ts'
import type { AddingData } from '../../../server/points/add.page.ts'
import type { NewPoint } from '../../../server/points/schema.ts'
import type { FieldError } from '../../form.svelte.ts'
import { fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

export type DecisionDraft = { by: string; on: string; reference: string }

/** A point as it stands in the form, as text; '' where nothing is said. */
export type PointDraft = {
  number: string
  title: string
  focusArea: string
  lead: string
  function: string
  takesPart: string[]
  startsOn: string
  dueOn: string
  description: string
  intendedEffect: string
}

export const emptyPoint = (): PointDraft => ({
  number: '',
  title: '',
  focusArea: '',
  lead: '',
  function: '',
  takesPart: [],
  startsOn: '',
  dueOn: '',
  description: '',
  intendedEffect: '',
})

const decisionOf = ({ by, on, reference }: DecisionDraft) => ({
  by: by.trim(),
  on,
  reference: reference.trim(),
})

/** What a decision adds to a point where the plan is settled, and nothing where it is not. */
export const decided = (decision: DecisionDraft, { settled }: AddingData): Pick<NewPoint, 'decision'> =>
  settled ? { decision: decisionOf(decision) } : {}

/** A point as the server wants it. */
export function pointOf(draft: PointDraft, decision: Pick<NewPoint, 'decision'>): NewPoint {
  const said = (text: string) => text.trim() || null
  return {
    number: draft.number.trim(),
    title: draft.title.trim(),
    description: said(draft.description),
    intendedEffect: said(draft.intendedEffect),
    focusArea: said(draft.focusArea),
    lead: { organisation: draft.lead, function: said(draft.function) },
    takesPart: draft.takesPart.filter((code) => code !== draft.lead),
    startsOn: said(draft.startsOn),
    dueOn: said(draft.dueOn),
    ...decision,
  }
}

const rulesOf = (data: AddingData): Omit<PointContext, 'organisations'> => ({
  adoptedOn: data.adoptedOn.day,
  today: data.today,
  settled: data.settled,
  numbers: data.numbers,
  areas: data.areas,
})

/** What is wrong with one point, by the rule the server refuses by. */
export const errorsInPoint = (point: NewPoint, data: AddingData, context: TextContext): FieldError[] =>
  fieldErrors(
    refusePoint(point, { ...rulesOf(data), organisations: data.organisations.map(({ code }) => code) }),
    context,
  )

/** The pasted lines as they are read. */
export const readList = (text: string, data: AddingData): PastedPoint[] =>
  readPoints(text, { ...rulesOf(data), organisations: data.organisations } satisfies PastedContext)

/** The id of a pasted line's row: where the list of what is wrong leads to. */
export const rowId = (line: number): string => `line-${line}`

/** What is wrong with a line, in a sentence. */
export function faultText({ code, values }: PastedFault, { words, say }: TextContext): string {
  const sentences: Record<PastedFault['code'], Entry> = { ...words.refusals, ...words.adding.faults }
  return say(sentences[code], values)
}

/** Every faulty line by its number, and what is wrong with the decision beside the list. */
export function errorsInList(
  read: readonly PastedPoint[],
  decision: Pick<NewPoint, 'decision'>,
  data: AddingData,
  context: TextContext,
): FieldError[] {
  const { words, say } = context
  const spoken = words.adding.list
  const wrong = decision.decision
    ? fieldErrors(refuseDecision(decision.decision, data.adoptedOn.day, data.today), context)
    : []
  if (read.length === 0) return [{ field: 'list', text: say(spoken.empty) }, ...wrong]
  if (read.length > mostLines) {
    return [{ field: 'list', text: say(spoken.tooMany, { n: read.length, most: mostLines }) }, ...wrong]
  }
  const faulty = read
    .filter(({ faults }) => faults.length > 0)
    .map(({ line, faults }) => {
      const sentence = faults.map((fault) => faultText(fault, context)).join(' ')
      return { field: rowId(line), text: say(spoken.inLine, { line, sentence }) }
    })
  return [...faulty, ...wrong]
}

/** As many as the server takes at once. */
const mostLines = 300
