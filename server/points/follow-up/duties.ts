import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { dayText } from '#words/format.ts'
import type { TodoContext } from '../../http/todo-context.ts'
import { quietly, type Duty } from '../../http/duty.ts'
import { waitingFollowUps } from './store.ts'

/** *Lever det än?*: questions about embedded points that wait for whoever answers for them (idea 2). */
export async function followUpDuties({
  tx,
  viewer,
  plan,
  standing,
  path,
  lang,
  say,
  words,
}: TodoContext): Promise<Duty[]> {
  const spoken = words.mine.duties
  const waiting = await waitingFollowUps(tx, plan.id, viewer.personId)
  return waiting.map(({ id, number, months, askedAt }) => {
    const on = dayOf(new Date(askedAt))
    const title = standing.find((point) => point.number === number)?.title ?? ''
    return {
      key: `still-${id}`,
      when: 'due',
      day: on,
      number,
      title: say(spoken.still, { title }),
      href: addresses.point(path, number),
      facts: quietly(say(spoken.stillAsked, { n: months, day: dayText(lang, on) })),
      question: { id },
    }
  })
}
