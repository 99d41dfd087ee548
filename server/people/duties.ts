import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { TodoContext } from '../http/todo-context.ts'
import { quietly, type Duty } from '../http/duty.ts'
import { lastActiveIn } from './quiet.ts'

/** So many points without an owner are named at once; the page of people names them all. */
const mostNamed = 5

/** Points nobody answers for, and how many it is time to ask how it goes (F41, idea 15); names are seen only on the page of people. */
export async function memberDuties(context: TodoContext): Promise<Duty[]> {
  const { tx, plan, roles, path, say, words } = context
  if (!can(roles, 'people.manage')) return []
  const spoken = words.mine
  const { ownerless, silentOwners, quietAmbassadors } = await lastActiveIn(tx, plan, context)
  const owners = silentOwners.size
  // Whoever is both is counted once.
  const ambassadors = [...quietAmbassadors].filter((id) => !silentOwners.has(id)).length
  const people = addresses.people(path)
  const more = ownerless.length - mostNamed
  return [
    ...ownerless.slice(0, mostNamed).map(({ number, title }): Duty => {
      const href = addresses.point(path, number)
      return {
        key: `owner-${number}`,
        when: 'waiting',
        day: '',
        number,
        title,
        own: true,
        href,
        facts: quietly(say(spoken.duties.ownerless)),
        action: {
          label: say(spoken.chooseOwner),
          name: say(spoken.chooseOwnerName, { number, title }),
          href: addresses.owner(path, number),
        },
      }
    }),
    ...(more > 0
      ? [
          {
            key: 'owners',
            when: 'waiting' as const,
            day: '',
            title: say(spoken.ownerless, { n: ownerless.length }),
            facts: [],
            action: { label: say(spoken.ownerlessMore, { n: more }), href: `${people}#utan-ansvarig` },
          },
        ]
      : []),
    ...(owners + ambassadors > 0
      ? [
          {
            key: 'quiet',
            when: 'waiting' as const,
            day: '',
            title: say(spoken.quiet),
            facts: quietly(
              owners > 0 && say(spoken.quietOwners, { n: owners }),
              ambassadors > 0 && say(spoken.quietAmbassadors, { n: ambassadors }),
            ),
            action: { label: say(spoken.quietWho), href: addresses.asking(people, { state: 'quiet' }) },
          },
        ]
      : []),
  ]
}
