import type { TrailFields } from '#domain/trail.ts'
import type { Act, Noted } from '../people/act.ts'

/**
 * Adds to the trail's row of the change under way what only the store knows: before and after – ids, codes, days and numbers, never names
 * or words – and, in `more`, what was touched where the address does not say it. Outside the door it does nothing.
 */
export function note(act: Act, fields: TrailFields, more: Partial<Omit<Noted, 'fields'>> = {}): void {
  if (!act.trail) return
  Object.assign(act.trail.fields, fields)
  Object.assign(act.trail, more)
}
