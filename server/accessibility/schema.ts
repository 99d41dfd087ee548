import { Type, type Static } from 'typebox'
import {
  manualChecks,
  statementLimits,
  type Conformity,
  type ManualCheck,
  type Statement,
} from '#domain/accessibility.ts'
import { ClaimedDay, ClaimedLine, Maybe, StrictObject, Whole, Words } from '../http/schema.ts'

const Long = Words(statementLimits.text * 2)

const ClaimedStatement = StrictObject({
  actor: ClaimedLine,
  service: ClaimedLine,
  conformity: Type.Unsafe<Conformity | null>({
    type: ['string', 'null'],
    enum: ['full', 'partial', 'none', null],
  }),
  shortcomings: Type.Array(StrictObject({ what: Long, whom: Long, why: Long, mendedBy: Maybe(ClaimedDay) }), {
    maxItems: statementLimits.shortcomings,
  }),
  burden: Long,
  exempt: Long,
  contactEmail: ClaimedLine,
  contactPhone: ClaimedLine,
  answerWithin: Maybe(Type.Integer()),
  method: Type.Unsafe<Statement['method']>({ type: ['string', 'null'], enum: ['self', 'external', null] }),
  assessor: ClaimedLine,
  assessedOn: Maybe(ClaimedDay),
})

/** The statement as it is saved: a draft, or published with all that is demanded. `basedOn` is the version that was changed, null for the first. */
export const NewStatement = StrictObject({
  statement: ClaimedStatement,
  published: Type.Boolean(),
  basedOn: Maybe(Whole),
})
export type NewStatement = Static<typeof NewStatement>

export const SavedStatement = StrictObject({ id: Whole, published: Type.Boolean() })
export type SavedStatement = Static<typeof SavedStatement>

/** What came of a check that somebody made by hand (T10). */
export const NewCheck = StrictObject({
  check: Type.Unsafe<ManualCheck>({ type: 'string', enum: [...manualChecks] }),
  checkedOn: ClaimedDay,
  outcome: Type.Unsafe<'passed' | 'faults'>({ type: 'string', enum: ['passed', 'faults'] }),
  note: Long,
})
export type NewCheck = Static<typeof NewCheck>

export const SavedCheck = StrictObject({ id: Whole })
export type SavedCheck = Static<typeof SavedCheck>
