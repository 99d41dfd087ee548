import { createHash } from 'node:crypto'
import type { Lang } from '#words/format.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { Refused } from '../http/refusal.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Plan } from '../database/plan.ts'
import { findReview } from '../plans/review-days.store.ts'
import type { Tx } from '../database/database.ts'
import type { ReportContent } from './content.ts'
import type { DocumentFormat } from './formats.ts'
import { programHash, keepFile, keptFile, type ReportFile } from './file-cache.store.ts'
import type { DocumentMaking } from './making.ts'
import { reportContent } from './report-content.ts'

/** Which document is asked for, and of which plan the reader may see. */
interface Wanted {
  format: DocumentFormat
  term: string
  lang: Lang
  /** With the words as they were last saved, for those who write them. Such a file is not kept. */
  draft: boolean
  findPlan: (tx: Tx) => Promise<Plan>
}

interface ReadyDocument {
  bytes: Buffer
  content: ReportContent
}

type Making = Pick<DocumentMaking, 'make'>

/**
 * Gives a closed review day's report as a file: the kept one where the content and the program are what it was made of, else made now and kept. The same file
 * is made once for all who wait for it. 404 for a day that is not there or not closed.
 */
export function documentsOf(
  dependencies: Dependencies,
  { make }: Making,
): (wanted: Wanted) => Promise<ReadyDocument> {
  const underWay = new Map<string, Promise<Buffer>>()

  return async (wanted) => {
    const { file, revision, madeOf, content, kept } = await lookUp(dependencies, wanted)
    if (kept) return { bytes: kept, content }
    const known = `${madeOf} ${wanted.format}`
    const making = underWay.get(known) ?? make(wanted.format, content)
    underWay.set(known, making)
    try {
      const bytes = await making
      if (!wanted.draft) {
        const madeAt = dependencies.now().toISOString()
        await dependencies.db.write((tx) => keepFile(tx, { ...file, revision, madeOf, bytes, madeAt }))
      }
      return { bytes, content }
    } finally {
      underWay.delete(known)
    }
  }
}

async function lookUp(dependencies: Dependencies, { format, term, lang, draft, findPlan }: Wanted) {
  const program = await programHash()
  return dependencies.db.read(async (tx) => {
    const plan = await findPlan(tx)
    const review = await findReview(tx, plan.id, term)
    const context = {
      tx,
      plan,
      lang,
      say: speaker(lang, plan.labels),
      words: words[lang],
      origin: dependencies.publicUrl ?? dependencies.origins()[0] ?? '',
      example: dependencies.example,
    }
    const content = await reportContent(context, term, { draft })
    if (!review || !content) throw new Refused('not-found')
    const madeOf = createHash('sha256').update(program).update(JSON.stringify(content)).digest('hex')
    const file: ReportFile = { planId: plan.id, reviewId: review.id, format, lang }
    const kept = draft ? undefined : await keptFile(tx, file, madeOf)
    return { file, revision: plan.revision, madeOf, content, kept }
  })
}
