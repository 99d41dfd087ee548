import { isBlank, lengthOf, type Refusal } from './text.ts'

/** The mails whose subject and opening words a plan may write itself (F44). */
export const mailKinds = ['ask-for-update', 'reminder', 'reminder-after'] as const
export type MailKind = (typeof mailKinds)[number]

/** The longest of each, in characters. */
export const mailLimits = { subject: 120, body: 2000 } as const

export const mailReasons = [
  'mail-subject-missing',
  'mail-subject-too-long',
  'mail-body-missing',
  'mail-body-too-long',
] as const
export type MailReason = (typeof mailReasons)[number]

/** Why a plan's own words in a mail can not stand; empty when they can. A subject is one line. */
export function refuseMailWords({ subject, body }: { subject: string; body: string }): Refusal<MailReason>[] {
  const refusals: Refusal<MailReason>[] = []
  if (isBlank(subject)) refusals.push({ code: 'mail-subject-missing', field: 'subject' })
  else if (lengthOf(subject) > mailLimits.subject)
    refusals.push({ code: 'mail-subject-too-long', field: 'subject' })
  if (isBlank(body)) refusals.push({ code: 'mail-body-missing', field: 'body' })
  else if (lengthOf(body) > mailLimits.body) refusals.push({ code: 'mail-body-too-long', field: 'body' })
  return refusals
}
