import { describe, expect, test } from 'vitest'
import { pointsOnDay } from '../../server/points/state-on-day.store.ts'
import { findPoint } from '../../server/points/store.ts'
import { evidenceOf, numberOfUpdate, updatesOf } from '../../server/points/updates.store.ts'
import { readTexts } from '../../server/texts/store.ts'
import type { NewUpdate } from '../../server/points/schema.ts'
import { aPlan, everything, point, refusalOf, saying, slug } from './given.ts'
import { recordUpdate } from '../support/by-address.ts'

const today = '2021-03-01'

describe('an update is refused, and nothing is written', () => {
  test.for([
    ['in a plan that is not there', 'ingen-plan', '1', {}, ['404 not-found']],
    ['of a point that is not there', slug, '9', {}, ['404 not-found']],
    [
      'when it is based on something the point does not have',
      slug,
      '1',
      { basedOn: 7 },
      ['409 based-on-old'],
    ],
    [
      'when it holds from tomorrow',
      slug,
      '1',
      { holdsFrom: '2021-03-02' },
      ['422 holds-from-ahead holdsFrom'],
    ],
    [
      'when it holds from before the plan',
      slug,
      '1',
      { holdsFrom: '2021-01-10' },
      ['422 holds-from-before-adoption holdsFrom'],
    ],
    [
      'on behalf of an organisation nobody knows',
      slug,
      '1',
      { onBehalfOf: 'kyrkan' },
      ['422 organisation-unknown onBehalfOf'],
    ],
    [
      'with every reason at once',
      slug,
      '1',
      { status: 'embedded', outlook: 'late', closing: undefined, reason: ' ', dueOn: '2021-02-30' },
      [
        '422 outlook-not-used outlook',
        '422 receiver-missing closing.receiver',
        '422 function-missing closing.function',
        '422 embedded-from-missing closing.embeddedFrom',
        '422 anchored-in-missing closing.anchoredIn',
        '422 evidence-missing evidence',
        '422 due-on-not-a-day dueOn',
        '422 reason-missing reason',
        '422 note-missing note',
      ],
    ],
  ] as [string, string, string, Partial<NewUpdate>, string[]][])(
    '%s',
    async ([, plan, number, wrong, refusal]) => {
      const { db, act } = await aPlan()
      const before = await everything(db)
      const claim = saying('in_progress', today, wrong)
      expect(await refusalOf(db, (tx) => recordUpdate(tx, plan, number, claim, act(today)))).toEqual(refusal)
      expect(await everything(db)).toEqual(before)
    },
  )

  test('when somebody else reported while it was written', async () => {
    const { db, act } = await aPlan()
    const mine = saying('paused', today)
    await db.write((tx) => recordUpdate(tx, slug, '1', saying('in_progress', today), act(today, 2)))
    const before = await everything(db)
    const second = await refusalOf(db, (tx) => recordUpdate(tx, slug, '1', mine, act(today)))
    expect(second).toEqual(['409 based-on-old'])
    expect(await everything(db)).toEqual(before)
  })

  test('when two send at the same moment, one of them is told', async () => {
    const { db, act, planId } = await aPlan()
    const both = await Promise.all(
      [1, 2].map((who) =>
        refusalOf(db, (tx) =>
          recordUpdate(tx, slug, '1', saying('in_progress', today), act(today, who as 1 | 2)),
        ),
      ),
    )
    expect(both).toEqual(['done', ['409 based-on-old']])
    const one = await db.read((tx) => findPoint(tx, planId, '1'))
    expect(await db.read((tx) => updatesOf(tx, one!.id))).toHaveLength(1)
  })
})

describe('a point becomes part of another', () => {
  const merged = (into: string, more: Partial<NewUpdate> = {}) =>
    saying('merged', today, { mergedInto: into, ...more })

  test.for([
    ['one that is not there', '9', '422 merged-into-unknown mergedInto'],
    ['itself', '1', '422 merged-into-self mergedInto'],
  ] as const)('never of %s', async ([, into, refusal]) => {
    const { db, act } = await aPlan()
    const before = await everything(db)
    expect(await refusalOf(db, (tx) => recordUpdate(tx, slug, '1', merged(into), act(today)))).toEqual([
      refusal,
    ])
    expect(await everything(db)).toEqual(before)
  })

  test('never of one that is part of another by then, or was told to be from a later day', async () => {
    const { db, act } = await aPlan()
    await db.write((tx) => recordUpdate(tx, slug, '2', merged('1'), act(today)))
    for (const day of [today, '2021-02-01']) {
      const claim = merged('2', { holdsFrom: day })
      const refusal = await refusalOf(db, (tx) => recordUpdate(tx, slug, '1', claim, act(today)))
      expect(refusal, day).toEqual(['422 merged-into-merged mergedInto'])
    }
  })

  test('of one that was part of another once and is its own again', async () => {
    const { db, act, planId } = await aPlan()
    await db.write(async (tx) => {
      const first = await recordUpdate(tx, slug, '2', merged('3'), act(today))
      await recordUpdate(
        tx,
        slug,
        '2',
        saying('in_progress', '2021-03-05', { basedOn: first }),
        act('2021-03-05'),
      )
      await recordUpdate(tx, slug, '1', merged('2', { holdsFrom: '2021-03-05' }), act('2021-03-05'))
    })
    const [one, two] = await db.read((tx) => pointsOnDay(tx, planId, '2021-03-05'))
    expect(one).toMatchObject({ status: 'merged', mergedInto: '2' })
    expect(two).toMatchObject({ status: 'in_progress', mergedInto: null })
  })
})

