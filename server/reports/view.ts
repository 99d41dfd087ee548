import { Type, type Static } from 'typebox'
import { asking } from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { clock, dayText, within } from '#words/format.ts'
import type { PlanPageContext } from '../http/page.ts'
import { Blocks, Lines } from './blocks.ts'
import { documentFormats, formats } from './formats.ts'
import { publishedVersion, writtenReport } from './store.ts'
import { writtenWords } from './words.ts'
import { whoText } from '../texts/view.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** The written words on the page of a review day: what was published, around the numbers that were frozen (F34). */
export const WrittenPart = Type.Object({
  /** Which edition it is, when it was published and in which function; of a draft when it was saved. */
  edition: Type.String(),
  /** One who leads the plan looks at words that are not published. */
  draft: Type.Boolean(),
  summary: Blocks,
  lessons: Blocks,
  next_steps: Blocks,
  children: Blocks,
  proposals: Lines,
  documents: Lines,
  appendices: Lines,
})
export type WrittenPart = Static<typeof WrittenPart>

/** The report as files. */
export const Downloads = Type.Array(
  Type.Object({ format: Type.String(), label: Type.String(), href: Type.String() }),
)
export type Downloads = Static<typeof Downloads>

/** What was published of a report's words; with `?utkast` those who lead the plan see what is saved. Undefined where there is nothing to see. */
export async function writtenPart(
  context: PlanPageContext,
  reviewId: number,
): Promise<WrittenPart | undefined> {
  const { tx, lang, say, words, roles, query } = context
  const written = await writtenReport(tx, reviewId)
  const shown = publishedVersion(written)
  const latest = written.versions.at(-1)
  const asDraft = query.utkast !== undefined && can(roles, 'report.write') && latest !== shown?.version
  const version = asDraft ? latest : shown?.version
  if (!version) return undefined
  const organisations = new Map((await listOrganisations(tx)).map(({ id, name }) => [id, name]))
  const by = asDraft || !shown ? version : shown.published
  const told = {
    n: shown?.published.edition ?? 1,
    day: dayText(lang, dayOf(new Date(by.recordedAt))),
    clock: clock(lang, by.recordedAt),
    by: within(whoText(by.byFunction, organisations.get(by.byOrganisationId ?? 0))),
  }
  const spoken = words.reportText
  return {
    edition: say(asDraft ? spoken.editionDraft : spoken.editionBy, told),
    draft: asDraft,
    ...(await writtenWords(tx, version, context)),
  }
}

/** Where a closed review day's report is fetched as a file, in the reader's language. */
export function downloadsOf(
  { plan, lang, say, words }: Pick<PlanPageContext, 'plan' | 'lang' | 'say' | 'words'>,
  term: string,
  { draft = false }: { draft?: boolean } = {},
): Downloads {
  const asked = { lang, draft: draft ? 1 : undefined }
  return formats.map((format) => ({
    format,
    label: say(words.reportText.files[format]),
    href: asking(api.reportDocument(plan.slug, term, documentFormats[format].path), asked),
  }))
}
