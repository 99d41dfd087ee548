import { Type, type Static } from 'typebox'
import { reviewFactReasons, reviewReasons } from '#domain/review.ts'
import { dated, inOrderOf, termName, type Lang } from '#words/format.ts'
import { type PageAnswer, Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { membersOf } from '../people/members.store.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { lastClosedDay, listReviews, type Review } from '../plans/review-days.store.ts'
import { readTexts } from '../texts/store.ts'
import { invitedTo, whyNotCancel } from './cancel.store.ts'
import { participantRows } from './json.ts'
import { listOrganisations } from '../people/organisations.store.ts'

/** What the forms of a review day need. Undefined when the plan has no such day. */
export async function loadChanging(context: PlanPageContext): Promise<PageAnswer<ChangingData> | undefined> {
  const { tx, plan, params, lang, say, words } = context
  const reviews = await listReviews(tx, plan.id)
  const review = reviews.find(({ term }) => term === params.term)
  if (!review) return undefined
  const named = { term: termName(lang, review.term), plan: plan.title }
  const lastClosed = await lastClosedDay(tx, plan.id)
  const compare = inOrderOf(lang)
  const mayBeCancelled = (await whyNotCancel(tx, plan.id, review)).length === 0
  return {
    title: say(words.reviewChanging.title, named),
    description: say(words.reviewChanging.description, named),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name: named.term,
      closed: review.closure !== null,
      draft: await draftOf(context, review),
      adoptedOn: plan.adoptedOn,
      lastClosed: lastClosed ? dated(lang, lastClosed) : null,
      others: reviews.filter((one) => one !== review).map(({ term, heldOn }) => ({ term, heldOn })),
      participants: (await participantRows(tx, review.id)).map(
        ({ function: spoken, organisation, attended }) => ({
          function: spoken,
          organisation: organisation?.code ?? '',
          attended: attended === null ? '' : attended ? 'yes' : 'no',
        }),
      ),
      cancelling: mayBeCancelled
        ? { invited: (await invitedTo(tx, plan.id, review.id)).length, mail: context.mail }
        : null,
      suggested: await suggestedIn(context),
      organisations: (await listOrganisations(tx))
        .map(({ code, name }) => ({ value: code, label: name }))
        .sort((a, b) => compare(a.label, b.label)),
    },
  }
}

/** `13:00` as the reader writes it. */
const clockIn = (lang: Lang, clock: string | null): string =>
  lang === 'sv' ? (clock ?? '').replace(':', '.') : (clock ?? '')

async function draftOf({ tx, lang }: PlanPageContext, review: Review): Promise<FactsDraft> {
  const texts = await readTexts(tx, [review.guestId, review.agendaId])
  const body = (id: number | null) => texts.get(id ?? 0)?.body ?? ''
  return {
    heldOn: review.heldOn,
    startsAt: clockIn(lang, review.startsAt),
    endsAt: clockIn(lang, review.endsAt),
    place: review.place ?? '',
    videoUrl: review.videoUrl ?? '',
    guest: body(review.guestId),
    agenda: body(review.agendaId),
    preparedFrom: review.preparedFrom ?? '',
  }
}

/** The functions of those who lead the plan or answer for its points, each once; never what anybody is called. */
async function suggestedIn({ tx, plan }: PlanPageContext): Promise<ParticipantDraft[]> {
  const members = await membersOf(tx, plan.id)
  const rows = members
    .filter(({ person }) => person.deactivatedAt === null)
    .flatMap(({ memberships }) => memberships)
    .filter(({ role, endedAt }) => endedAt === null && (role === 'strategist' || role === 'reporter'))
    .map((held) => ({
      function: held.function,
      organisation: held.organisation?.code ?? '',
      attended: '' as const,
    }))
  return [...new Map(rows.map((row) => [`${row.function} ${row.organisation}`, row])).values()]
}

/** What is told of a review day, as its form holds it; '' where nothing is. Clocks as the reader writes them: `13.00`. */
export const FactsDraft = Type.Object({
  heldOn: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  place: Type.String(),
  videoUrl: Type.String(),
  guest: Type.String(),
  agenda: Type.String(),
  preparedFrom: Type.String(),
})
export type FactsDraft = Static<typeof FactsDraft>

/** A row of who takes part; `attended` is '' until somebody has said. */
export const ParticipantDraft = Type.Object({
  function: Type.String(),
  organisation: Type.String(),
  attended: Type.Unsafe<'' | 'yes' | 'no'>({ type: 'string' }),
})
export type ParticipantDraft = Static<typeof ParticipantDraft>

/** `/{plan}/avstamningar/{term}/andra`: its day and what is told of it, and who takes part. */
export const ChangingData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  draft: FactsDraft,
  /** What the rule compares a new day with; the review day itself is left out. */
  adoptedOn: Type.String(),
  lastClosed: Maybe(Dated),
  others: Type.Array(Type.Object({ term: Type.String(), heldOn: Type.String() })),
  participants: Type.Array(ParticipantDraft),
  /** Functions of those who lead the plan or answer for points. */
  suggested: Type.Array(ParticipantDraft),
  /** Whether it can be cancelled, how many were invited and are told, and whether mail leaves from here. */
  cancelling: Maybe(Type.Object({ invited: Type.Integer(), mail: Type.Boolean() })),
  organisations: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
})
export type ChangingData = Static<typeof ChangingData>

export const changingPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/andra',
  view: 'reviews/Change',
  schema: ChangingData,
  access: 'review.plan',
  catalogues: ['reviewChanging', 'reviewFacts', 'saving'],
  refusals: [...reviewReasons, ...reviewFactReasons],
  script: 'page',
  load: loadChanging,
}