describe('an update', () => {
  test('keeps everything that was said, by whom, in which function, and on whose behalf', async () => {
    const { db, act, planId } = await aPlan([point('1', { dueOn: '2021-12-31' })])
    const claim = saying('embedded', '2021-02-20', {
      note: 'Rutinen är beslutad.',
      reason: 'Överlämnad till linjen',
      evidence: [
        { title: 'Verksamhetsplan 2022', url: 'https://sjovik.example/vp', reference: 'MK 2021/7' },
        { title: 'Protokoll' },
      ],
      onBehalfOf: 'energibolaget',
      dueOn: '2021-06-30',
    })
    const id = await db.write((tx) => recordUpdate(tx, slug, '1', claim, act(today, 2)))
    const told = await db.read(async (tx) => {
      const one = await findPoint(tx, planId, '1')
      const [row] = await updatesOf(tx, one!.id)
      const evidence = await evidenceOf(tx, one!.id)
      const ids = [row!.noteId, row!.reasonId, ...evidence.flatMap(({ titleId, urlId }) => [titleId, urlId])]
      const texts = await readTexts(tx, ids)
      return { row, evidence, said: ids.map((textId) => (textId === null ? null : texts.get(textId)?.body)) }
    })
    expect(told.row).toMatchObject({
      id,
      answer: 'update',
      status: 'embedded',
      outlook: 'not_assessed',
      holdsFrom: '2021-02-20',
      corrects: null,
      receiver: 'Miljökontoret',
      receiverFunction: 'Enhetschef',
      embeddedFrom: '2021-01-11',
      anchoredIn: 'Verksamhetsplan 2022',
      evidenceMissing: false,
      dueOn: '2021-06-30',
      recordedAt: '2021-03-01T10:00:00.000Z',
      recordedBy: 2,
      byFunction: 'Enhetschef',
      byOrganisationId: 2,
      onBehalfOfId: 3,
      resultId: null,
    })
    expect(told.said).toEqual([
      'Rutinen är beslutad.',
      'Överlämnad till linjen',
      'Verksamhetsplan 2022',
      'https://sjovik.example/vp',
      'Protokoll',
      null,
    ])
    expect(told.evidence.map(({ reference }) => reference)).toEqual(['MK 2021/7', null])
    expect(await db.read((tx) => numberOfUpdate(tx, { id: planId }, id))).toBe('1')
    expect(await refusalOf(db, (tx) => numberOfUpdate(tx, { id: planId + 1 }, id))).toEqual(['404 not-found'])
  })

  test('says in plain words that there is nothing to show, and how it was carried out', async () => {
    const { db, act, planId } = await aPlan()
    await db.write(async (tx) => {
      await recordUpdate(tx, slug, '1', saying('embedded', today), act(today))
      await recordUpdate(tx, slug, '2', saying('closed', today), act(today))
    })
    const rows = await db.read(async (tx) => tx.select().from(tx.tables.updates))
    expect(rows.map((row) => row.evidenceMissing)).toEqual([true, false])
    expect(rows[1]).toMatchObject({ carriedOutOn: '2021-01-11', receiver: null })
    const result = await db.read((tx) => readTexts(tx, [rows[1]!.resultId]))
    expect([...result.values()].map(({ body }) => body)).toEqual(['Klart enligt beslut.'])
    expect(await db.read(async (tx) => tx.select().from(tx.tables.evidence))).toEqual([])
    expect((await db.read((tx) => pointsOnDay(tx, planId, today))).map(({ status }) => status)).toEqual([
      'embedded',
      'closed',
      'not_started',
    ])
  })

  test('that leaves a completed status shows as reopened until the point is completed again', async () => {
    const { db, act, planId } = await aPlan()
    const without = { ...saying('in_progress', today), reason: undefined, note: 'Igen.' }
    const first = await db.write((tx) => recordUpdate(tx, slug, '1', saying('closed', today), act(today)))
    const silent = await refusalOf(db, (tx) =>
      recordUpdate(tx, slug, '1', { ...without, basedOn: first }, act(today)),
    )
    expect(silent).toEqual(['422 reason-missing reason'])
    const reopened = async () => (await db.read((tx) => pointsOnDay(tx, planId, today, '1')))[0]?.reopened
    expect(await reopened()).toBe(false)
    const second = await db.write((tx) =>
      recordUpdate(tx, slug, '1', saying('in_progress', today, { basedOn: first }), act(today)),
    )
    expect(await reopened()).toBe(true)
    await db.write((tx) =>
      recordUpdate(tx, slug, '1', saying('closed', today, { basedOn: second }), act(today)),
    )
    expect(await reopened()).toBe(false)
  })

  test('that moves the end is counted as a move, and the first end stays beside it', async () => {
    const { db, act, planId } = await aPlan([point('1', { dueOn: '2021-12-31' })])
    const moved = saying('in_progress', today, { dueOn: '2022-06-30' })
    await db.write((tx) => recordUpdate(tx, slug, '1', moved, act(today)))
    const [one] = await db.read((tx) => pointsOnDay(tx, planId, today))
    expect(one).toMatchObject({ dueOn: '2022-06-30', firstDueOn: '2021-12-31', moves: 1 })
    const [before] = await db.read((tx) => pointsOnDay(tx, planId, '2021-02-28'))
    expect(before).toMatchObject({ dueOn: '2021-12-31', moves: 0, status: 'not_started' })
  })

  test('recorded near midnight was recorded on the Swedish day', async () => {
    const { db, act, planId } = await aPlan()
    const late = { ...act(today), now: new Date('2021-06-30T22:30:00.000Z') }
    await db.write((tx) => recordUpdate(tx, slug, '1', saying('in_progress', '2021-07-01'), late))
    const [one] = await db.read((tx) => pointsOnDay(tx, planId, '2021-07-01'))
    expect(one?.lastUpdatedOn).toBe('2021-07-01')
  })
})
