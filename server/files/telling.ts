import { kindOf, kinds, type FileLimits, type Kind } from '#domain/file.ts'
import { bytesText, dayText, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { FileRow } from './schema.ts'
import type { ShownFile } from './shapes.ts'

interface Speaking {
  lang: Lang
  say: Say
  words: Words
}

/** Which files are taken, as a page's data tell it. */
export const takenFiles = ({ kinds, bytes }: FileLimits): { kinds: Kind[]; bytes: number } => ({
  kinds: [...kinds],
  bytes,
})

/** Where a file's bytes are fetched. */
export const contentPath = (slug: string, id: number): string => `/api/v1/plans/${slug}/files/${id}/content`

/** A file as a page of this plan shows it. Who may know of it has been asked already. */
export function shownFile(slug: string, file: FileRow, { lang, say, words }: Speaking): ShownFile {
  const kind = kindOf(file.type)
  const { width, height, masked, id } = file
  const note = say(words.files.note, {
    kind: kind ? say(words.files.kinds[kind]) : file.type,
    size: bytesText(lang, file.bytes),
  })
  const internal = file.shown ? {} : { internal: say(words.files.internal) }
  if (masked) {
    const text = say(words.common.masked, { day: dayText(lang, masked.on), because: masked.because })
    return { id, text, note, masked: true, ...internal }
  }
  const isPicture = kind && kinds[kind].picture && width !== null && height !== null
  return {
    id,
    href: contentPath(slug, id),
    text: file.description.text ?? wordsGone(file, { lang, say, words }),
    note,
    ...(isPicture && { picture: { width, height } }),
    ...internal,
  }
}

/** Only its words were taken away, not the file. */
function wordsGone({ description }: FileRow, { lang, say, words }: Speaking): string {
  const { on, because = '' } = description.masked ?? {}
  return say(words.common.masked, { day: on ? dayText(lang, on) : '', because })
}
