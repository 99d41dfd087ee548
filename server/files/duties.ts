import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import { countUndecided } from './attach.store.ts'
import type { TodoContext } from '../http/todo-context.ts'
import type { Duty } from '../http/duty.ts'

/** Pictures and files that nobody has decided about. */
export async function fileDuties({ tx, plan, roles, path, say, words }: TodoContext): Promise<Duty[]> {
  const n = can(roles, 'file.show') ? await countUndecided(tx, plan.id) : 0
  if (n === 0) return []
  const href = addresses.files(path)
  return [
    {
      key: 'files',
      when: 'waiting',
      day: '',
      title: say(words.files.waitingLead, { n }),
      facts: [],
      action: { label: say(words.mine.duties.look), name: say(words.files.waitingLead, { n }), href },
    },
  ]
}
