import { describe, expect, test } from 'vitest'
import { refuseQuietWeeks, sameWeeks, weeksIn, weeksText } from '#domain/quiet-weeks.ts'
import { usualQuietWeeks } from '#domain/reminders.ts'

describe('weeks without reminders', () => {
  test.each<[string, number[], string]>([
    ['week 0', [27, 0], 'quiet-week-unknown'],
    ['week 54', [54], 'quiet-week-unknown'],
    ['half a week', [27.5], 'quiet-week-unknown'],
    ['more than half a year', Array.from({ length: 27 }, (_, index) => index + 1), 'quiet-weeks-too-many'],
  ])('are not %s', (_what, weeks, code) => {
    expect(refuseQuietWeeks(weeks)).toEqual([{ code, field: 'quietWeeks' }])
  })

  test('are any others, none too', () => {
    for (const weeks of [[], [1, 53], [...usualQuietWeeks]]) expect(refuseQuietWeeks(weeks)).toEqual([])
  })

  test.each<[string, number[]]>([
    ['', []],
    ['27–31, 52–53, 1', [27, 28, 29, 30, 31, 52, 53, 1]],
    ['v. 27 - 28; vecka 44 och 8', [27, 28, 44, 8]],
    ['51–2', [51, 52, 53, 1, 2]],
    ['27, 27', [27]],
    ['sommaren', [0]],
    ['27-', [0]],
    ['27–60', [0]],
  ])('are read from “%s”', (text, weeks) => {
    expect(weeksIn(text)).toEqual(weeks)
  })

  test('are written so that they are read the same', () => {
    expect(weeksText(usualQuietWeeks)).toBe('27–31, 52–53, 1')
    expect(weeksIn(weeksText(usualQuietWeeks))).toEqual([...usualQuietWeeks])
    expect(sameWeeks([1, 27], [27, 1])).toBe(true)
    expect(sameWeeks([1, 27], [27])).toBe(false)
  })
})
