import * as addresses from '#domain/addresses.ts'
import { dayOf, daysBetween } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { thanksWithin } from '#domain/thanks.ts'
import { dayText, termName } from '#words/format.ts'
import { openDecisions, type StandingDecision } from '../decisions.store.ts'
import { minutesOf } from './minutes.store.ts'
import { ownPoints, type TodoContext } from '../../http/todo-context.ts'
import { quietly, type Duty } from '../../http/duty.ts'
import { listOrganisations } from '../../people/organisations.store.ts'
import { shownText } from '../../texts/view.ts'
import { readTexts } from '../../texts/store.ts'
import { ambassadorsOf } from './thanks.store.ts'
import { closedDecisions } from './store.ts'

/** What a locked review day leaves: minutes and thanks for those who lead, and decisions for whoever answers for them (F25, F26). */
export async function afterwardsDuties(context: TodoContext): Promise<Duty[]> {
  return [...(await lastDay(context)), ...(await decided(context))]
}

async function lastDay({
  tx,
  plan,
  roles,
  reviews,
  today,
  path,
  lang,
  say,
  words,
}: TodoContext): Promise<Duty[]> {
  const last = reviews.findLast(({ closure }) => closure)
  if (!last?.closure || !can(roles, 'review.plan')) return []
  const day = dayOf(new Date(last.closure.closedAt))
  // What has not been done for so long was not meant to be.
  if (daysBetween(day, today) > thanksWithin) return []
  const spoken = words.mine.duties
  const term = termName(lang, last.term)
  const duty = (key: string, title: string, label: string, href: string): Duty => ({
    key: `${key}-${last.term}`,
    when: 'waiting',
    day,
    title,
    facts: [],
    action: { label, name: title, href },
  })
  const unthanked = (await ambassadorsOf(tx, plan.id, last.id)).filter(({ thanked, off }) => !thanked && !off)
  return [
    ...((await minutesOf(tx, last.id)).length === 0
      ? [
          duty(
            'minutes',
            say(spoken.minutes, { term }),
            say(spoken.minutesWrite),
            addresses.minutes(path, last.term),
          ),
        ]
      : []),
    ...(unthanked.length > 0
      ? [
          duty(
            'thanks',
            say(spoken.thanks, { n: unthanked.length, term }),
            say(spoken.thanksGo),
            addresses.afterwards(path, last.term),
          ),
        ]
      : []),
  ]
}

/** Decisions that are not answered as done: for whoever is to carry them out each by itself, for those who lead one row for each review day. */
async function decided(context: TodoContext): Promise<Duty[]> {
  const { tx, plan, roles } = context
  if (!can(roles, 'update.record')) return []
  const open = await openDecisions(tx, plan.id)
  if (open.length === 0) return []
  const terms = new Map((await closedDecisions(tx, plan.id)).map(({ id, term }) => [id, term]))
  const known = open.map((decision) => ({ ...decision, term: terms.get(decision.id) ?? '' }))
  if (!can(roles, 'review.plan')) return carriedOut(context, known.filter(await concerning(context)))
  return [...Map.groupBy(known, ({ term }) => term)].flatMap(([term, own]) => unanswered(context, term, own))
}

type Known = StandingDecision & { term: string }

const isLate = ({ dueOn }: Known, { today }: TodoContext): boolean => dueOn !== null && dueOn <= today

async function carriedOut(context: TodoContext, open: readonly Known[]): Promise<Duty[]> {
  const { tx, path, lang, say, words } = context
  const spoken = words.mine.duties
  const texts = await readTexts(
    tx,
    open.map(({ text }) => text.text),
  )
  return open.map((decision) => {
    const { id, text, dueOn, recordedAt, term } = decision
    const late = isLate(decision, context)
    return {
      key: `decision-${id}`,
      when: late ? 'due' : dueOn === null ? 'waiting' : 'upcoming',
      day: dueOn ?? dayOf(new Date(recordedAt)),
      title: shownText(texts.get(text.text) ?? null, context)?.text ?? '',
      own: true,
      href: addresses.review(path, term),
      facts: quietly(
        say(spoken.decidedAt, { term: termName(lang, term) }),
        dueOn !== null && say(late ? spoken.decisionLate : spoken.decisionDue, { day: dayText(lang, dueOn) }),
      ),
    }
  })
}

/** Those whose day has come, or that have none, wait for somebody to say what became of them. */
function unanswered(context: TodoContext, term: string, open: readonly Known[]): Duty[] {
  const { path, lang, say, words } = context
  const spoken = words.mine.duties
  const asking = open.filter((one) => one.dueOn === null || isLate(one, context))
  if (asking.length === 0) return []
  const title = say(spoken.decisions, { n: asking.length, term: termName(lang, term) })
  const days = asking.flatMap(({ dueOn }) => dueOn ?? []).sort()
  return [
    {
      key: `decisions-${term}`,
      when: 'waiting',
      day: days.at(-1) ?? dayOf(new Date(asking[0]!.recordedAt)),
      title,
      facts: quietly(days.length > 0 && say(spoken.decisionsFrom, { day: dayText(lang, days[0]!) })),
      action: {
        label: say(spoken.answerDecision),
        name: title,
        href: addresses.afterwards(path, term),
      },
    },
  ]
}

/** Whether a decision is for the person: their organisation is to do it, or it names a point they answer for. */
async function concerning(context: TodoContext): Promise<(decision: StandingDecision) => boolean> {
  const { tx, viewer, plan } = context
  const ids = new Set(
    viewer.memberships.filter(({ planId }) => planId === plan.id).map(({ organisationId }) => organisationId),
  )
  const codes = new Set((await listOrganisations(tx)).filter(({ id }) => ids.has(id)).map(({ code }) => code))
  const numbers = new Set(ownPoints(context).map(({ number }) => number))
  return ({ responsible, points }) =>
    responsible.organisation
      ? codes.has(responsible.organisation.code)
      : points.some((one) => numbers.has(one))
}
