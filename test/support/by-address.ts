import { logActivity as log, showActivity as show } from '../../server/activities/store.ts'
import type { Tx } from '../../server/database/database.ts'
import { lockPlan, type Plan } from '../../server/database/plan.ts'
import { changePlan as change, publishPlan as publish } from '../../server/plans/store.ts'
import { addPoint as add, reviseWording as revise } from '../../server/points/add.store.ts'
import { assignOwner as assign } from '../../server/points/store.ts'
import * as updates from '../../server/points/updates.store.ts'
import { closeReview as close } from '../../server/reviews/close.store.ts'
import * as reviews from '../../server/reviews/store.ts'
import { maskText as mask } from '../../server/texts/store.ts'

/** A store's write as a test asks for it: by the plan's address, whose plan is locked first, as `writeOnce` does for a route. */
const locked =
  <Rest extends unknown[], Done>(work: (tx: Tx, plan: Plan, ...rest: Rest) => Promise<Done>) =>
  async (tx: Tx, slug: string, ...rest: Rest): Promise<Done> =>
    work(tx, await lockPlan(tx, slug), ...rest)

export const addPoint = locked(add)
export const assignOwner = locked(assign)
export const changePlan = locked(change)
export const changeReview = locked(reviews.changeReview)
export const closeReview = locked(close)
export const correctUpdate = locked(updates.correctUpdate)
export const logActivity = locked(log)
export const maskText = locked(mask)
export const planReview = locked(reviews.planReview)
export const publishPlan = locked(publish)
export const recordNothingNew = locked(updates.recordNothingNew)
export const recordUpdate = locked(updates.recordUpdate)
export const reviseWording = locked(revise)
export const showActivity = locked(show)
