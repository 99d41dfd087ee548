import { dayOf } from '#domain/calendar.ts'
import { said } from '../texts/said.ts'
import type { FileRow } from './schema.ts'
import type { StoredFile } from './standing.ts'

/** A finished file as it travels. */
export const fileRow = (file: StoredFile): FileRow => ({
  id: file.id,
  name: said(file.name),
  description: said(file.description),
  type: file.type,
  bytes: file.bytes,
  width: file.width,
  height: file.height,
  shown: file.shown,
  masked: file.maskedAt ? { on: dayOf(new Date(file.maskedAt)), because: file.because ?? '' } : null,
})

/** Of these files those that this reader may know of: people of the plan all of them, others what is shown to everybody. */
export const visibleFiles = (files: readonly StoredFile[] | undefined, inside: boolean): StoredFile[] =>
  (files ?? []).filter((file) => inside || file.shown)
