import { Type } from 'typebox'
import { changeKinds, type ChangeKind } from '#domain/changes.ts'
import { Completion } from '../../plans/schema.ts'
import { Day, Maybe, StrictObject, Whole } from '../../http/schema.ts'

const Asked = Type.String({ maxLength: 200 })

/** Two terms, or a term and `now`; of the whole plan, of an organisation's points, or of a committee's. */
export const AskedChanges = StrictObject({
  from: Type.Optional(Asked),
  to: Type.Optional(Asked),
  organisation: Type.Optional(Asked),
  committee: Type.Optional(Asked),
})

const End = StrictObject({ term: Maybe(Type.String()), day: Day, completion: Completion })

export const ChangesWhole = StrictObject({
  from: End,
  to: End,
  changes: Type.Array(
    StrictObject({
      kind: Type.Unsafe<ChangeKind>({ type: 'string', enum: changeKinds }),
      number: Type.String(),
      from: Maybe(Type.String()),
      to: Maybe(Type.String()),
      /** How often its end has moved, and where it was first. */
      moves: Whole,
      firstDueOn: Maybe(Day),
    }),
  ),
  unchanged: Type.Array(Type.String()),
  /** Still open and unchanged for two steps or more, from review day to review day. */
  quiet: Type.Array(StrictObject({ number: Type.String(), steps: Whole })),
  /** Points that several organisations share: counted once here, and once in each organisation's own answer. */
  shared: Type.Array(Type.String()),
})
