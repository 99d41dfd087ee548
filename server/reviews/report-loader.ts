import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { shortChecksum } from '#domain/checksum.ts'
import { capitalised, clock, dated, datedWithWeekday, dayText, termName, type Dated } from '#words/format.ts'
import { correctionsAfter } from './corrections.store.ts'
import type { PageAnswer } from '../http/layout.ts'
import { hearingsOf } from './afterwards/hearings.store.ts'
import type { PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { referenceText, yearsOf } from '../plans/view.ts'
import { tallyOf } from '../plans/growth.ts'
import { readTexts } from '../texts/store.ts'
import { careOf, leftOf } from './report-left.ts'
import type { ReportData } from './report.page.ts'
import { filesIn, saidOf, dividedText, standingSentence } from './report-said.ts'
import { correctionText, reviewView } from './view.ts'
import { notReportedText, sinceOf } from './report-changed.ts'
import { everyReview, type Closure, type Review } from '../plans/review-days.store.ts'
import { hearingView, answerViews, remarkViews } from './afterwards/view.ts'
import { invitationPart } from './invitations/view.ts'
import { followUpView } from '../points/follow-up/view.ts'
import { downloadsOf, writtenPart } from '../reports/view.ts'
import { openMeetings } from './open-meeting.store.ts'

/**
 * The report of a review day. A closed one is drawn from its stored snapshot alone – only the texts it points at are fetched, since
 * they can be masked – so that nothing that happens later can change it. Undefined when the plan has no such review day.
 */
export async function loadReport(context: PlanPageContext): Promise<PageAnswer<ReportData> | undefined> {
  const { tx, plan, lang, say, words } = context
  const every = await everyReview(tx, plan.id)
  const reviews = every.filter(({ cancelled, term }) => !cancelled || term === context.params.term)
  const at = reviews.findIndex((review) => review.term === context.params.term)
  const review = reviews[at]
  if (!review) return undefined
  const spoken = words.report
  const term = termName(lang, review.term)
  const previous = reviews[at - 1]
  const next = reviews[at + 1]
  const closed = review.closure ? await closedPart(context, review.id, review.closure, reviews) : null
  const open = review.closure ? null : await openPart(context, review)
  const snapshot = review.closure?.snapshot
  const named = { term, plan: plan.title }
  const reference = snapshot ? snapshot.plan.adoption.reference : plan.reference
  return {
    title: say(spoken.title, named),
    description: snapshot
      ? say(spoken.description, { ...named, ...snapshot.completion, added: '' })
      : say(spoken.descriptionOpen, named),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    script: open?.invitation ? 'page' : undefined,
    data: {
      term: review.term,
      name: term,
      title: snapshot?.plan.title ?? plan.title,
      years: yearsOf(
        snapshot ? { periodFrom: snapshot.plan.period.from, periodTo: snapshot.plan.period.to } : plan,
      ),
      held: capital(datedWithWeekday(lang, review.heldOn)),
      reference: reference ? referenceText(reference, context) : null,
      closed,
      open,
      previous: previous ? linkTo(context, previous) : null,
      next: next ? linkTo(context, next) : null,
    },
  }
}

const capital = ({ text, day }: Dated): Dated => ({ text: capitalised(text), day })

const linkTo = ({ lang }: PlanPageContext, { term }: Review) => ({
  term,
  name: capitalised(termName(lang, term)),
})

async function closedPart(
  context: PlanPageContext,
  reviewId: number,
  closure: Closure,
  reviews: readonly Review[],
): Promise<NonNullable<ReportData['closed']>> {
  const { tx, plan, lang, say, words } = context
  const { snapshot, closedAt, hash } = closure
  const spoken = words.report
  const before = reviews.find((review) => review.term === snapshot.since?.term)?.closure?.snapshot
  const texts = await readTexts(tx, [
    ...snapshot.points.flatMap(({ reason, note }) => [reason?.text ?? null, note?.text ?? null]),
    ...snapshot.decisions.map((decision) => decision.text.text),
    ...(snapshot.comments ?? []).map((comment) => comment.text.text),
  ])
  const since = sinceOf(snapshot, before, context)
  const notReported = notReportedText(snapshot, before, context)
  const divided = dividedText(snapshot.completion, context)
  const { added } = snapshot.completion
  const { left, leftSentence } = leftOf(snapshot, texts, context)
  const activities = snapshot.points.reduce((sum, point) => sum + point.activities, 0)
  const corrections = await correctionsAfter(tx, plan.id, snapshot.heldOn, closedAt)
  const answers = await answerViews(context)
  const embedded = new Set(
    snapshot.points.filter(({ status }) => status === 'embedded').map(({ number }) => number),
  )
  const withAnswers = (care: ReturnType<typeof careOf>) => ({
    ...care,
    decisions: care.decisions.map((decision, index) => {
      const own = answers.get(snapshot.decisions[index]!.text.text) ?? []
      return { ...decision, answers: own.length > 0 ? own : null }
    }),
  })
  const written = await writtenPart(context, reviewId)
  return {
    written: written ?? null,
    downloads: downloadsOf(context, snapshot.term, { draft: written?.draft ?? false }),
    at: say(spoken.locked, { day: dayText(lang, dayOf(new Date(closedAt))), clock: clock(lang, closedAt) }),
    standing: standingSentence(snapshot, before, context),
    divided: divided ?? null,
    added:
      added.adopted > 0
        ? say(words.dashboard.addedLater, { n: added.adopted, completed: added.completed })
        : null,
    groups: tallyOf(snapshot.points),
    ...since,
    notReported: notReported ?? null,
    leftSentence,
    left,
    ...withAnswers(careOf(snapshot, texts, left, context)),
    ...saidOf(snapshot, texts, context),
    activities: activities > 0 ? say(spoken.activities, { n: activities }) : null,
    files: await filesIn(snapshot, context),
    counting: say(spoken.counting, { n: snapshot.completion.adopted, by: snapshot.plan.adoption.by }),
    checksum: say(spoken.checksum, { hash: shortChecksum(hash) }),
    match: say.split(spoken.match, {
      address: addresses.checkPrint(
        addresses.plan(context.origin.replace(/^https?:\/\//, '') + context.base, plan.slug),
      ),
    }),
    corrections: corrections.map((correction) => ({
      key: `u${correction.id}`,
      day: dated(lang, dayOf(new Date(correction.recordedAt))),
      number: correction.number,
      title: snapshot.points.find((point) => point.number === correction.number)?.title ?? '',
      text: correctionText(correction, context),
    })),
    still: (await followUpView(context)).filter(({ number }) => embedded.has(number)),
    hearings: (await hearingsOf(tx, plan.id))
      .filter((hearing) => hearing.reviewId === reviewId)
      .map((hearing) => hearingView(hearing, context)),
    remarks: await remarkViews(
      context,
      reviewId,
      new Map(snapshot.points.map(({ number, title }) => [number, title])),
    ),
  }
}

/** Why there is no report yet: the day has been cancelled, is still to come, or was held and is not locked. */
function openWords({ lang, say, words, today }: PlanPageContext, review: Review) {
  const spoken = words.report
  const day = dayText(lang, review.heldOn)
  if (review.cancelled) {
    const at = dayText(lang, dayOf(new Date(review.cancelled.at)))
    return { sentence: say(spoken.cancelled), text: say(spoken.cancelledText, { day, at }) }
  }
  if (review.heldOn > today) {
    return { sentence: say(spoken.openComing, { day }), text: say(spoken.openComingText) }
  }
  return { sentence: say(spoken.openHeld), text: say(spoken.openHeldText, { day }) }
}

/** A review day that is not closed tells what is known of it; its report does not exist. */
async function openPart(context: PlanPageContext, review: Review): Promise<NonNullable<ReportData['open']>> {
  const { tx, plan } = context
  const texts = await readTexts(tx, [review.guestId, review.agendaId, review.cancelled?.textId ?? null])
  const invitation = review.cancelled ? undefined : await invitationPart(context, review)
  return {
    ...openWords(context, review),
    told: reviewView(review, { open: await openMeetings(tx, plan.id), texts }, context),
    invitation: invitation ?? null,
  }
}
