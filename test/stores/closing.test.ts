import { describe, expect, test } from 'vitest'
import type { Day } from '#domain/calendar.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { latestUpdateOf } from '../../server/points/updates.store.ts'
import type { NewClosure } from '../../server/reviews/schema.ts'
import { chainHash } from '../../server/reviews/snapshot.ts'
import { closuresOf } from '../../server/reviews/close.store.ts'
import { planNow, findReview } from '../../server/plans/review-days.store.ts'
import { aPlan, at, everything, refusalOf, saying, slug, adoptedOn } from './given.ts'
import {
  closeReview,
  correctUpdate,
  logActivity,
  planReview,
  recordNothingNew,
  recordUpdate,
} from '../support/by-address.ts'

/** A published plan of three points with review days set for 4 May and 2 November. */
async function aRound() {
  const given = await aPlan()
  const { db, act, planId } = given
  for (const heldOn of ['2021-05-04', '2021-11-02']) {
    await db.write((tx) => planReview(tx, slug, { heldOn }, act('2021-02-01')))
  }
  return {
    ...given,
    record: async (number: string, ...[status, day, more]: Parameters<typeof saying>) => {
      const [point] = await db.read((tx) => pointsOnDay(tx, planId, '2099-01-01', number))
      const claim = saying(status, day, { basedOn: point?.update?.id ?? null, ...more })
      return db.write((tx) => recordUpdate(tx, slug, number, claim, act(day)))
    },
    close: async (term: string, on: Day, more: Partial<NewClosure> = {}) =>
      db.write(async (tx) => {
        const basedOn = await latestUpdateOf(tx, planId)
        await closeReview(tx, slug, term, { basedOn, ...more }, act(on))
      }),
    snapshotOf: async (term: string) =>
      (await db.read((tx) => findReview(tx, planId, term)))!.closure!.snapshot,
  }
}

describe('a review day is not closed, and nothing is written', () => {
  const asked = (claim: Partial<NewClosure> = {}): NewClosure => ({ basedOn: null, ...claim })

  test.for([
    ['when there is none of that term', '2022-vt', '2022-06-01', {}, ['404 not-found']],
    ['before it is held', '2021-vt', '2021-05-03', {}, ['422 review-ahead heldOn']],
    ['while an earlier one is open', '2021-ht', '2021-11-02', {}, ['422 review-out-of-order heldOn']],
    [
      'with a decision about a point that is not there',
      '2021-vt',
      '2021-05-04',
      { decisions: [{ text: 'Ta fram underlag', points: ['1', '9'] }] },
      ['422 point-unknown decisions.0.points'],
    ],
    [
      'with a decision for an organisation nobody knows',
      '2021-vt',
      '2021-05-04',
      { decisions: [{ text: 'Bra' }, { text: 'Ta fram underlag', responsible: { organisation: 'kyrkan' } }] },
      ['422 organisation-unknown decisions.1.responsible'],
    ],
  ] as [string, string, Day, Partial<NewClosure>, string[]][])(
    '%s',
    async ([, term, day, claim, refusal]) => {
      const { db, act } = await aRound()
      const before = await everything(db)
      expect(await refusalOf(db, (tx) => closeReview(tx, slug, term, asked(claim), act(day)))).toEqual(
        refusal,
      )
      expect(await everything(db)).toEqual(before)
    },
  )

  test('when somebody reported after the page was opened: nothing unseen is frozen', async () => {
    const { db, act, record } = await aRound()
    const seen = await record('1', 'in_progress', '2021-03-01')
    const unseen = await record('2', 'closed', '2021-05-04')
    const before = await everything(db)
    const closing = db.write((tx) => closeReview(tx, slug, '2021-vt', { basedOn: seen }, act('2021-05-04')))
    await expect(closing).rejects.toMatchObject({
      status: 409,
      code: 'based-on-old',
      current: { latestUpdate: unseen },
    })
    expect(await everything(db)).toEqual(before)
  })

  test('twice', async () => {
    const { db, act, close } = await aRound()
    await close('2021-vt', '2021-05-04')
    const before = await everything(db)
    const again = await refusalOf(db, (tx) => closeReview(tx, slug, '2021-vt', asked(), act('2021-05-04')))
    expect(again).toEqual(['422 review-closed term'])
    expect(await everything(db)).toEqual(before)
  })
})

