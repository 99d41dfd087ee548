import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { afterwardsReasons } from '#domain/afterwards.ts'
import { dayOf } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import { isCompleted } from '#domain/status.ts'
import { capitalised, dayText, datedWithWeekday, hoursText, termName, clock } from '#words/format.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { readTexts } from '../../texts/store.ts'
import { participantsOf } from '../store.ts'
import { findReview, type Review, type Closure } from '../../plans/review-days.store.ts'
import { spokenOn, minutesOf } from './minutes.store.ts'
import { shownText } from '../../texts/view.ts'
import { listOrganisations } from '../../people/organisations.store.ts'
import { Maybe } from '../../http/schema.ts'

/**
 * The minutes as they begin: plain text of what was entered on a closed review day – day and place, who took part by function, how every
 * point stood with what was said of it, what is left, and the decisions.
 */
export async function minutesDraft(
  context: PlanPageContext,
  review: Review,
  { snapshot }: Closure,
): Promise<string> {
  const { tx, lang, say, words } = context
  const spoken = words.minutes
  const comments = await spokenOn(tx, review.id)
  const texts = await readTexts(tx, [
    review.guestId,
    ...comments.map(({ textId }) => textId),
    ...snapshot.decisions.map(({ text }) => text.text),
  ])
  const body = (id: number | null) => shownText(texts.get(id ?? 0) ?? null, context)?.text ?? ''
  const saidOf = (number: string | null) =>
    comments.filter(({ point }) => point === number).map(({ textId }) => `  ${body(textId)}`)
  const points = snapshot.points.toSorted((a, b) => compareNumbers(a.number, b.number))
  const line = ({ number, title, status, outlook }: (typeof points)[number]) => {
    const late =
      outlook === 'late' || outlook === 'at_risk' ? `, ${say(words.status.outlookWithin[outlook])}` : ''
    return say(spoken.line, { number, title, status: `${say(words.status.within[status])}${late}` })
  }
  const left = points.filter(({ status }) => !isCompleted(status))
  const guest = body(review.guestId)
  const { startsAt, endsAt, place } = review
  const when = [datedWithWeekday(lang, review.heldOn).text, startsAt && hoursText(lang, startsAt, endsAt)]
  const sections = [
    [say(spoken.head, { term: termName(lang, review.term), plan: snapshot.plan.title })],
    [
      say(spoken.when, { day: when.filter(Boolean).join(' ') }),
      ...(place ? [say(spoken.where, { place })] : []),
      ...(guest ? [say(spoken.guest, { guest })] : []),
    ],
    [say(spoken.present), ...(await presentOn(context, review))],
    [say(spoken.standing), say(spoken.count, { ...snapshot.completion, added: '' }), ...saidOf(null)],
    [say(spoken.pointsHead), ...points.flatMap((point) => [line(point), ...saidOf(point.number)])],
    [
      say(spoken.left),
      ...(left.length > 0 ? left.map(({ number, title }) => `${number} ${title}`) : [say(spoken.leftNone)]),
    ],
    [
      say(spoken.decisions),
      ...(snapshot.decisions.length === 0 ? [say(spoken.decisionsNone)] : []),
      ...snapshot.decisions.map(({ text, responsible, dueOn }, index) => {
        const who = [responsible.organisation?.name, responsible.function].filter(Boolean).join(', ')
        const more = [
          ...(who ? [say(spoken.responsible, { who })] : []),
          ...(dueOn ? [say(spoken.due, { day: dayText(lang, dueOn) })] : []),
        ]
        return [
          `${index + 1}. ${body(text.text)}`,
          ...(more.length > 0 ? [`   ${more.join('. ')}.`] : []),
        ].join('\n')
      }),
    ],
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

async function presentOn({ tx, say, words }: PlanPageContext, review: Review): Promise<string[]> {
  const spoken = words.minutes
  const names = new Map((await listOrganisations(tx)).map(({ id, name }) => [id, name]))
  const all = await participantsOf(tx, review.id)
  if (all.length === 0) return [say(spoken.presentNone)]
  return all.map(({ function: what, organisationId, attended }) => {
    const who = capitalised([what, names.get(organisationId ?? 0)].filter(Boolean).join(', '))
    return attended === false ? say(spoken.absent, { who }) : who
  })
}

/** `/{plan}/avstamningar/{term}/minnesanteckning`: internal; made of what was entered, changed freely, every version kept. */
export const MinutesData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  text: Type.String(),
  /** The id of the latest version, which a change is based on; null while nothing is saved. */
  latest: Maybe(Type.Integer()),
  /** When the shown one was saved; null for the draft. */
  saved: Maybe(Type.Object({ n: Type.Integer(), day: Type.String(), clock: Type.String() })),
  /** An earlier version is read, not changed. */
  earlier: Type.Boolean(),
  versions: Type.Array(Type.Object({ n: Type.Integer(), href: Type.String(), text: Type.String() })),
})
export type MinutesData = Static<typeof MinutesData>

export const minutesPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/minnesanteckning',
  view: 'reviews/afterwards/Minutes',
  schema: MinutesData,
  access: 'review.plan',
  catalogues: ['minutes', 'afterwards', 'saving'],
  refusals: [...afterwardsReasons],
  script: 'page',
  load: loadMinutes,
}

async function loadMinutes(context: PlanPageContext): Promise<PageAnswer<MinutesData> | undefined> {
  const { tx, plan, lang, base, say, words, params, query } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const all = await minutesOf(tx, review.id)
  const texts = await readTexts(
    tx,
    all.map(({ textId }) => textId),
  )
  const asked = all[Number(query.version) - 1]
  const shown = asked ?? all.at(-1)
  const at = shown && {
    n: all.indexOf(shown) + 1,
    day: dayText(lang, dayOf(new Date(shown.recordedAt))),
    clock: clock(lang, shown.recordedAt),
  }
  const name = termName(lang, review.term)
  const title = say(words.minutes.title, { term: name, plan: plan.title })
  const path = addresses.minutes(addresses.plan(base, plan.slug), review.term)
  const draft = shown || !review.closure ? '' : await minutesDraft(context, review, review.closure)
  return {
    title,
    description: title,
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      closed: review.closure !== null,
      text: shown ? (shownText(texts.get(shown.textId) ?? null, context)?.text ?? '') : draft,
      latest: all.length > 0 ? all.at(-1)!.id : null,
      saved: at ?? null,
      earlier: shown !== all.at(-1),
      versions: all.slice(0, -1).map(({ recordedAt }, index) => ({
        n: index + 1,
        href: addresses.asking(path, { version: index + 1 }),
        text: say(words.minutes.version, {
          n: index + 1,
          day: dayText(lang, dayOf(new Date(recordedAt))),
          clock: clock(lang, recordedAt),
        }),
      })),
    },
  }
}
