import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { inFours, matchChecksum } from '#domain/checksum.ts'
import { capitalised, clock, dated, dayText, termName } from '#words/format.ts'
import { type PageAnswer, Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { correctionsAfter } from '../reviews/corrections.store.ts'
import { listReviews, type Closure, type Review } from './review-days.store.ts'
import { correctionText } from '../reviews/view.ts'
import { layoutPlanOf } from './layout-plan.view.ts'
import { remarkViews } from '../reviews/afterwards/view.ts'

type Locked = Review & { closure: Closure }
type Later = PrintedData['later'][number]

/** The plan's locked reports with their checksums, and which of them a typed one belongs to. */
export async function loadPrinted(context: PlanPageContext): Promise<PageAnswer<PrintedData>> {
  const { tx, plan, lang, say, words, query } = context
  const spoken = words.printed
  const reviews = (await listReviews(tx, plan.id)).filter((one): one is Locked => Boolean(one.closure))
  const typed = (query.summa ?? '').slice(0, 200)
  const later = (await Promise.all(reviews.map((review) => laterThan(review, context)))).flat()
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'about',
    data: {
      typed,
      verdict: verdictOf(typed, reviews, later, context),
      reports: reviews.toReversed().map(({ term, closure }) => ({
        term,
        name: capitalised(termName(lang, term)),
        locked: lockedText(closure, context),
        count: say(spoken.count, countOf(closure)),
        checksum: inFours(closure.hash),
      })),
      later: later.sort((a, b) => (a.day.day < b.day.day ? 1 : a.day.day > b.day.day ? -1 : 0)),
      source: reviews.length > 0 ? api.review(plan.slug, reviews.at(-1)!.term) : api.reviews(plan.slug),
    },
  }
}

const countOf = ({ snapshot }: Closure) => ({
  completed: snapshot.completion.completed,
  adopted: snapshot.completion.adopted,
})

const lockedText = ({ closedAt }: Closure, { lang, say, words }: PlanPageContext): string =>
  say(words.printed.locked, { day: dayText(lang, dayOf(new Date(closedAt))), clock: clock(lang, closedAt) })

function verdictOf(
  typed: string,
  reviews: readonly Locked[],
  later: readonly Later[],
  context: PlanPageContext,
): PrintedData['verdict'] {
  const { base, plan, lang, say, words } = context
  const spoken = words.printed
  const hashes = reviews.map(({ closure }) => closure.hash)
  const matched = matchChecksum(typed, hashes)
  if (matched.kind === 'nothing') return null
  if (matched.kind !== 'known') {
    const { malformed, short, unknown } = spoken
    const told = { malformed, short, unknown }[matched.kind]
    return { known: false, title: say(told.title), text: say(told.text), report: null }
  }
  const { term, closure } = reviews[matched.at]!
  const href = addresses.review(addresses.plan(base, plan.slug), term)
  const corrected = later.filter((one) => one.href.startsWith(`${href}#`)).length
  const named = { term: termName(lang, term), ...countOf(closure), n: corrected }
  return {
    known: true,
    title: say(spoken.known.title, named),
    text: `${say(spoken.known.text, named)} ${lockedText(closure, context)}. ${say(
      corrected > 0 ? spoken.known.corrected : spoken.known.uncorrected,
      named,
    )}`,
    report: { text: say(spoken.known.read, named), href },
  }
}

/** What has been corrected of a report since it was locked, and what has been said of it. */
async function laterThan(review: Locked, context: PlanPageContext): Promise<Later[]> {
  const { tx, plan, lang, base } = context
  const { term, closure } = review
  const { snapshot, closedAt } = closure
  const titles = new Map(snapshot.points.map(({ number, title }) => [number, title]))
  const report = capitalised(termName(lang, term))
  const page = addresses.review(addresses.plan(base, plan.slug), term)
  const corrections = await correctionsAfter(tx, plan.id, snapshot.heldOn, closedAt)
  const remarks = await remarkViews(context, review.id, titles)
  return [
    ...corrections.map((correction) => ({
      key: `${term}-u${correction.id}`,
      day: dated(lang, dayOf(new Date(correction.recordedAt))),
      report,
      href: `${page}#rattat`,
      point: { number: correction.number, title: titles.get(correction.number) ?? '' },
      text: correctionText(correction, context),
      own: false,
    })),
    ...remarks.map(({ key, day, point, text, masked }) => ({
      key: `${term}-${key}`,
      day,
      report,
      href: `${page}#${key}`,
      point,
      text,
      own: !masked,
    })),
  ]
}

/** `/{plan}/kontrollera`: which locked report a printed page belongs to, and what has been corrected since. */
export const PrintedData = Type.Object({
  typed: Type.String(),
  /** What came of the comparison, when something was typed. */
  verdict: Maybe(
    Type.Object({
      known: Type.Boolean(),
      title: Type.String(),
      text: Type.String(),
      report: Maybe(Type.Object({ text: Type.String(), href: Type.String() })),
    }),
  ),
  reports: Type.Array(
    Type.Object({
      term: Type.String(),
      name: Type.String(),
      locked: Type.String(),
      count: Type.String(),
      checksum: Type.String(),
    }),
  ),
  /** Corrections and remarks beside the reports, the latest first. */
  later: Type.Array(
    Type.Object({
      key: Type.String(),
      day: Dated,
      /** Which report it stands beside. */
      report: Type.String(),
      href: Type.String(),
      point: Maybe(Type.Object({ number: Type.String(), title: Type.String() })),
      text: Type.String(),
      /** The words are the plan's own language. */
      own: Type.Boolean(),
    }),
  ),
  /** Where the locked text itself is found. */
  source: Type.String(),
})
export type PrintedData = Static<typeof PrintedData>

export const printedPage: PlanPage = {
  of: 'plan',
  path: '/:plan/kontrollera',
  view: 'plans/CheckPrint',
  schema: PrintedData,
  access: 'open',
  catalogues: ['printed'],
  script: 'none',
  load: loadPrinted,
}
