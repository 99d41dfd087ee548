import { dayOf } from '#domain/calendar.ts'
import type { Said } from './store.ts'

/** A free text as it travels: its words, or on which Swedish day and why they were removed. */
export const said = (
  text: Said,
): { id: number; text: string | null; masked: { on: string; because: string } | null } => ({
  id: text.id,
  text: text.body,
  masked: text.maskedAt ? { on: dayOf(new Date(text.maskedAt)), because: text.because ?? '' } : null,
})
