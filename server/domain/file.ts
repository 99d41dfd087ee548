import { isBlank, lengthOf, type Refusal } from './text.ts'

/** The kinds of file that can be taken (A09): how each is called by machines and in a name. */
export const kinds = {
  pdf: { type: 'application/pdf', extensions: ['pdf'], picture: false },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], picture: true },
  png: { type: 'image/png', extensions: ['png'], picture: true },
  webp: { type: 'image/webp', extensions: ['webp'], picture: true },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    picture: false,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    picture: false,
  },
} as const

export type Kind = keyof typeof kinds

/** What an installation takes: which kinds, and how many bytes of one file. */
export type FileLimits = { kinds: readonly Kind[]; bytes: number }

export const usualLimits: FileLimits = { kinds: Object.keys(kinds) as Kind[], bytes: 20 * 1024 * 1024 }

/** Every piece but the last has exactly this many bytes; the pieces are what is stored. */
export const partBytes = 256 * 1024

/** As wide or high as any page or projector shows a picture, in pixels. */
export const longestSide = 1600

/** How many files an activity may carry. */
export const mostFiles = 3

const longestName = 120
const longestDescription = 300

/** How many pieces a file of so many bytes comes in; the first is number 1. */
export const partsOf = (bytes: number): number => Math.ceil(bytes / partBytes)

/** How many bytes piece `n` has; 0 for a number the file has not. */
export function sizeOfPart(bytes: number, n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > partsOf(bytes)) return 0
  return Math.min(partBytes, bytes - (n - 1) * partBytes)
}

/** What is promised of a file before its pieces are sent. */
export type FileClaim = { name: string; bytes: number }

export const fileReasons = [
  'file-name-missing',
  'file-name-too-long',
  'file-name-path',
  'file-name-unseen',
  'file-empty',
  'file-too-large',
  'file-description-missing',
  'file-description-too-long',
] as const
export type FileReason = (typeof fileReasons)[number]

/** Signs that move the pen or are not seen at all: control, zero width, and the marks that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u

/** Why a file can not be begun; empty when it can. Its content is looked at when all of it is there. */
export function refuseFile({ name, bytes }: FileClaim, limits: FileLimits): Refusal<FileReason>[] {
  const refusals: Refusal<FileReason>[] = []
  const refuse = (code: FileReason, field: string) => refusals.push({ code, field })
  if (isBlank(name) || /^\.+$/.test(name.trim())) refuse('file-name-missing', 'name')
  else if (lengthOf(name) > longestName) refuse('file-name-too-long', 'name')
  else if (/[/\\]/.test(name)) refuse('file-name-path', 'name')
  else if (unseen.test(name)) refuse('file-name-unseen', 'name')
  if (!(bytes > 0)) refuse('file-empty', 'bytes')
  else if (bytes > limits.bytes) refuse('file-too-large', 'bytes')
  return refusals
}

/** An alt text, or what a document is, is demanded of every file (A09, A18). */
export function refuseDescription(description: string | null | undefined): Refusal<FileReason>[] {
  if (isBlank(description)) return [{ code: 'file-description-missing', field: 'description' }]
  return lengthOf(description ?? '') > longestDescription
    ? [{ code: 'file-description-too-long', field: 'description' }]
    : []
}

/** The kind with this type, or undefined. */
export const kindOf = (type: string): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].type === type)

/** A file's name with the ending its content has, whatever it was called when it was sent. */
export function nameFor(name: string, type: string): string {
  const kind = kindOf(type)
  if (!kind) return name
  const { extensions } = kinds[kind]
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase()
  if (ending && extensions.some((one) => one === ending)) return name
  const known = Object.values(kinds).some((one) => one.extensions.some((other) => other === ending))
  return `${known ? name.slice(0, -(ending!.length + 1)) : name}.${extensions[0]}`
}

/** Why a file that is all there is not kept. */
export type ContentReason =
  | 'file-bomb'
  | 'file-broken'
  | 'file-has-macros'
  | 'file-is-archive'
  | 'file-is-code'
  | 'file-is-old-office'
  | 'file-kind-unknown'
  | 'file-locked'
  | 'file-runs'
  | 'file-too-many-pixels'

export const nameReasons = [
  'file-is-code',
  'file-is-old-office',
  'file-has-macros',
  'file-kind-unknown',
] as const
export type NameReason = (typeof nameReasons)[number]

/** What kind of file its name gives away, before anything is sent; what it is by its content the server finds. Empty when it may be sent. */
export function refuseByName(
  { name, type }: { name: string; type: string },
  limits: Pick<FileLimits, 'kinds'>,
): Refusal<NameReason>[] {
  const refuse = (code: NameReason) => [{ code, field: 'file' }]
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = limits.kinds.some((kind) => kinds[kind].extensions.some((one) => one === ending))
  if (known || type.startsWith('image/')) return type === 'image/svg+xml' ? refuse('file-is-code') : []
  if (/^(html?|svg|xml|js)$/.test(ending)) return refuse('file-is-code')
  if (/^(doc|xls)$/.test(ending)) return refuse('file-is-old-office')
  if (/^(docm|xlsm)$/.test(ending)) return refuse('file-has-macros')
  return ending === '' ? [] : refuse('file-kind-unknown')
}
