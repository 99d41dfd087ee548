import * as addresses from '#domain/addresses.ts'
import { dayShort, listText } from '#words/format.ts'
import { ownPoints, type TodoContext } from '../../http/todo-context.ts'
import type { Duty } from '../../http/duty.ts'
import { shownText } from '../../texts/view.ts'

/** What was written to somebody about points they took over, one for each hand-over, until something has been said about the points (F41). */
export function ownerDuties(context: TodoContext): Duty[] {
  const { holdings, lang, path, say, words } = context
  const fresh = ownPoints(context).flatMap(({ id, number }) => {
    const holding = holdings.get(id)
    const note = shownText(holding?.note ?? null, context)?.text
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
      href: numbers.length === 1 ? addresses.point(path, number) : undefined,
      facts: [{ text: note, tone: 'own' }],
    }
  })
}
