import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { dayText } from '#words/format.ts'
import type { TodoContext } from '../http/todo-context.ts'
import { quietly, type Duty } from '../http/duty.ts'
import { waitingFeedback } from './store.ts'

/** What readers have written about a plan's pages and nobody has answered, as one row for those who lead it (K10). */
export async function feedbackDuties({
  tx,
  plan,
  roles,
  base,
  lang,
  say,
  words,
}: TodoContext): Promise<Duty[]> {
  if (!can(roles, 'feedback.answer')) return []
  const waiting = await waitingFeedback(tx, { planIds: [plan.id], outside: false })
  const [first] = waiting
  if (!first) return []
  const spoken = words.mine.duties
  const on = dayOf(new Date(first.receivedAt))
  const shut = waiting.filter(({ kind }) => kind === 'accessibility').length
  const href = addresses.feedbackToAnswer(base)
  return [
    {
      key: 'feedback',
      when: 'due',
      day: on,
      title: say(spoken.feedback, { n: waiting.length }),
      href,
      facts: quietly(
        say(spoken.feedbackFrom, { n: waiting.length, day: dayText(lang, on) }),
        shut > 0 && say(spoken.feedbackShut, { n: shut }),
      ),
      action: { label: say(spoken.feedbackGo), href },
    },
  ]
}
