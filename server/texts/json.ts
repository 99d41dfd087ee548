import { Type } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { Day, Line, Maybe, Shape, Whole } from '../http/schema.ts'
import type { Said } from './store.ts'

/** Why a text is taken away: a word that readers see, such as *personuppgift*. */
export const Mask = Shape({ because: Line(120) })

const Masked = Shape({ on: Day, because: Type.String() })
/** A free text as it travels: its words, or when and why they were removed. */
export const SaidShape = Shape({ id: Whole, text: Maybe(Type.String()), masked: Maybe(Masked) })

/** A free text as it travels: its words, or on which Swedish day and why they were removed. */
export const said = (
  text: Said,
): { id: number; text: string | null; masked: { on: string; because: string } | null } => ({
  id: text.id,
  text: text.body,
  masked: text.maskedAt ? { on: dayOf(new Date(text.maskedAt)), because: text.because ?? '' } : null,
})
