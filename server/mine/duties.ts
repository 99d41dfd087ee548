import { afterwardsDuties } from '../reviews/afterwards/duties.ts'
import { draftDuties } from '../activities/drafts/duties.ts'
import { feedbackDuties } from '../feedback/duties.ts'
import { fileDuties } from '../files/duties.ts'
import { memberDuties } from '../people/duties.ts'
import { ownerDuties } from '../points/owners/duties.ts'
import { pointDuties } from '../points/duties.ts'
import { preparationDuties } from '../reviews/preparation/duties.ts'
import { reviewDuties } from '../reviews/duties.ts'
import { followUpDuties } from '../points/follow-up/duties.ts'
import type { TodoContext, TodoSource } from './todo-context.ts'
import { inOrder, type Duty } from './duty.ts'

/** Every room that asks something of somebody. A new one is a line here. */
const rooms: readonly TodoSource[] = [
  reviewDuties,
  preparationDuties,
  pointDuties,
  afterwardsDuties,
  followUpDuties,
  ownerDuties,
  memberDuties,
  draftDuties,
  fileDuties,
  feedbackDuties,
]

/** All that one plan asks of one person, in the order it is shown. */
export async function dutiesAt(context: TodoContext): Promise<Duty[]> {
  const duties: Duty[] = []
  for (const tell of rooms) duties.push(...(await tell(context)))
  return inOrder(duties)
}
