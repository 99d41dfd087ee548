import { dayShort, listText } from '#words/format.ts'
import { ownPoints, pointAddress, type Desk } from '../../mine/desk.ts'
import type { Duty } from '../../mine/duty.ts'
import { toldOf } from '../../plans/troubled.ts'

/** What was written to somebody about points they took over, one for each hand-over, until something has been said about the points (F41). */
export function ownerDuties(desk: Desk): Duty[] {
  const { holdings, lang, path, say, words } = desk
  const fresh = ownPoints(desk).flatMap(({ id, number }) => {
    const holding = holdings.get(id)
    const note = toldOf(holding?.note ?? null, desk)?.text
    return holding && note !== undefined && !holding.answered
      ? [{ number, note, day: holding.fromDay, noteId: holding.note?.id }]
      : []
  })
  return [...Map.groupBy(fresh, ({ noteId }) => noteId).values()].map((together) => {
    const [{ note, day, noteId, number }] = together as [(typeof fresh)[number]]
    const numbers = together.map((one) => one.number)
    return {
      key: `handed-${noteId}`,
      when: 'waiting',
      day,
      title: say(words.mine.handedOver, {
        n: numbers.length,
        numbers: listText(lang, numbers),
        day: dayShort(lang, day),
      }),
      ...(numbers.length === 1 && { href: pointAddress(path, number) }),
      facts: [{ text: note, tone: 'own' }],
    }
  })
}
