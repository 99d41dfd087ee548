import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { shortChecksum } from '#domain/checksum.ts'
import { clock, dayText, kept, termName, termShort, within } from '#words/format.ts'
import { growthSentence } from '../plans/growth.ts'
import { referenceText, yearsOf } from '../plans/view.ts'
import { dividedText, standingSentence } from '../reviews/report-said.ts'
import { blocksOf } from './blocks.ts'
import type { Chart, HeaderPart, ReportContent } from './content.ts'
import { changesIn, decisionsIn, leftIn, tallyIn } from './findings.ts'
import { letterheadOf } from './letterhead.ts'
import { gatherReport, type Gathered, type ReportContext } from './gathered.ts'
import { plainText } from './prose.ts'
import { writtenWords } from './words.ts'
import { whoText } from '../texts/view.ts'

/**
 * The content of a closed review day's report, which page, PDF, Word and slides are made of (F30). Numbers, points and decisions come from the stored
 * snapshot alone; the words are those that were published, or with `draft` the latest saved. Undefined where there is no such day, or it is not closed.
 */
export async function reportContent(
  context: ReportContext,
  term: string,
  { draft }: { draft: boolean },
): Promise<ReportContent | undefined> {
  const gathered = await gatherReport(context, term, { draft })
  if (!gathered) return undefined
  const { tx, plan, lang, say, words } = context
  const { snapshot, closure, written, next } = gathered
  const spoken = words.reportText
  const texts = await writtenWords(tx, written, context)
  const [before, figure, rest] = standingSentence(snapshot, gathered.before, context)
  const divided = dividedText(snapshot.completion, context)
  const number = written?.reference ?? snapshot.plan.adoption.reference
  const content: Omit<ReportContent, 'blocks'> = {
    lang,
    ownLang: snapshot.plan.language,
    labels: plan.labels,
    kind: say(spoken.kinds[written?.kind ?? plan.letterhead?.kind ?? 'report']),
    title: say(words.report.heading, { term: termName(lang, term) }),
    plan: snapshot.plan.title,
    municipality: snapshot.plan.municipality,
    years: yearsOf({ periodFrom: snapshot.plan.period.from, periodTo: snapshot.plan.period.to }),
    letterhead: await letterheadOf(tx, plan, snapshot.plan.municipality),
    header: headerOf(context, gathered),
    reference: number ? referenceText(number, context) : undefined,
    dataDate: say(spoken.dataDate, {
      day: dayText(lang, snapshot.heldOn),
      closed: dayText(lang, dayOf(new Date(closure.closedAt))),
      clock: clock(lang, closure.closedAt),
    }),
    madeBy: say(spoken.madeBy, { who: within(makerOf(gathered)) }),
    counting: say(words.report.counting, { n: snapshot.completion.adopted, by: snapshot.plan.adoption.by }),
    checksum: shortChecksum(closure.hash),
    edition: editionOf(context, gathered),
    draft: draft && !gathered.published ? say(spoken.draft) : undefined,
    example: context.example ? say.split(words.common.example).join('') : undefined,
    url: addresses.review(addresses.plan(context.origin + addresses.bases[lang], plan.slug), term),
    completion: snapshot.completion,
    headline: { figure: before + figure, rest, divided },
    chart: chartOf(context, gathered),
    tally: tallyIn(gathered, context),
    changes: changesIn(gathered, context),
    left: leftIn(gathered, context),
    decisions: decisionsIn(gathered, context),
    proposals: texts.proposals.map(plainText),
    summary: texts.summary,
    next: next ? say(spoken.next, { day: dayText(lang, next.heldOn) }) : undefined,
  }
  return { ...content, blocks: blocksOf(content, texts, gathered, context) }
}

/** In which function the words were published or last saved; of a report without words, who closed the day. Never a name (A08). */
function makerOf({ written, published, snapshot, organisations }: Gathered): string {
  const by = published ?? written
  if (!by) return whoText(snapshot.closedBy.function, snapshot.closedBy.organisation?.name)
  return whoText(by.byFunction, organisations.get(by.byOrganisationId ?? 0))
}

function editionOf({ lang, say, words }: ReportContext, { written, published }: Gathered): string {
  const spoken = words.reportText
  if (published) {
    const day = dayText(lang, dayOf(new Date(published.recordedAt)))
    return say(spoken.edition, { n: published.edition ?? 1, day })
  }
  if (!written) return say(spoken.editionNone)
  const day = dayText(lang, dayOf(new Date(written.recordedAt)))
  return say(spoken.editionDraft, { day, clock: clock(lang, written.recordedAt) })
}

function headerOf({ lang, say, words }: ReportContext, gathered: Gathered): ReportContent['header'] {
  const { written, snapshot } = gathered
  const { header } = words.reportText
  const rows: Record<HeaderPart, string | null | undefined> = {
    reference: written?.reference ?? snapshot.plan.adoption.reference,
    paragraph: written?.paragraph && kept(written.paragraph),
    dated: written?.dated && dayText(lang, written.dated),
    addressee: written?.addressee,
    from: makerOf(gathered),
  }
  return (Object.keys(rows) as HeaderPart[]).flatMap((is) =>
    rows[is] ? [{ is, label: say(header[is]), text: rows[is] }] : [],
  )
}

function chartOf(context: ReportContext, { closed, snapshot }: Gathered): Chart {
  const { lang, say, words } = context
  const spoken = words.reportText.chart
  const counted = closed.map(({ review, snapshot: { completion } }) => ({
    term: review.term,
    heldOn: review.heldOn,
    count: completion,
  }))
  return {
    sentence: growthSentence(counted, context),
    adopted: snapshot.completion.adopted,
    closedLabel: say(spoken.closed),
    embeddedLabel: say(spoken.embedded),
    dayLabel: say(spoken.day),
    columns: counted.map(({ term, heldOn, count }) => ({
      label: termShort(lang, term),
      day: heldOn,
      closed: count.closed,
      embedded: count.embedded,
    })),
  }
}
