import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { readinessCount } from '#domain/readiness.ts'
import { preparationDay } from '#domain/review.ts'
import { can } from '#domain/roles.ts'
import { dayShort } from '#words/format.ts'
import type { TodoContext } from '../../http/todo-context.ts'
import { quietly, type Duty } from '../../http/duty.ts'
import { listOrganisations } from '../../people/organisations.store.ts'
import { whoText, shownText } from '../../texts/view.ts'
import { readTexts } from '../../texts/store.ts'
import { readyPoints } from './readiness.ts'
import { openHelp } from './store.ts'

/** What the preparation asks of whoever leads the plan: help that nobody has replied to, and to see who has answered (idea 19, F24). */
export async function preparationDuties(context: TodoContext): Promise<Duty[]> {
  if (!can(context.roles, 'review.plan')) return []
  return [...(await helpAskedFor(context)), ...(await boardDuty(context))]
}

async function helpAskedFor(context: TodoContext): Promise<Duty[]> {
  const { tx, plan, standing, reviews, next, today, path, lang, say, words } = context
  const spoken = words.mine.duties
  const asked = await openHelp(tx, plan.id)
  if (asked.size === 0) return []
  const texts = await readTexts(
    tx,
    [...asked.values()].map(({ textId }) => textId),
  )
  const organisations = new Map((await listOrganisations(tx)).map((one) => [one.id, one.name]))
  // It is taken up at the meeting, and replied to on the board of the next review day, else of the latest.
  const review = next ?? reviews.at(-1)
  const board = review && addresses.readiness(path, review.term)
  return standing.flatMap((point): Duty[] => {
    const help = asked.get(point.id)
    if (!help) return []
    const { number, title } = point
    const on = dayOf(new Date(help.recordedAt))
    const who = whoText(help.byFunction, organisations.get(help.onBehalfOfId ?? help.byOrganisationId ?? 0))
    const href = board ?? addresses.point(path, number)
    return [
      {
        key: `help-${help.id}`,
        when: 'due',
        day: on,
        number,
        title: say(spoken.help, { title }),
        href: addresses.point(path, number),
        facts: [
          { text: shownText(texts.get(help.textId) ?? null, context)?.text ?? '', tone: 'own' },
          ...quietly(say(spoken.helpBy, { who, day: dayShort(lang, on) })),
        ],
        action: {
          label: say(next?.heldOn === today ? spoken.helpAtMeeting : spoken.helpReply),
          name: say(spoken.helpReplyName, { number, title }),
          href,
        },
      },
    ]
  })
}

async function boardDuty({ tx, plan, next, now, today, path, say, words }: TodoContext): Promise<Duty[]> {
  const spoken = words.mine
  if (!next || (next.askedAt === null && today < preparationDay(next))) return []
  const ready = await readyPoints(tx, plan, now)
  if (ready.length === 0) return []
  const { missing, needs_help: help } = readinessCount(ready.map(({ readiness }) => readiness))
  const asked = next.askedAt !== null
  return [
    {
      key: `board-${next.term}`,
      // All have answered: it is there to be read.
      when: !asked || missing > 0 ? 'due' : 'waiting',
      day: asked ? dayOf(new Date(next.askedAt!)) : preparationDay(next),
      title: say(spoken.heard, { heard: ready.length - missing, n: ready.length }),
      facts: [
        ...(help > 0 ? [{ text: say(spoken.needHelp, { n: help }), tone: 'risk' as const }] : []),
        ...(asked ? [] : quietly(say(spoken.notAsked))),
      ],
      action: { label: say(spoken.board), href: addresses.readiness(path, next.term) },
    },
  ]
}
