import type { Layout } from './layout.ts'
import type { PlanPageContext } from './page.ts'
import type { Room } from './room.ts'

export type Action = NonNullable<Layout['actions']>[number]

/** What somebody signed in can do from some pages of a plan, told by the room that lets them. */
export interface PageAction {
  /** The pages it is offered on, by their paths. */
  on: readonly string[]
  /** Its place among the page's actions. */
  place: number
  /** None where the viewer may not, or where there is nothing to do. */
  of: (context: PlanPageContext) => Action[] | Promise<Action[]>
}

/** What the viewer can do from the page at this path, in order; nothing for somebody who is not in the plan. */
export async function pageActions(context: PlanPageContext, path: string): Promise<Action[]> {
  if (!context.viewer || context.roles.length === 0) return []
  const here = context.rooms
    .flatMap((room: Room) => room.actions ?? [])
    .filter(({ on }) => on.includes(path))
    .toSorted((a, b) => a.place - b.place)
  const actions: Action[] = []
  for (const { of } of here) actions.push(...(await of(context)))
  return actions
}
