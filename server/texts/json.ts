import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { Day, Line, Maybe, StrictObject, Whole } from '../http/schema.ts'
import type { StoredText } from './store.ts'

/** Why a text is taken away: a word that readers see, such as *personuppgift*. */
export const Mask = StrictObject({ because: Line(120) })

const MaskedText = StrictObject({ on: Day, because: Type.String() })
export type MaskedText = Static<typeof MaskedText>
/** A free text as it travels: its words, or when and why they were removed. */
export const TextJson = StrictObject({ id: Whole, text: Maybe(Type.String()), masked: Maybe(MaskedText) })
export type TextJson = Static<typeof TextJson>

/** When something was taken away, as a Swedish day, and why; null while it is there. */
export const maskedJson = ({
  maskedAt,
  because,
}: Pick<StoredText, 'maskedAt' | 'because'>): MaskedText | null =>
  maskedAt === null ? null : { on: dayOf(new Date(maskedAt)), because: because ?? '' }

/** A free text as it travels: its words, or on which Swedish day and why they were removed. */
export const textJson = (text: StoredText): TextJson => ({
  id: text.id,
  text: text.body,
  masked: maskedJson(text),
})

/** The text of this id as it travels; null where nothing was written. */
export function textJsonOf(texts: ReadonlyMap<number, StoredText>, id: number | null): TextJson | null {
  const text = id === null ? undefined : texts.get(id)
  return text ? textJson(text) : null
}
