import { dropFiles } from '../../server/reports/file-cache.store.ts'
import { describe, expect, test } from 'vitest'
import type { NewUpdate } from '../../server/points/schema.ts'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { aPlan, everything, point, refusalOf, saying, slug } from './given.ts'
import { maskText, recordNothingNew, recordUpdate } from '../support/by-address.ts'

async function afterAnUpdate(claim: NewUpdate) {
  const given = await aPlan([point('1', { dueOn: '2021-12-31' }), point('2')])
  const { db, act, planId } = given
  const first = await db.write((tx) => recordUpdate(tx, slug, '1', claim, act('2021-02-01')))
  return {
    ...given,
    first,
    answer: (day: string, basedOn: number | null, onBehalfOf?: string) =>
      db.write((tx) =>
        recordNothingNew(
          tx,
          slug,
          '1',
          { holdsFrom: day, basedOn, onBehalfOf: onBehalfOf || undefined },
          act(day),
        ),
      ),
    on: async (day: string) => (await db.read((tx) => pointsOnDay(tx, planId, day, '1')))[0]!,
  }
}

describe('the answer nothing new is refused, and nothing is written', () => {
  test.for(['closed', 'embedded', 'withdrawn', 'merged'] as const)(
    'of a point that is %s',
    async (status) => {
      const claim = saying(status, '2021-02-01', { mergedInto: status === 'merged' ? '2' : undefined })
      const { db, first, act } = await afterAnUpdate(claim)
      const before = await everything(db)
      const said = { holdsFrom: '2021-03-01', basedOn: first }
      const refusal = await refusalOf(db, (tx) => recordNothingNew(tx, slug, '1', said, act('2021-03-01')))
      expect(refusal).toEqual(['422 nothing-new-on-finished'])
      expect(await everything(db)).toEqual(before)
    },
  )

  test('when somebody was there first, and of a point that is not there', async () => {
    const { db, act } = await afterAnUpdate(saying('in_progress', '2021-02-01'))
    const said = { holdsFrom: '2021-03-01', basedOn: null }
    const answered = (number: string) =>
      refusalOf(db, (tx) => recordNothingNew(tx, slug, number, said, act('2021-03-01')))
    expect(await answered('1')).toEqual(['409 based-on-old'])
    expect(await answered('9')).toEqual(['404 not-found'])
  })
})

describe('the answer nothing new', () => {
  test('of a point nobody has reported on says that it has not started, and is not silence', async () => {
    const { db, act, planId } = await aPlan()
    const said = { holdsFrom: '2021-03-01', basedOn: null }
    await db.write((tx) => recordNothingNew(tx, slug, '2', said, act('2021-03-01')))
    const [two] = await db.read((tx) => pointsOnDay(tx, planId, '2021-03-01', '2'))
    expect(two).toMatchObject({
      status: 'not_started',
      outlook: 'not_assessed',
      lastUpdatedOn: '2021-03-01',
      update: { answer: 'nothing_new' },
    })
  })

  test('repeats status, outlook and reason, moves no end, and the last note stays to be read', async () => {
    const said = {
      outlook: 'late',
      note: 'Upphandlingen överklagades.',
      reason: 'Överklagad',
      dueOn: '2022-06-30',
    } as const
    const { first, answer, on } = await afterAnUpdate(saying('in_progress', '2021-02-01', said))
    await answer('2021-03-01', first, 'energibolaget')
    expect(await on('2021-03-01')).toMatchObject({
      status: 'in_progress',
      outlook: 'late',
      dueOn: '2022-06-30',
      moves: 1,
      reason: { body: 'Överklagad' },
      note: { body: 'Upphandlingen överklagades.' },
      update: { answer: 'nothing_new', holdsFrom: '2021-03-01' },
      lastUpdatedOn: '2021-03-01',
    })
  })

  test('does not hide that a point was reopened', async () => {
    const { db, act, first, answer, on } = await afterAnUpdate(saying('closed', '2021-02-01'))
    const second = await db.write((tx) =>
      recordUpdate(tx, slug, '1', saying('in_progress', '2021-02-10', { basedOn: first }), act('2021-02-10')),
    )
    await answer('2021-03-01', second)
    expect(await on('2021-03-01')).toMatchObject({ reopened: true, reason: { body: 'Beslutat på mötet' } })
  })

  test('has no words of its own: a reason that is masked is masked in every answer that repeated it', async () => {
    const { db, act, first, answer, on } = await afterAnUpdate(
      saying('paused', '2021-02-01', { reason: 'Anna är sjuk' }),
    )
    const second = await answer('2021-03-01', first)
    const { reason } = await on('2021-03-01')
    await db.write((tx) => maskText(tx, slug, reason!.id, 'personuppgift', act('2021-03-02'), dropFiles))
    expect(JSON.stringify(await everything(db))).not.toContain('Anna är sjuk')
    await answer('2021-04-01', second)
    expect(await on('2021-04-01')).toMatchObject({
      status: 'paused',
      reason: { body: null, because: 'personuppgift' },
    })
    expect(JSON.stringify(await everything(db))).not.toContain('…')
  })

  test('is not given the words of an update that was recorded later behind it', async () => {
    const { db, act, first, answer, on } = await afterAnUpdate(saying('in_progress', '2021-02-01'))
    const second = await answer('2021-03-01', first)
    const behind = saying('merged', '2021-02-15', { basedOn: second, mergedInto: '2', reason: 'Del av 2' })
    await db.write((tx) => recordUpdate(tx, slug, '1', behind, act('2021-03-02')))
    expect(await on('2021-02-28')).toMatchObject({
      status: 'merged',
      mergedInto: '2',
      reason: { body: 'Del av 2' },
    })
    expect(await on('2021-03-01')).toMatchObject({
      status: 'in_progress',
      mergedInto: null,
      reason: { body: 'Beslutat på mötet' },
    })
  })
})
