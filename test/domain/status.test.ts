import { describe, expect, test } from 'vitest'
import { isCompleted, outlookOrder, outlooks, statuses, statusOrder } from '#domain/status.ts'

describe('the table of statuses', () => {
  test('a status that has left the plan or waits is not completed', () => {
    for (const status of ['not_started', 'in_progress', 'paused', 'withdrawn', 'merged'] as const) {
      expect(isCompleted(status), status).toBe(false)
    }
  })

  test('exactly the two ways of finishing count as completed', () => {
    expect(statusOrder.filter(isCompleted)).toEqual(['closed', 'embedded'])
  })

  test('the tally begins with the completed and ends with those that left', () => {
    expect(statusOrder).toEqual([
      'closed',
      'embedded',
      'in_progress',
      'not_started',
      'paused',
      'withdrawn',
      'merged',
    ])
  })

  test('open are those still to be worked on', () => {
    expect(statusOrder.filter((status) => statuses[status].open)).toEqual([
      'in_progress',
      'not_started',
      'paused',
    ])
  })

  test('a check is drawn only where a point counts, and no two statuses share a mark', () => {
    const checked = statusOrder.filter((status) => statuses[status].mark.endsWith('check'))
    expect(checked).toEqual(statusOrder.filter(isCompleted))
    expect(new Set(statusOrder.map((status) => statuses[status].mark)).size).toBe(7)
  })
})

describe('the table of outlooks', () => {
  test('bad news needs a reason, good news and no news do not', () => {
    expect(outlookOrder.filter((outlook) => outlooks[outlook].needsReason)).toEqual(['late', 'at_risk'])
  })

  test('the gravest comes first, and status and outlook share no mark', () => {
    expect(outlookOrder).toEqual(['late', 'at_risk', 'on_track', 'not_assessed'])
    const marks: string[] = statusOrder.map((status) => statuses[status].mark)
    for (const outlook of outlookOrder) expect(marks).not.toContain(outlooks[outlook].mark)
  })
})
