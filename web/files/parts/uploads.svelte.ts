import {
  kinds,
  refuseDescription,
  refuseByName,
  refuseFile,
  usualLimits,
  type FileLimits,
  type Kind,
} from '#domain/file.ts'
import type { Lang } from '#words/format.ts'
import type { ProblemDetails } from '../../../server/http/schema.ts'
import { completeFile } from '../../api.ts'
import type { FieldError } from '../../form.svelte.ts'
import { newKey, type Outcome } from '../../client.ts'
import { doubtsIn, refusalTextOf } from '../../form-errors.ts'
import { sendPieces, type OnItsWay } from './pieces.ts'
import { madeSmall } from './shrink.ts'
import type { TextContext } from '../../view-context.ts'

/** How far a file has come. `waiting` goes on by itself when the network is back; `failed` says why in `refused`. */
type Progress = 'preparing' | 'sending' | 'waiting' | 'sent' | 'finishing' | 'done' | 'failed'

/** One file somebody chose for a form. */
export interface Upload {
  key: string
  name: string
  picture: boolean
  description: string
  progress: Progress
  /** Share of it that is there, 0–100. */
  percent: number
  preview?: string
  /** Why it can not go on; `title` is the server's sentence, '' where this side refused. */
  refused?: { code: string; title: string }
}

interface Settings {
  /** The form part, in whose name what is wrong is told: `files` gives `files.0.description`. */
  id: string
  slug: string
  lang: Lang
  most: number
  /** What the server said it takes. */
  limits?: FileLimits | undefined
  /** The token of a mail's link, where the form was opened by one. */
  token?: string | undefined
}

interface Work {
  file?: OnItsWay
  /** The attempt under way. */
  running?: Promise<void>
  id?: number
  /** The description it was finished with: another needs the file anew. */
  finishedAs?: string
}

/** What a form takes that wants a picture. */
export const pictures: FileLimits = {
  ...usualLimits,
  kinds: usualLimits.kinds.filter((kind) => kinds[kind].picture),
}

const firstWait = 2000
const longestWait = 30_000

/**
 * The files of a form, sent while it is still being written (A09): each begins at once, waits out a lost network, and is finished when it has
 * been described. `settle` gives their numbers when the form is saved.
 */
