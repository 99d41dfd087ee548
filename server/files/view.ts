import { Type, type Static } from 'typebox'
import * as api from '#domain/api-addresses.ts'
import { type Kind, kindOf, kinds, type FileLimits } from '#domain/file.ts'
import { bytesText } from '#words/format.ts'
import { maskedText, wroteText, type Speaking } from '../texts/view.ts'
import type { FileRow } from './schema.ts'
import { Maybe } from '../http/schema.ts'

/** A file as a page shows it: a picture where it stands, a document as a link, one that was removed as a sentence. */
export const ShownFile = Type.Object({
  id: Type.Integer(),
  /** Null where its bytes are gone. */
  href: Maybe(Type.String()),
  /** Alt text of a picture, or what the document is, in the plan's language; or that it was removed, in the reader's. */
  text: Type.String(),
  masked: Type.Boolean(),
  /** "pdf, 240 kB" */
  note: Type.String(),
  /** How large a picture is, so that the page leaves room for it. */
  picture: Maybe(Type.Object({ width: Type.Integer(), height: Type.Integer() })),
  /** The word that says so, where it is shown to nobody outside the plan. */
  internal: Maybe(Type.String()),
})
export type ShownFile = Static<typeof ShownFile>

/** Which files an installation takes, for the form part that chooses them. */
export const TakenFiles = Type.Object({
  kinds: Type.Array(Type.Unsafe<Kind>({ type: 'string' })),
  bytes: Type.Integer(),
})

/** Which files are taken, as a page's data tell it. */
export const takenFiles = ({ kinds, bytes }: FileLimits): { kinds: Kind[]; bytes: number } => ({
  kinds: [...kinds],
  bytes,
})

/** A file as a page of this plan shows it. Who may know of it has been asked already. */
export function shownFile(slug: string, file: FileRow, speaking: Speaking): ShownFile {
  const { lang, say, words } = speaking
  const kind = kindOf(file.type)
  const { width, height, masked, id } = file
  const note = say(words.files.note, {
    kind: kind ? say(words.files.kinds[kind]) : file.type,
    size: bytesText(lang, file.bytes),
  })
  const internal = file.shown ? null : say(words.files.internal)
  if (masked) {
    const text = maskedText(masked, speaking)
    return { id, href: null, text, masked: true, note, picture: null, internal }
  }
  const isPicture = kind && kinds[kind].picture && width !== null && height !== null
  return {
    id,
    href: api.fileContent(slug, id),
    text: wroteText(file.description, speaking) ?? '',
    masked: false,
    note,
    picture: isPicture ? { width, height } : null,
    internal,
  }
}
