import { Type, type Static } from 'typebox'
import { ClaimedLine, Maybe, StrictObject, Whole, Words } from '../../http/schema.ts'

const Value = StrictObject({ period: ClaimedLine, value: Maybe(Type.String({ maxLength: 40 })) })

const claim = {
  title: ClaimedLine,
  unit: ClaimedLine,
  source: ClaimedLine,
  url: Type.Optional(Maybe(Words(2000))),
  /** What a reader must know to read the values right: a break in the series, a mean of several years. */
  note: Type.Optional(Maybe(Words(4000))),
  values: Type.Array(Value, { maxItems: 100 }),
}
export const NewIndicator = StrictObject(claim)
export type NewIndicator = Static<typeof NewIndicator>

/** The same, or that it is no longer shown. */
export const ChangedIndicator = StrictObject({ ...claim, ended: Type.Optional(Type.Boolean()) })
export type ChangedIndicator = Static<typeof ChangedIndicator>

export const IndicatorRow = StrictObject({
  id: Whole,
  title: Type.String(),
  unit: Type.String(),
  source: Type.String(),
  url: Maybe(Type.String()),
  note: Maybe(Type.String()),
  values: Type.Array(Value),
})
export type IndicatorRow = Static<typeof IndicatorRow>
export const Indicators = StrictObject({ items: Type.Array(IndicatorRow), next: Maybe(Type.String()) })
export type Indicators = Static<typeof Indicators>

export const IndicatorAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  id: Type.String({ pattern: '^[0-9]{1,15}$' }),
})
