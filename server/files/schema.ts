import { Type, type Static } from 'typebox'
import { Maybe, StrictObject, Whole, Words } from '../http/schema.ts'
import { maskedJson, TextJson, textJson } from '../texts/json.ts'
import type { StoredFile } from './known.store.ts'

export const NewFile = StrictObject({
  name: Words(1000),
  bytes: Type.Integer(),
  /** May be told when the pieces have come: whoever sends a picture writes its alt text meanwhile. */
  description: Type.Optional(Maybe(Words(2000))),
})
export type NewFile = Static<typeof NewFile>

export const Completion = StrictObject({ description: Type.Optional(Maybe(Words(2000))) })
export type Completion = Static<typeof Completion>

/** A file on its way in, as its sender sees it: every piece but the last has `partBytes` bytes, the first is number 1. */
export const FileState = StrictObject({
  id: Whole,
  bytes: Whole,
  partBytes: Whole,
  /** The numbers of the pieces that are there. */
  parts: Type.Array(Whole),
  finished: Type.Boolean(),
})
export type FileState = Static<typeof FileState>

/** A finished file as it travels with what it belongs to; where it is shown to nobody else it travels to insiders alone. */
export const FileRow = StrictObject({
  id: Whole,
  name: TextJson,
  description: TextJson,
  type: Type.String(),
  bytes: Whole,
  width: Maybe(Whole),
  height: Maybe(Whole),
  shown: Type.Boolean(),
  masked: TextJson.properties.masked,
})
export type FileRow = Static<typeof FileRow>

const RowId = Type.String({ pattern: '^[0-9]{1,15}$' })
export const FileAddress = Type.Object({ plan: Type.String({ maxLength: 60 }), id: RowId })
export type FileAddress = Static<typeof FileAddress>
export const PartAddress = Type.Object({
  plan: Type.String({ maxLength: 60 }),
  id: RowId,
  n: Type.String({ pattern: '^[0-9]{1,6}$' }),
})

/** A finished file as it travels. */
export const fileRow = (file: StoredFile): FileRow => ({
  id: file.id,
  name: textJson(file.name),
  description: textJson(file.description),
  type: file.type,
  bytes: file.bytes,
  width: file.width,
  height: file.height,
  shown: file.shown,
  masked: maskedJson(file),
})

/** Of these files those that this reader may know of: people of the plan all of them, others what is shown to everybody. */
export const visibleFiles = (files: readonly StoredFile[] | undefined, inside: boolean): StoredFile[] =>
  (files ?? []).filter((file) => inside || file.shown)
