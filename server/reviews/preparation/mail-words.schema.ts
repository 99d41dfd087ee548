import { Type, type Static } from 'typebox'
import { mailKinds, type MailKind } from '#domain/mail.ts'
import type { Lang } from '#words/format.ts'
import { ClaimedLine, Maybe, StrictObject, Words } from '../../http/schema.ts'

/** A plan's own words in one mail and language; null goes back to the usual ones. The points and their links always follow. */
export const NewMailWords = StrictObject({
  own: Maybe(StrictObject({ subject: ClaimedLine, body: Words(10_000) })),
})
export type NewMailWords = Static<typeof NewMailWords>

/** What the mail says now. */
export const MailWords = StrictObject({ subject: Type.String(), body: Type.String(), own: Type.Boolean() })
export type MailWords = Static<typeof MailWords>

export const MailAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  kind: Type.Unsafe<MailKind>({ type: 'string', enum: [...mailKinds] }),
  lang: Type.Unsafe<Lang>({ type: 'string', enum: ['sv', 'en'] }),
})
