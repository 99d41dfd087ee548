import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { can } from '#domain/roles.ts'
import { dayShort } from '#words/format.ts'
import type { TodoContext } from '../../http/todo-context.ts'
import { quietly, type Duty } from '../../http/duty.ts'
import { findDraft } from './store.ts'

/** What somebody has begun to write and not saved. */
export async function draftDuties({
  tx,
  viewer,
  plan,
  roles,
  now,
  path,
  lang,
  say,
  words,
}: TodoContext): Promise<Duty[]> {
  if (!can(roles, 'activity.log')) return []
  const draft = await findDraft(tx, viewer.personId, plan.id, 'activity', now)
  if (!draft) return []
  const spoken = words.mine.duties
  const on = dayOf(new Date(draft.changedAt))
  return [
    {
      key: 'draft',
      when: 'waiting',
      day: on,
      title: say(spoken.draft),
      facts: quietly(say(spoken.draftFrom, { day: dayShort(lang, on) })),
      action: { label: say(spoken.draftGo), href: addresses.log(path) },
    },
  ]
}
