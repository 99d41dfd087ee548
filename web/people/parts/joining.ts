import { readMemberLines, refuseMembers } from '#domain/members.ts'
import type { PlanRole } from '#domain/members.ts'
import type { NewMembers } from '../../../server/people/schema.ts'
import type { FieldError } from '../../form.svelte.ts'
import type { Outcome } from '../../client.ts'
import { refusalTextOf } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

/** One person as the form holds them. */
type PersonDraft = {
  name: string
  email: string
  organisation: string
  function: string
  workplace: string
}

export const emptyPerson = (): PersonDraft => ({
  name: '',
  email: '',
  organisation: '',
  function: '',
  workplace: '',
})

const spokenOf = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const oneOf = (draft: PersonDraft, role: PlanRole): NewMembers => ({
  people: [
    {
      name: draft.name.trim(),
      email: draft.email.trim(),
      organisation: spokenOf(draft.organisation),
      function: spokenOf(draft.function),
      workplace: spokenOf(draft.workplace),
    },
  ],
  role,
})

export const manyOf = (text: string, role: PlanRole): NewMembers => ({
  people: readMemberLines(text).map(({ line: _line, ...claim }) => claim),
  role,
})

type Fault = { code: string; field: string; title: string }
type Place = (fault: Fault) => FieldError

/** A fault of the one person, at its own field. */
export const atField =
  (context: TextContext): Place =>
  (fault) => ({ field: fault.field.replace(/^people\.0\./, ''), text: refusalTextOf(context)(fault) })

/** A fault of a list, named by its line, at the box the lines stand in. */
export const atLine =
  (text: string, context: TextContext): Place =>
  (fault) => {
    const told = refusalTextOf(context)(fault)
    const index = /^people\.(\d+)\./.exec(fault.field)?.[1]
    const line = index === undefined ? undefined : readMemberLines(text)[Number(index)]?.line
    const { words, say } = context
    return {
      field: 'lines',
      text: line === undefined ? told : say(words.joining.lineFault, { line, text: told }),
    }
  }

/** What the rules find wrong before anything is sent. */
export const faultsIn = (claim: NewMembers, place: Place): FieldError[] =>
  refuseMembers(claim.people).map(({ code, field }) => place({ code, field, title: '' }))

/** What the server found wrong, at the places of this form. */
export function placed<Done>(outcome: Outcome<Done>, place: Place): Outcome<Done> {
  if (outcome.kind !== 'refused' || !outcome.problem.errors) return outcome
  const errors = outcome.problem.errors.map((fault) => {
    const { field, text } = place(fault)
    return { field, code: '', title: text }
  })
  return { kind: 'refused', problem: { ...outcome.problem, errors } }
}
