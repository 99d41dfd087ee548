import { describe, expect, test } from 'vitest'
import { freshness, lastWordOn } from '#domain/freshness.ts'
import { suggestOutlook } from '#domain/outlook.ts'
import { statusOrder, statuses } from '#domain/status.ts'

const period = { from: '2021-01-01', to: '2023-12-31' }

describe('the outlook the dates suggest (F18)', () => {
  const point = { status: 'in_progress' as const, dueOn: '2023-06-30', startsOn: null, period }

  test('is nothing for a point that is finished or has left the plan', () => {
    for (const status of statusOrder.filter((one) => !statuses[one].open)) {
      expect(suggestOutlook({ ...point, status }, '2023-11-14'), status).toBeUndefined()
    }
  })

  test('is nothing without an end, and nothing once the plan’s time is over', () => {
    expect(suggestOutlook({ ...point, dueOn: null }, '2023-11-14')).toBeUndefined()
    expect(suggestOutlook(point, '2024-01-01')).toBeUndefined()
    expect(suggestOutlook(point, '2023-12-31')).toMatchObject({ outlook: 'late' })
  })

  test('is late from the day after the end, with the days passed', () => {
    expect(suggestOutlook(point, '2023-08-03')).toEqual({ outlook: 'late', because: 'due-passed', days: 34 })
    expect(suggestOutlook(point, '2023-07-01')).toEqual({ outlook: 'late', because: 'due-passed', days: 1 })
    expect(suggestOutlook({ ...point, status: 'paused' }, '2023-07-01')).toMatchObject({ outlook: 'late' })
  })

  test('is at risk in the last thirty days, the last one too', () => {
    expect(suggestOutlook(point, '2023-06-30')).toEqual({ outlook: 'at_risk', because: 'due-soon', days: 0 })
    expect(suggestOutlook(point, '2023-05-31')).toEqual({ outlook: 'at_risk', because: 'due-soon', days: 30 })
  })

  test('is on time before that, and for a short point that is not to start yet', () => {
    expect(suggestOutlook(point, '2023-05-30')).toEqual({ outlook: 'on_track', because: 'on-time' })
    expect(suggestOutlook({ ...point, startsOn: '2023-06-15' }, '2023-06-10')).toMatchObject({
      outlook: 'on_track',
    })
    expect(suggestOutlook({ ...point, startsOn: '2023-06-15' }, '2023-06-15')).toMatchObject({
      outlook: 'at_risk',
    })
  })
})

describe('how fresh a report is (F14)', () => {
  const point = {
    status: 'in_progress' as const,
    lastUpdatedOn: '2022-05-17',
    intervalMonths: 6,
    periodTo: period.to,
  }

  test('nobody has reported is not the same as stale, nor as not started', () => {
    expect(freshness({ ...point, lastUpdatedOn: null }, '2022-05-17')).toBe('never')
    expect(freshness({ ...point, lastUpdatedOn: null, status: 'not_started' }, '2023-12-31')).toBe('never')
  })

  test('is current through the interval and one month', () => {
    expect(freshness(point, '2022-05-17')).toBe('current')
    expect(freshness(point, '2022-12-17')).toBe('current')
  })

  test('is due through twice the interval', () => {
    expect(freshness(point, '2022-12-18')).toBe('due')
    expect(freshness(point, '2023-05-17')).toBe('due')
  })

  test('is stale beyond', () => {
    expect(freshness(point, '2023-05-18')).toBe('stale')
  })

  test('with an interval of a month goes from current to stale', () => {
    const monthly = { ...point, intervalMonths: 1 }
    expect(freshness(monthly, '2022-07-17')).toBe('current')
    expect(freshness(monthly, '2022-07-18')).toBe('stale')
  })

  test('does not age after the plan’s end', () => {
    const last = { ...point, lastUpdatedOn: '2023-11-14' }
    expect(freshness(last, '2031-01-01')).toBe('current')
    expect(freshness({ ...point, lastUpdatedOn: '2024-02-01' }, '2031-01-01')).toBe('current')
    expect(freshness(point, '2031-01-01')).toBe('stale')
  })

  test('asks nothing more of a point that is finished or has left the plan', () => {
    for (const status of statusOrder.filter((one) => !statuses[one].open)) {
      expect(freshness({ ...point, status, lastUpdatedOn: '2021-01-01' }, '2023-12-31'), status).toBe(
        'current',
      )
    }
  })
})

test('the last word of a plan imported after its time is as old as what it tells of', () => {
  const told = (recordedOn: string, holdsFrom: string) => lastWordOn({ recordedOn, holdsFrom }, '2023-12-31')
  expect(told('2026-11-21', '2018-12-31')).toBe('2018-12-31')
  expect(told('2023-11-20', '2023-05-20')).toBe('2023-11-20')
  expect(told('2024-02-06', '2024-02-06')).toBe('2024-02-06')
})
