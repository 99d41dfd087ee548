import { expect, test } from 'vitest'
import { keepSweeping } from '../../server/upkeep/timers.ts'
import { sweep } from '../../server/upkeep/retention.store.ts'
import { world, type World } from '../support/world.ts'

const daysLater = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/** One row of each kind that is kept for a time only. */
async function given({ db, as, now }: World): Promise<void> {
  const { personId } = await as('ambassador')
  await db.write(async (tx) => {
    const { idempotencyKeys, drafts, outbox, signIns, plans } = tx.tables
    const [plan] = await tx.select().from(plans)
    const at = now.toISOString()
    await tx
      .insert(idempotencyKeys)
      .values({ personId, key: 'k', requestHash: 'h', status: 200, body: '{}', createdAt: at })
    await tx.insert(drafts).values({ personId, planId: plan!.id, form: 'activity', body: {}, changedAt: at })
    const mail = { kind: 'log-link', facts: {}, createdAt: at, dueAt: at, attempts: 1 }
    await tx.insert(outbox).values([
      { personId, ...mail, sentAt: at },
      { personId, ...mail },
    ])
    await tx.insert(signIns).values({
      stateHash: 's',
      issuer: 'kommun',
      nonce: 'n',
      verifier: 'v',
      returnTo: '/mitt',
      createdAt: at,
      expiresAt: at,
    })
  })
}

test('what is still to be kept is kept, and nothing is told of', async () => {
  const here = await world()
  await given(here)
  const before = await here.rows()
  const swept = await here.db.write((tx) => sweep(tx, daysLater(here.now, 1)))
  expect(Object.values(swept).every((n) => n === 0)).toBe(true)
  expect(await here.rows()).toEqual(before)
})

test('after its time each kind goes, once, and one row in the trail says how many', async () => {
  const here = await world()
  await given(here)
  const before = await here.rows()
  // A session of an ambassador lasts 30 days; it is kept 90 more.
  const later = daysLater(here.now, 121)
  const swept = await here.db.write((tx) => sweep(tx, later))
  expect(swept).toMatchObject({ answers: 1, drafts: 1, links: 1, sessions: 1, notices: 1, signIns: 1 })
  const after = await here.rows()
  for (const table of ['activities', 'updates', 'people', 'memberships', 'texts'])
    expect(after[table], table).toBe(before[table])
  expect(after.trail).toBe(before.trail! + 1)
  const rows = await here.db.read((tx) => tx.select().from(tx.tables.trail))
  expect(rows.at(-1)).toMatchObject({
    personId: null,
    deed: 'retention.sweep',
    fields: { drafts: { after: 1 }, links: { after: 1 } },
  })
  await here.db.write((tx) => sweep(tx, later))
  expect(await here.rows()).toEqual(after)
})

test('the timer sweeps as it starts, and a fault of it stops nothing', async () => {
  const here = await world()
  await given(here)
  here.now = daysLater(here.now, 121)
  const faults: unknown[] = []
  const sweeping = keepSweeping(here.parts, (error) => faults.push(error))
  sweeping.start()
  await sweeping.stop()
  expect((await here.rows()).drafts).toBe(0)
  const broken = { ...here.parts, db: { ...here.db, write: () => Promise.reject(new Error('full')) } }
  const failing = keepSweeping(broken, (error) => faults.push(error))
  failing.start()
  await failing.stop()
  expect(faults).toEqual([new Error('full')])
})
