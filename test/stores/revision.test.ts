import { describe, expect, test } from 'vitest'
import { lockPlan } from '../../server/database/plan.ts'
import { addOrganisation } from '../../server/people/organisations/store.ts'
import { createPlan } from '../../server/plans/store.ts'
import { adoptedOn, aPlan, plan, slug } from './given.ts'

const today = '2021-06-01'

async function twoPlans() {
  const { db, act } = await aPlan()
  await db.write((tx) => createPlan(tx, { ...plan, slug: 'en-annan' }, act(adoptedOn)))
  return { db, act }
}

describe('the revision a kept page depends on', () => {
  test('moves by the lock that every write begins with, which gives the plan as it stands then; that of another plan does not', async () => {
    const { db } = await twoPlans()
    const before = await Promise.all([db.revisions(slug), db.revisions('en-annan'), db.revisions(undefined)])
    const locked = await db.write((tx) => lockPlan(tx, slug))
    const after = await Promise.all([db.revisions(slug), db.revisions('en-annan'), db.revisions(undefined)])
    expect([locked.slug, locked.revision]).toEqual([slug, before[0][1] + 1])
    expect(after[0][1]).toBe(before[0][1] + 1)
    expect(after[1]).toEqual(before[1])
    expect(after[2][1]).toBe(before[2][1] + 1)
  })

  test('of the installation moves by a new organisation, not by one that is known; of no plan by either', async () => {
    const { db } = await twoPlans()
    const [installation, plans] = await db.revisions(undefined)
    const kyrkan = { code: 'kyrkan', name: 'Kyrkan', kind: 'forening' }
    const first = await db.write((tx) => addOrganisation(tx, kyrkan))
    expect(await db.revisions(undefined)).toEqual([installation + 1, plans])
    expect(await db.write((tx) => addOrganisation(tx, { ...kyrkan, name: 'En annan' }))).toEqual(first)
    expect(await db.revisions(undefined)).toEqual([installation + 1, plans])
  })

  test('moves by a new plan for the page of all plans, and is zero for one that is not there', async () => {
    const { db, act } = await twoPlans()
    const [, plans] = await db.revisions(undefined)
    expect((await db.revisions('tredje'))[1]).toBe(0)
    await db.write((tx) => createPlan(tx, { ...plan, slug: 'tredje' }, act(today)))
    expect((await db.revisions(undefined))[1]).toBe(plans + 1)
    expect((await db.revisions('tredje'))[1]).toBe(1)
  })
})
