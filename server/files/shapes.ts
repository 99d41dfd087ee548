import { Type, type Static } from 'typebox'
import type { Kind } from '#domain/file.ts'

/** A file as a page shows it: a picture where it stands, a document as a link, one that was removed as a sentence. */
export const ShownFile = Type.Object({
  id: Type.Integer(),
  /** Left out where its bytes are gone. */
  href: Type.Optional(Type.String()),
  /** Alt text of a picture, or what the document is, in the plan's language; or that it was removed, in the reader's. */
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
  /** "pdf, 240 kB" */
  note: Type.String(),
  /** How large a picture is, so that the page leaves room for it. */
  picture: Type.Optional(Type.Object({ width: Type.Integer(), height: Type.Integer() })),
  /** The word that says so, where it is shown to nobody outside the plan. */
  internal: Type.Optional(Type.String()),
})
export type ShownFile = Static<typeof ShownFile>

/** Which files an installation takes, for the form part that chooses them. */
export const TakenFiles = Type.Object({
  kinds: Type.Array(Type.Unsafe<Kind>({ type: 'string' })),
  bytes: Type.Integer(),
})