export function uploads({ id, slug, lang, most, limits = usualLimits, token }: Settings) {
  const items = $state<Upload[]>([])
  // Not for the page to see, and not to be wrapped: bytes, and what is under way.
  const works: Record<string, Work> = {}
  const options = { lang, token }
  let wait = firstWait

  async function add(chosen: Iterable<File>): Promise<void> {
    for (const file of [...chosen].slice(0, most - items.length)) {
      const picture = file.type.startsWith('image/')
      const key = newKey()
      items.push({ key, name: file.name, picture, description: '', progress: 'preparing', percent: 0 })
      works[key] = {}
      const item = items.at(-1)!
      const { bytes, name, preview } = await madeSmall(file)
      // Removed meanwhile.
      if (!works[key]) continue
      if (preview) item.preview = preview
      const [wrong] = [...refuseFile({ name, bytes: bytes.size }, limits), ...refuseByName(file, limits)]
      if (wrong) fail(item, { code: wrong.code, title: '' })
      else {
        works[key].file = { bytes, name, key: newKey() }
        void go(item)
      }
    }
  }

  function fail(item: Upload, refused: Upload['refused'] & object): void {
    item.progress = 'failed'
    item.refused = refused
  }

  /** Goes on with a file wherever it is; one at a time for each. */
  function go(item: Upload): Promise<void> {
    const work = works[item.key]
    if (!work?.file) return Promise.resolve()
    work.running ??= further(item, work).finally(() => delete work.running)
    return work.running
  }

  async function further(item: Upload, work: Work): Promise<void> {
    const file = work.file!
    if (work.id === undefined) {
      item.progress = 'sending'
      const told = (sent: number) => (item.percent = Math.floor((100 * sent) / file.bytes.size))
      const sent = await sendPieces(slug, file, options, told)
      if (sent.kind !== 'done') return stopped(item, work, sent)
      work.id = sent.value
    }
    wait = firstWait
    const described = item.description.trim()
    if (refuseDescription(described).length > 0) item.progress = 'sent'
    else await finish(item, work, described)
  }

  async function finish(item: Upload, work: Work, described: string): Promise<void> {
    if (work.finishedAs === described) return void (item.progress = 'done')
    if (work.finishedAs !== undefined) return anew(item, work)
    item.progress = 'finishing'
    const done = await completeFile(slug, work.id!, described, { ...options, key: newKey() })
    if (done.kind !== 'done') return stopped(item, work, done)
    work.finishedAs = described
    item.progress = 'done'
  }

  /** A finished file never changes: with other words it is sent once more. */
  function anew(item: Upload, work: Work): Promise<void> {
    const { bytes, name } = work.file!
    work.file = { bytes, name, key: newKey() }
    delete work.id
    delete work.finishedAs
    return further(item, work)
  }

  function stopped(item: Upload, work: Work, outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): void {
    if (outcome.kind === 'refused' && outcome.problem.status < 500 && outcome.problem.status !== 429) {
      const { problem } = outcome
      // What the server let go of is begun anew when it is tried again.
      if (problem.status === 404 || problem.errors?.some((error) => error.field === 'file')) {
        delete work.file!.id
        work.file!.key = newKey()
      }
      delete work.id
      const { code, title } = problem.errors?.[0] ?? problem
      return fail(item, { code, title })
    }
    item.progress = 'waiting'
    setTimeout(() => item.progress === 'waiting' && void go(item), wait)
    wait = Math.min(longestWait, wait * 2)
  }

  const fieldOf = (item: Upload) => `${id}.${items.indexOf(item)}`

  return {
    most,
    limits,
    get items() {
      return items
    },
    add,
    /** Goes on at once: the network is back, a description has been written, or somebody asks for it. */
    go,
    goOn: () => items.filter((item) => item.progress === 'waiting').forEach((item) => void go(item)),
    again(item: Upload) {
      delete item.refused
      void go(item)
    },
    remove(item: Upload) {
      delete works[item.key]
      items.splice(items.indexOf(item), 1)
    },
    clear() {
      items.splice(0).forEach((item) => delete works[item.key])
    },
    /** What is wrong with them, and what their descriptions seem to say of one person (T03, A05). */
    mistakes(context: TextContext): FieldError[] {
      const tell = refusalTextOf(context)
      return items.flatMap((item) => {
        const field = `${fieldOf(item)}.description`
        const { refused, description } = item
        if (refused) return [{ field: fieldOf(item), text: tell(refused) }]
        const wrong = refuseDescription(description.trim())
        if (wrong.length > 0) return wrong.map(({ code }) => ({ field, text: tell({ code, title: '' }) }))
        return doubtsIn({ [field]: description }, context)
      })
    },
    /** Sees every file through and gives their numbers, in order; else why not: unreached while one of them waits for the network. */
    async settle(): Promise<Outcome<number[]>> {
      await Promise.all(items.map((item) => go(item)))
      for (const item of items)
        if (item.refused) return { kind: 'refused', problem: problemOf(fieldOf(item), item.refused) }
      const ids = this.ids
      return ids ? { kind: 'done', value: ids } : { kind: 'unreached' }
    },
    /** The numbers of those that are done; undefined while one is not. */
    get ids(): number[] | undefined {
      return items.every((item) => item.progress === 'done')
        ? items.map((item) => works[item.key]!.id!)
        : undefined
    },
  }
}

const problemOf = (field: string, refused: { code: string; title: string }): ProblemDetails => ({
  ...refused,
  type: `urn:avstamt:problem:${refused.code}`,
  status: 422,
  errors: [{ ...refused, field }],
})

export type Uploads = ReturnType<typeof uploads>

/** Files as evidence: a document's description is what the evidence is called. Without number while they are on their way. */
export const asEvidence = (files: Uploads): { title: string; file: number }[] =>
  files.items.map((item, at) => ({ title: item.description.trim() || item.name, file: files.ids?.[at] ?? 0 }))

/** What a chooser of files is told to offer: a phone shows camera and gallery for pictures. */
export const acceptOf = (taken: readonly Kind[]): string =>
  taken.flatMap((kind) => [kinds[kind].type, ...kinds[kind].extensions.map((one) => `.${one}`)]).join(',')
