import { compareNumbers } from '#domain/number.ts'
import { isCompleted } from '#domain/status.ts'
import { capitalised, dayText, datedWithWeekday, hoursText, termName } from '#words/format.ts'
import { listOrganisations } from '../organisations/store.ts'
import type { PlanPageContext } from '../page.ts'
import { toldOf } from '../plans/troubled.ts'
import { participantsOf, type Closure, type Review } from '../reviews/store.ts'
import { readTexts } from '../texts/store.ts'
import { spokenOn } from './store.ts'

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
  const body = (id: number | null) => toldOf(texts.get(id ?? 0) ?? null, context)?.text ?? ''
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
