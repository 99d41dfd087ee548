import { Type } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { Day, Line, Maybe, StrictObject, Whole } from '../http/schema.ts'
import type { StoredText } from './store.ts'

/** Why a text is taken away: a word that readers see, such as *personuppgift*. */
export const Mask = StrictObject({ because: Line(120) })

const Masked = StrictObject({ on: Day, because: Type.String() })
/** A free text as it travels: its words, or when and why they were removed. */
export const TextJson = StrictObject({ id: Whole, text: Maybe(Type.String()), masked: Maybe(Masked) })

/** A free text as it travels: its words, or on which Swedish day and why they were removed. */
export const textJson = (
  text: StoredText,
): { id: number; text: string | null; masked: { on: string; because: string } | null } => ({
  id: text.id,
  text: text.body,
  masked: text.maskedAt ? { on: dayOf(new Date(text.maskedAt)), because: text.because ?? '' } : null,
})
