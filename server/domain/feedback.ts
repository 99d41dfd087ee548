import { isEmail } from './members.ts'
import { isBlank, lengthOf, type Refusal } from './text.ts'

/** What a reader writes about: the page, or something on it they could not use. */
export const feedbackKinds = ['page', 'accessibility'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]

/** The longest message and the longest answer, in characters. */
export const feedbackLimits = { text: 4000, answer: 4000 } as const

export const feedbackReasons = ['words-missing', 'words-too-long', 'email-malformed'] as const
export type FeedbackReason = (typeof feedbackReasons)[number]

/** Why what a reader wrote can not be received; empty when it can (K10). No address is fine: then nobody is answered. */
export function refuseFeedback({ text, email }: { text: string; email: string }): Refusal<FeedbackReason>[] {
  const refusals: Refusal<FeedbackReason>[] = []
  if (isBlank(text)) refusals.push({ code: 'words-missing', field: 'text' })
  else if (lengthOf(text) > feedbackLimits.text) refusals.push({ code: 'words-too-long', field: 'text' })
  if (!isBlank(email) && !isEmail(email.trim())) refusals.push({ code: 'email-malformed', field: 'email' })
  return refusals
}

/** Why an answer can not be sent; empty when it can. */
export function refuseFeedbackAnswer(text: string): Refusal<'words-missing' | 'words-too-long'>[] {
  if (isBlank(text)) return [{ code: 'words-missing', field: 'text' }]
  return lengthOf(text) > feedbackLimits.answer ? [{ code: 'words-too-long', field: 'text' }] : []
}
