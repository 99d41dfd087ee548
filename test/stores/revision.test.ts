import { dropFiles } from '../../server/reports/file-cache.store.ts'
import { describe, expect, test } from 'vitest'
import { logActivity, showActivity } from '../../server/activities/store.ts'
import type { Tx } from '../../server/database/database.ts'
import { addOrganisation } from '../../server/people/organisations/store.ts'
import type { WriteContext } from '../../server/http/write-context.ts'
import { changePlan, createPlan, publishPlan } from '../../server/plans/store.ts'
import { addPoint, reviseWording } from '../../server/points/add.store.ts'
import { assignOwner } from '../../server/points/store.ts'
import { correctUpdate, recordNothingNew, recordUpdate } from '../../server/points/updates.store.ts'
import { closeReview } from '../../server/reviews/close.store.ts'
import { changeReview, planReview } from '../../server/reviews/store.ts'
import { maskText } from '../../server/texts/store.ts'
import { adoptedOn, aPlan, plan, point, saying, slug } from './given.ts'

const today = '2021-06-01'
const decision = { by: 'Kommunstyrelsen', on: '2021-05-10', reference: '§ 60' }
const { slug: _, focusAreas: __, ...facts } = plan
const { holdsFrom: ___, ...again } = saying('paused', '', { basedOn: 1 })

/** Every write a store does to a plan. Point 1 has one update, one activity, and a review day is set. */
const writes: [string, (tx: Tx, context: WriteContext) => Promise<unknown>][] = [
  ['changing the plan', (tx) => changePlan(tx, slug, { ...facts, title: 'Nytt namn' })],
  ['publishing it', (tx, context) => publishPlan(tx, slug, context)],
  ['adding a point', (tx, context) => addPoint(tx, slug, point('4', { decision }), context)],
  [
    'revising its words',
    (tx, context) => reviseWording(tx, slug, '1', { title: 'Nya ord', decision }, context),
  ],
  ['naming its owner', (tx, context) => assignOwner(tx, slug, '1', 2, today, context)],
  [
    'an update',
    (tx, context) => recordUpdate(tx, slug, '1', saying('paused', today, { basedOn: 1 }), context),
  ],
  [
    'nothing new',
    (tx, context) => recordNothingNew(tx, slug, '1', { holdsFrom: today, basedOn: 1 }, context),
  ],
  ['a correction', (tx, context) => correctUpdate(tx, slug, 1, again, context)],
  [
    'an activity',
    (tx, context) => logActivity(tx, slug, { point: '1', what: 'Träff', happenedOn: today }, context),
  ],
  ['showing an activity', (tx, context) => showActivity(tx, slug, 1, true, context)],
  ['setting a review day', (tx, context) => planReview(tx, slug, { heldOn: '2021-11-02' }, context)],
  [
    'moving a review day',
    (tx, context) => changeReview(tx, slug, '2021-vt', { heldOn: '2021-05-25' }, context),
  ],
  ['closing a review day', (tx, context) => closeReview(tx, slug, '2021-vt', { basedOn: 1 }, context)],
  ['masking a text', (tx, context) => maskText(tx, slug, 1, 'personuppgift', context, dropFiles)],
]

async function aPlanInUse() {
  const { db, act } = await aPlan()
  await db.write(async (tx) => {
    await createPlan(tx, { ...plan, slug: 'en-annan' }, act(adoptedOn))
    await recordUpdate(tx, slug, '1', saying('in_progress', '2021-02-01'), act('2021-02-01'))
    await logActivity(tx, slug, { point: '1', what: 'Träff', happenedOn: '2021-03-01' }, act('2021-03-01'))
    await planReview(tx, slug, { heldOn: '2021-05-18' }, act('2021-02-01'))
  })
  return { db, act }
}

describe('the revision a kept page depends on', () => {
  test.for(writes)('moves by %s, and that of another plan does not', async ([, write]) => {
    const { db, act } = await aPlanInUse()
    const before = await Promise.all([db.revisions(slug), db.revisions('en-annan'), db.revisions(undefined)])
    await db.write((tx) => write(tx, act(today)))
    const after = await Promise.all([db.revisions(slug), db.revisions('en-annan'), db.revisions(undefined)])
    expect(after[0][1]).toBeGreaterThan(before[0][1])
    expect(after[1]).toEqual(before[1])
    expect(after[2][1]).toBe(before[2][1] + after[0][1] - before[0][1])
  })

  test('of the installation moves by a new organisation, not by one that is known; of no plan by either', async () => {
    const { db } = await aPlanInUse()
    const [installation, plans] = await db.revisions(undefined)
    const kyrkan = { code: 'kyrkan', name: 'Kyrkan', kind: 'forening' }
    const first = await db.write((tx) => addOrganisation(tx, kyrkan))
    expect(await db.revisions(undefined)).toEqual([installation + 1, plans])
    expect(await db.write((tx) => addOrganisation(tx, { ...kyrkan, name: 'En annan' }))).toEqual(first)
    expect(await db.revisions(undefined)).toEqual([installation + 1, plans])
  })

  test('moves by a new plan for the page of all plans, and is zero for one that is not there', async () => {
    const { db, act } = await aPlanInUse()
    const [, plans] = await db.revisions(undefined)
    expect((await db.revisions('tredje'))[1]).toBe(0)
    await db.write((tx) => createPlan(tx, { ...plan, slug: 'tredje' }, act(today)))
    expect((await db.revisions(undefined))[1]).toBe(plans + 1)
    expect((await db.revisions('tredje'))[1]).toBe(1)
  })
})
