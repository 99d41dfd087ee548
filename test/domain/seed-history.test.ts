import { describe, expect, test } from 'vitest'
import {
  person,
  plan,
  points,
  reviews,
  standingAt,
  swedishDay,
  updates,
  type SeedReview,
  type SeedUpdate,
} from './seed-data.ts'

// Nothing here asks the program's own rules: what the files promise is counted by hand. seed-rules.test.ts asks the rules.

const numbersOf = (wanted: (update: SeedUpdate) => boolean, review: SeedReview) =>
  [...standingAt(review)]
    .flatMap(([number, update]) => (wanted(update) ? [Number(number)] : []))
    .sort((a, b) => a - b)
const withStatus = (status: SeedUpdate['status']) =>
  numbersOf((update) => update.status === status, reviews.at(-1)!)
describe('the history of the example plan', () => {
  test('grows to 0, 2, 6, 10, 14 and 18 completed, in the two ways to be completed', () => {
    const count = (review: SeedReview) => [
      review.heldOn,
      numbersOf(({ status }) => status === 'closed', review).length,
      numbersOf(({ status }) => status === 'embedded', review).length,
    ]
    expect(reviews.map(count)).toEqual([
      ['2021-05-18', 0, 0],
      ['2021-11-16', 2, 0],
      ['2022-05-17', 5, 1],
      ['2022-11-15', 6, 4],
      ['2023-05-16', 7, 7],
      ['2023-11-14', 7, 11],
    ])
  })

  test('ends where the last review day left it', () => {
    expect(withStatus('closed')).toEqual([4, 5, 10, 12, 14, 21, 23])
    expect(withStatus('embedded')).toEqual([1, 2, 3, 6, 8, 9, 11, 13, 17, 19, 20])
    expect(withStatus('in_progress')).toEqual([7, 15, 16, 18, 24])
    expect(withStatus('paused')).toEqual([22])
    expect(withStatus('withdrawn')).toEqual([25])
    const last = standingAt(reviews.at(-1)!)
    expect(['7', '15', '16', '18', '24'].map((number) => last.get(number)?.outlook)).toEqual([
      'late',
      'not_assessed',
      'on_track',
      'at_risk',
      'on_track',
    ])
    expect(last.get('7')).toMatchObject({
      dueOn: '2024-03-31',
      reason: 'Två av sex lägenheter saknas. Nya kontrakt väntas i mars 2024.',
    })
    expect(last.get('15')?.holdsFrom).toBe('2023-04-25')
    expect(last.get('18')?.reason).toBe('Två tjänster är vakanta. Ny väg in öppnar i december.')
    expect(last.get('22')?.reason).toBe('Pengar saknas 2023. Nämnden tar upp punkten i budget 2024.')
    expect(last.get('25')).toMatchObject({
      reason: 'Blir en egen plan. Kommunfullmäktige 30 oktober 2023, § 141.',
      decision: { by: 'kommunfullmäktige', on: '2023-10-30', reference: '§ 141' },
    })
  })

  test('is told in the order it was recorded, by people who were there, each time before the day was closed', () => {
    expect(updates.map((update) => update.recordedAt)).toEqual(
      [...updates.map((update) => update.recordedAt)].sort(),
    )
    expect(new Set(updates.map((update) => update.key)).size).toBe(updates.length)
    for (const { key, by, recordedAt } of updates) {
      expect(['strategist', 'reporter'], key).toContain(person(by).role)
      expect(swedishDay(recordedAt) <= (person(by).leftOn ?? '9999'), key).toBe(true)
      expect(recordedAt < reviews.at(-1)!.closedAt, key).toBe(true)
    }
  })

  test('gives a reason of one line for all that goes badly, and its proof for all that is completed', () => {
    for (const { key, status, outlook, reason = '', holdsFrom, closing, evidence, dueOn } of updates) {
      const asked = ['late', 'at_risk'].includes(outlook) || ['paused', 'withdrawn'].includes(status) || dueOn
      expect(!asked || reason !== '', key).toBe(true)
      expect([...reason].length, key).toBeLessThanOrEqual(80)
      if (['closed', 'embedded', 'withdrawn', 'paused'].includes(status))
        expect(outlook, key).toBe('not_assessed')
      expect(closing !== undefined, key).toBe(['closed', 'embedded'].includes(status))
      if (!closing) continue
      expect(
        Object.values(closing).every((said) => said !== ''),
        key,
      ).toBe(true)
      const since = 'result' in closing ? closing.carriedOutOn : closing.embeddedFrom
      expect(since <= holdsFrom, key).toBe(true)
      if (status === 'embedded') expect(evidence, key).not.toEqual([])
    }
  })

  test('never reaches into a round that is closed, nor ahead of its day', () => {
    for (const { key, holdsFrom, recordedAt } of updates) {
      const closed = reviews.findLast((review) => review.closedAt < recordedAt)
      expect(holdsFrom > (closed?.heldOn ?? plan.adoption.on), key).toBe(true)
      expect(holdsFrom <= swedishDay(recordedAt), key).toBe(true)
    }
  })

  test('holds what real life holds: silence, nothing new, a mistake, a reopened point, two moved ends, others’ reports', () => {
    const withOwner = points.filter((point) => point.owner)
    const silent = withOwner.filter(
      ({ number, owner }) => !updates.some((one) => one.point === number && one.by === owner),
    )
    expect(silent.map((point) => point.number)).toEqual(['24'])
    expect(updates.findLast((update) => update.point === '15')?.recordedAt.slice(0, 7)).toBe('2023-04')
    expect(updates.filter((update) => update.answer === 'nothing_new').length).toBeGreaterThan(5)
    const nothingNew = standingAt(reviews[4]!).get('7')
    expect(nothingNew).toMatchObject({ answer: 'nothing_new', holdsFrom: '2023-05-16', outlook: 'on_track' })
    expect(updates.filter((update) => update.corrects).map((update) => update.point)).toEqual(['4'])
    expect(updates.filter((update) => update.point === '12').map((update) => update.status)).toEqual([
      'in_progress',
      'in_progress',
      'closed',
      'in_progress',
      'closed',
    ])
    expect(updates.filter((update) => update.dueOn).map((update) => update.point)).toEqual(['23', '7'])
    expect(updates.filter((update) => update.onBehalfOf).map((update) => update.point)).toEqual(['15', '24'])
    expect(updates.filter((update) => update.evidence === 'none').length).toBe(3)
  })
})
