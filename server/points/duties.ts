import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import { ownPoints, type TodoContext } from '../http/todo-context.ts'
import { quietly, type Duty } from '../http/duty.ts'
import { myPoint, needsAWord } from './view.ts'

/** Points that need a word: of whoever leads the plan all, of a reporter their own (F14, F18). */
export function pointDuties(context: TodoContext): Duty[] {
  const { plan, roles, standing, holdings, day, asked, path, say, words } = context
  if (!can(roles, 'update.record')) return []
  const spoken = words.mine
  const theirs = can(roles, 'review.close') ? standing : ownPoints(context)
  return theirs.flatMap((point): Duty[] => {
    if (asked.has(point.number)) return []
    const told = myPoint(context, plan, point, day, holdings.get(point.id)?.fromDay)
    if (!needsAWord(told)) return []
    const { number, title, status, outlook, freshness, reason, suggestion, updated } = told
    const stale = freshness !== null && freshness !== 'never'
    const href = addresses.point(path, number)
    return [
      {
        key: `point-${number}`,
        when: 'due',
        day: point.lastUpdatedOn ?? plan.adoptedOn,
        number,
        title,
        href,
        own: true,
        mark: outlook ? { outlook } : { status },
        facts: [
          ...(stale ? [{ text: say(words.status.freshness[freshness]), tone: 'risk' as const }] : []),
          ...(reason ? [{ text: reason, tone: 'own' as const }] : []),
          ...quietly(suggestion, updated ? say(spoken.updated, { day: updated.text }) : say(spoken.never)),
        ],
        action: {
          label: say(spoken.write),
          name: say(spoken.writeName, { number, title }),
          href: addresses.update(path, number),
        },
      },
    ]
  })
}