describe('the snapshot of a closed review day', () => {
  test('says how every point stood on the day it was held, as it was known when it was closed', async () => {
    const { record, close, snapshotOf, db, act } = await aRound()
    await record('1', 'closed', '2021-04-01')
    await record('2', 'in_progress', '2021-05-04', { outlook: 'late' })
    // Held on the fourth, closed on the tenth: what holds from the days between belongs to the next round.
    await record('3', 'in_progress', '2021-05-06')
    const late = saying('paused', '2021-04-20', { basedOn: 2, reason: 'Sent inlämnat' })
    await db.write((tx) =>
      recordUpdate(tx, slug, '2', { ...late, holdsFrom: '2021-05-04' }, act('2021-05-09')),
    )
    await close('2021-vt', '2021-05-10')
    const { points, completion, heldOn, closedAt, format, basedOn } = await snapshotOf('2021-vt')
    expect(points.map(({ number, status }) => [number, status])).toEqual([
      ['1', 'closed'],
      ['2', 'paused'],
      ['3', 'not_started'],
    ])
    expect(completion).toMatchObject({ adopted: 3, completed: 1, closed: 1, paused: 1, notStarted: 1 })
    expect({ heldOn, closedAt, format, basedOn }).toEqual({
      heldOn: '2021-05-04',
      closedAt: '2021-05-10T10:00:00.000Z',
      format: 1,
      basedOn: 4,
    })
  })

  test('is not changed by anything that comes afterwards, byte for byte', async () => {
    const { db, act, planId, record, close } = await aRound()
    const mistaken = await record('1', 'closed', '2021-04-01')
    await close('2021-vt', '2021-05-04')
    const before = await db.read((tx) => closuresOf(tx, planId))
    await db.write(async (tx) => {
      const { holdsFrom: _, ...claim } = saying('in_progress', '', { basedOn: mistaken })
      await correctUpdate(tx, slug, mistaken, claim, act('2021-05-04'))
      await logActivity(
        tx,
        slug,
        { point: '1', what: 'Sent loggat', happenedOn: '2021-04-02' },
        act('2021-05-05'),
      )
    })
    await record('2', 'closed', '2021-05-05')
    expect(await db.read((tx) => closuresOf(tx, planId))).toEqual(before)
    const now = await db.read(async (tx) =>
      pointsOnDay(tx, planId, await planNow(tx, planId, at('2021-05-04'))),
    )
    expect(now.map(({ status }) => status)).toEqual(['in_progress', 'closed', 'not_started'])
    const then = await db.read((tx) => pointsOnDay(tx, planId, '2021-05-04'))
    expect(then.map(({ status }) => status)).toEqual(['closed', 'not_started', 'not_started'])
  })

  test('tells what was heard of each point since the day before, and what changed', async () => {
    const { db, act, record, close, snapshotOf } = await aRound()
    const one = await record('1', 'in_progress', '2021-03-01')
    await record('2', 'closed', '2021-03-01')
    await close('2021-vt', '2021-05-04')
    const said = { holdsFrom: '2021-06-01', basedOn: one }
    await db.write((tx) => recordNothingNew(tx, slug, '1', said, act('2021-06-01')))
    await record('3', 'in_progress', '2021-06-01')
    await close('2021-ht', '2021-11-02')
    const first = await snapshotOf('2021-vt')
    expect(first.points.map(({ heard }) => heard)).toEqual(['update', 'update', 'not_reported'])
    expect(first.since).toBeNull()
    expect(first.changes.map(({ kind, number }) => [kind, number])).toEqual([
      ['completed', '2'],
      ['started', '1'],
    ])
    const second = await snapshotOf('2021-ht')
    expect(second.points.map(({ heard }) => heard)).toEqual(['nothing_new', 'not_reported', 'update'])
    expect(second.since).toEqual({ term: '2021-vt', heldOn: '2021-05-04' })
    expect(second.changes.map(({ kind, number }) => [kind, number])).toEqual([['started', '3']])
    expect(second.unchanged).toEqual(['1', '2'])
  })

  test('counts as heard what holds from the round’s first day: the adoption’s, and the day after the day before', async () => {
    const { record, close, snapshotOf } = await aRound()
    await record('1', 'in_progress', adoptedOn)
    await close('2021-vt', '2021-05-04')
    await record('2', 'in_progress', '2021-05-05')
    await close('2021-ht', '2021-11-02')
    const heardOn = async (term: string) => (await snapshotOf(term)).points.map(({ heard }) => heard)
    expect(await heardOn('2021-vt')).toEqual(['update', 'not_reported', 'not_reported'])
    expect(await heardOn('2021-ht')).toEqual(['not_reported', 'update', 'not_reported'])
  })

  test('counts the activities recorded before it was closed, whatever day they happened', async () => {
    const { db, act, close, snapshotOf } = await aRound()
    const log = (happenedOn: Day, recorded: Day, participants: number | null) =>
      db.write((tx) =>
        logActivity(tx, slug, { point: '1', what: 'Träff', happenedOn, participants }, act(recorded)),
      )
    await log('2021-03-01', '2021-03-01', 12)
    await log('2021-05-06', '2021-05-09', null)
    await close('2021-vt', '2021-05-10')
    await log('2021-03-02', '2021-05-11', 30)
    const [one, two] = (await snapshotOf('2021-vt')).points
    expect(one).toMatchObject({ activities: 2, participants: 12 })
    expect(two).toMatchObject({ activities: 0, participants: null })
  })

  test('holds ids, functions, organisations and hashes, but no name and no free text', async () => {
    const { db, planId, record, close } = await aRound()
    await record('1', 'paused', '2021-03-01', { note: 'Ring Karin', reason: 'Karin är sjuk' })
    const decisions = [
      { text: 'Karin ersätts', responsible: { organisation: 'skola', function: 'Rektor' }, points: ['1'] },
    ]
    await close('2021-vt', '2021-05-04', { decisions })
    const [{ snapshot } = { snapshot: '' }] = await db.read((tx) => closuresOf(tx, planId))
    expect(snapshot).not.toMatch(/Karin|Siv|Per /)
    const stored = JSON.parse(snapshot)
    expect(stored.closedBy).toEqual({
      function: 'Klimatstrateg',
      organisation: { code: 'miljo', name: 'miljo i Sjövik' },
    })
    expect(stored.points[0].reason).toEqual({
      text: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(stored.decisions).toEqual([
      {
        text: { text: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        responsible: { organisation: { code: 'skola', name: 'skola i Sjövik' }, function: 'Rektor' },
        dueOn: null,
        points: ['1'],
      },
    ])
  })

  test('is chained: each hash is over the one before and the text as it is stored', async () => {
    const { db, planId, record, close } = await aRound()
    await close('2021-vt', '2021-05-04')
    await record('1', 'closed', '2021-06-01')
    await close('2021-ht', '2021-11-02')
    const closures = await db.read((tx) => closuresOf(tx, planId))
    expect(closures.map(({ heldOn }) => heldOn)).toEqual(['2021-05-04', '2021-11-02'])
    expect(closures[0]!.previousHash).toBe('')
    expect(closures[1]!.previousHash).toBe(closures[0]!.hash)
    for (const { previousHash, snapshot, hash } of closures)
      expect(hash).toBe(chainHash(previousHash, snapshot))
    expect(chainHash(closures[0]!.hash, closures[1]!.snapshot.replace('"closed"', '"paused"'))).not.toBe(
      closures[1]!.hash,
    )
    // SHA-256 of "\n": so that the recipe itself does not move.
    expect(chainHash('', '')).toBe('01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b')
  })
})
