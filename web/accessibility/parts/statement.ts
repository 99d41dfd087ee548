import type { Shortcoming, Statement } from '#domain/accessibility.ts'

/** The statement as it stands in the fields: nothing chosen and no day are empty texts. */
export type Draft = Omit<
  Statement,
  'conformity' | 'answerWithin' | 'method' | 'assessedOn' | 'shortcomings'
> & {
  conformity: string
  answerWithin: string
  method: string
  assessedOn: string
  shortcomings: { [Field in keyof Shortcoming]: string }[]
}

export const draftOf = (statement: Statement): Draft => ({
  ...statement,
  conformity: statement.conformity ?? '',
  answerWithin: statement.answerWithin === null ? '' : String(statement.answerWithin),
  method: statement.method ?? '',
  assessedOn: statement.assessedOn ?? '',
  shortcomings: statement.shortcomings.map((one) => ({ ...one, mendedBy: one.mendedBy ?? '' })),
})

const orNull = <T extends string>(text: string): T | null => (text.trim() ? (text.trim() as T) : null)

/** The claim that the fields make. A number of days that is none is 0, which the rule refuses. */
export const statementOf = (draft: Draft): Statement => ({
  ...draft,
  conformity: orNull(draft.conformity),
  answerWithin: draft.answerWithin.trim() ? Number(draft.answerWithin.trim()) || 0 : null,
  method: orNull(draft.method),
  assessedOn: orNull(draft.assessedOn),
  shortcomings: draft.shortcomings.map((one) => ({ ...one, mendedBy: orNull(one.mendedBy) })),
})

/** A shortcoming nobody has begun to describe. */
export const emptyShortcoming = () => ({ what: '', whom: '', why: '', mendedBy: '' })
