import { describe, expect, test } from 'vitest'
import { permissions, can, type Permission, type Role } from '#domain/roles.ts'

describe('who may do what', () => {
  test('nobody without a role may anything', () => {
    for (const permission of Object.keys(permissions) as Permission[])
      expect(can([], permission), permission).toBe(false)
  })

  test.each<[Role, Permission[]]>([
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
    const found = (Object.keys(permissions) as Permission[]).filter((permission) => can([role], permission))
    expect(found.sort()).toEqual(allowed)
  })

  test('only an administrator gives others their sign-in links', () => {
    expect(can(['strategist', 'reporter', 'ambassador', 'reader'], 'link.issue')).toBe(false)
    expect(can(['administrator'], 'link.issue')).toBe(true)
  })

  test('a strategist runs the plan and its review days', () => {
    for (const permission of [
      'plan.create',
      'point.add',
      'update.record',
      'activity.show',
      'review.plan',
      'review.close',
    ] as const) {
      expect(can(['strategist'], permission), permission).toBe(true)
    }
  })

  test('several roles add up', () => {
    expect(can(['reader', 'ambassador'], 'activity.log')).toBe(true)
  })
})
