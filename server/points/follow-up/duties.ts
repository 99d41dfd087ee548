import { dayOf } from '#domain/calendar.ts'
import { dayText } from '#words/format.ts'
import { pointAddress, type Desk } from '../../mine/desk.ts'
import { quietly, type Duty } from '../../mine/duty.ts'
import { waitingStill } from './store.ts'

/** *Lever det än?*: questions about embedded points that wait for whoever answers for them (idea 2). */
export async function stillDuties({
  tx,
  viewer,
  plan,
  standing,
  path,
  lang,
  say,
  words,
}: Desk): Promise<Duty[]> {
  const spoken = words.mine.duties
  const waiting = await waitingStill(tx, plan.id, viewer.personId)
  return waiting.map(({ id, number, months, askedAt }) => {
    const on = dayOf(new Date(askedAt))
    const title = standing.find((point) => point.number === number)?.title ?? ''
    return {
      key: `still-${id}`,
      when: 'due',
      day: on,
      number,
      title: say(spoken.still, { title }),
      href: pointAddress(path, number),
      facts: quietly(say(spoken.stillAsked, { n: months, day: dayText(lang, on) })),
      question: { id },
    }
  })
}
