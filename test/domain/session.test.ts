import { describe, expect, test } from 'vitest'
import { endOf, isWorthNoting, sessionEnd } from '#domain/session.ts'

const opened = '2023-11-01T08:00:00.000Z'
const at = (instant: string) => new Date(instant)

describe('when a session ends', () => {
  test('is twelve hours after its last use for those who decide, thirty days after it was opened for others', () => {
    const used = at('2023-11-05T09:30:00.000Z')
    expect(sessionEnd({ createdAt: opened }, true, used)).toBe('2023-11-05T21:30:00.000Z')
    expect(sessionEnd({ createdAt: opened }, false, used)).toBe('2023-12-01T08:00:00.000Z')
  })

  test('is never later than thirty days after it was opened', () => {
    const used = at('2023-12-01T07:00:00.000Z')
    expect(sessionEnd({ createdAt: opened }, true, used)).toBe('2023-12-01T08:00:00.000Z')
  })

  test('comes sooner for whoever has come to decide, and no later for whoever does so no more', () => {
    const session = { createdAt: opened, lastUsedAt: null, expiresAt: '2023-12-01T08:00:00.000Z' }
    expect(endOf(session, false)).toBe('2023-12-01T08:00:00.000Z')
    expect(endOf(session, true)).toBe('2023-11-01T20:00:00.000Z')
    expect(endOf({ ...session, expiresAt: '2023-11-01T20:00:00.000Z' }, false)).toBe(
      '2023-11-01T20:00:00.000Z',
    )
  })

  test('is written anew when five minutes have gone since the last time', () => {
    const session = { createdAt: opened, lastUsedAt: '2023-11-01T09:00:00.000Z', expiresAt: opened }
    expect(isWorthNoting(session, at('2023-11-01T09:04:59.999Z'))).toBe(false)
    expect(isWorthNoting(session, at('2023-11-01T09:05:00.000Z'))).toBe(true)
  })
})
