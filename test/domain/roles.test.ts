import { describe, expect, test } from 'vitest'
import { deeds, may, type Deed, type Role } from '#domain/roles.ts'

describe('who may do what', () => {
  test('nobody without a role may anything', () => {
    for (const deed of Object.keys(deeds) as Deed[]) expect(may([], deed), deed).toBe(false)
  })

  test.each<[Role, Deed[]]>([
    ['reader', ['file.read', 'mine.read', 'plan.read-unpublished']],
    ['ambassador', ['activity.log', 'file.read', 'file.send', 'mine.read', 'plan.read-unpublished']],
    [
      'reporter',
      [
        'activity.log',
        'file.read',
        'file.send',
        'mine.read',
        'plan.read-unpublished',
        'update.correct',
        'update.record',
      ],
    ],
  ])('a %s may this and nothing else', (role, allowed) => {
    const found = (Object.keys(deeds) as Deed[]).filter((deed) => may([role], deed))
    expect(found.sort()).toEqual(allowed)
  })

  test('only an administrator gives others their sign-in links', () => {
    expect(may(['strategist', 'reporter', 'ambassador', 'reader'], 'link.issue')).toBe(false)
    expect(may(['administrator'], 'link.issue')).toBe(true)
  })

  test('a strategist runs the plan and its review days', () => {
    for (const deed of [
      'plan.create',
      'point.add',
      'update.record',
      'activity.show',
      'review.plan',
      'review.close',
    ] as const) {
      expect(may(['strategist'], deed), deed).toBe(true)
    }
  })

  test('several roles add up', () => {
    expect(may(['reader', 'ambassador'], 'activity.log')).toBe(true)
  })
})
