import { isBlank, lengthOf, type Refusal } from './text.ts'

export const helpReasons = ['help-missing', 'help-too-long'] as const
export type HelpReason = (typeof helpReasons)[number]

/** The longest request for help, and the longest reply to it, in characters. */
export const helpLimit = 1000

/** Why a request for help, or a reply to one, can not be recorded; empty when it can (idea 19). */
export function refuseHelp(text: string): Refusal<HelpReason>[] {
  if (isBlank(text)) return [{ code: 'help-missing', field: 'text' }]
  return lengthOf(text) > helpLimit ? [{ code: 'help-too-long', field: 'text' }] : []
}
