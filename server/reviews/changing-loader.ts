import { dated, inOrderOf, termName, type Lang } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import { membersOf } from '../members/store.ts'
import { listOrganisations } from '../organisations/store.ts'
import type { PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { lastClosedDay } from '../points/store.ts'
import { readTexts } from '../texts/store.ts'
import { participantRows } from './answer.ts'
import type { ChangingData, FactsDraft, ParticipantDraft } from './changing-page.ts'
import { invitedTo, whyNotCancel } from '../cancellations/store.ts'
import { listReviews, type Review } from './store.ts'

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
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name: named.term,
      closed: review.closure !== null,
      draft: await draftOf(context, review),
      adoptedOn: plan.adoptedOn,
      ...(lastClosed && { lastClosed: dated(lang, lastClosed) }),
      others: reviews.filter((one) => one !== review).map(({ term, heldOn }) => ({ term, heldOn })),
      participants: (await participantRows(tx, review.id)).map(
        ({ function: spoken, organisation, attended }) => ({
          function: spoken,
          organisation: organisation?.code ?? '',
          attended: attended === null ? '' : attended ? 'yes' : 'no',
        }),
      ),
      ...(mayBeCancelled && {
        cancelling: { invited: (await invitedTo(tx, plan.id, review.id)).length, mail: context.mail },
      }),
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
