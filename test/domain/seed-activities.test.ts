import { describe, expect, test } from 'vitest'
import { activities, people, person, reviews, swedishDay, tally } from './seed-data.ts'

describe('the activities of the example plan', () => {
  const organisationOf = (key: string) => person(key).organisation

  test('are about 220, and very uneven', () => {
    expect(activities.length).toBeGreaterThanOrEqual(210)
    expect(activities.length).toBeLessThanOrEqual(230)
    const spread = Object.values(tally(activities, (one) => organisationOf(one.by))).sort((a, b) => b - a)
    expect(spread[0]).toBe(90)
    expect(spread.at(-1)).toBe(4)
    const heard = new Set(activities.map((one) => one.by))
    expect([...heard].every((key) => person(key).role === 'ambassador')).toBe(true)
    expect(60 - heard.size).toBe(12)
  })

  test('have zeros beside blanks, duplicates, late ones and corrections of one’s own', () => {
    expect(activities.some((one) => one.participants === 0)).toBe(true)
    expect(activities.some((one) => one.participants === null && one.occasions === null)).toBe(true)
    const same = tally(activities, ({ by, point, happenedOn, what }) => [by, point, happenedOn, what].join())
    expect(Object.values(same).filter((n) => n > 1)).toHaveLength(2)
    const afterClosing = activities.filter((one) =>
      reviews.some(
        ({ heldOn, closedAt }) => one.happenedOn <= heldOn && closedAt < one.recordedAt && one.shown,
      ),
    )
    expect(afterClosing.length).toBeGreaterThan(2)
    const corrections = activities.filter((one) => one.corrects)
    expect(corrections).toHaveLength(3)
    for (const one of corrections) {
      const mistaken = activities.find(({ key }) => key === one.corrects)
      expect(mistaken).toMatchObject({ by: one.by, point: one.point })
      expect(mistaken!.recordedAt < one.recordedAt).toBe(true)
    }
  })

  test('of point 7 are the nine of the picture', () => {
    const done = activities.filter((one) => one.point === '7')
    expect(done).toHaveLength(9)
    expect(done.reduce((sum, one) => sum + (one.participants ?? 0), 0)).toBe(86)
    expect(done.filter((one) => one.happenedOn > '2023-05-16').map((one) => one.participants)).toEqual([
      6, 14,
    ])
  })

  test('come in the order of recording, never before they happened, and never name anybody', () => {
    const recorded = activities.map((one) => one.recordedAt)
    expect(recorded).toEqual([...recorded].sort())
    expect(new Set(activities.map((one) => one.key)).size).toBe(activities.length)
    const personnummer = activities.filter((one) => /\d{6,8}[-+]\d{4}/.test(one.what))
    expect(personnummer.map((one) => [one.what.includes('121212-1212'), one.shown])).toEqual([[true, false]])
    const names = people.flatMap((one) => one.name.split(/[ -]/)).filter((name) => name.length > 2)
    for (const { key, what, happenedOn, recordedAt } of activities) {
      expect(happenedOn <= swedishDay(recordedAt), key).toBe(true)
      const words = new Set(what.split(/[^\p{L}]+/u))
      expect(
        names.filter((name) => words.has(name)),
        key,
      ).toEqual([])
      expect(what, key).not.toMatch(/@|\b0\d{1,3}[- ]\d{5,}/)
    }
  })
})
