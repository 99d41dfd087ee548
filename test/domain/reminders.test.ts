import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isWorkingDay, weekNumber } from '#domain/calendar.ts'
import {
  reminderDay,
  reminderDue,
  reminderSteps,
  usualQuietWeeks,
  type ReminderStep,
} from '#domain/reminders.ts'

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2022-01-03', days))

describe('the day a reminder is sent', () => {
  test('hangs on the review day: 21, 14 and 7 days before it, and 3 after', () => {
    // A Thursday in November without a holiday near it.
    expect(reminderSteps.map((step) => reminderDay('2026-11-12', step))).toEqual([
      '2026-10-22',
      '2026-10-29',
      '2026-11-05',
      // Three days after is a Sunday: the Friday before it.
      '2026-11-13',
    ])
  })

  test('is moved to the nearest earlier working day', () => {
    // Seven days before 13 May 2027 is Ascension Day.
    expect(reminderDay('2027-05-13', -7)).toBe('2027-05-05')
  })

  test('is moved out of quiet weeks', () => {
    // Seven days before 5 August 2026 lies in week 31, and July is quiet back to midsummer.
    expect(reminderDay('2026-08-05', -7)).toBe('2026-06-26')
    expect(reminderDay('2026-08-05', -7, [])).toBe('2026-07-29')
  })

  test('after the review day it never comes before it', () => {
    expect(reminderDay('2026-12-18', 3)).toBe('2027-01-11')
  })

  test('is a working day outside quiet weeks, always', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...reminderSteps), (heldOn, step) => {
        const day = reminderDay(heldOn, step)!
        expect(isWorkingDay(day)).toBe(true)
        expect(usualQuietWeeks).not.toContain(weekNumber(day))
        expect(Math.sign(daysBetween(heldOn, day))).toBe(Math.sign(step))
      }),
    )
  })
})

describe('the reminder somebody shall have today', () => {
  const ask = (today: string, otherwise: { sent?: ReminderStep[]; lastMailOn?: string } = {}) =>
    reminderDue({ today, heldOn: '2026-11-12', sent: [], lastMailOn: null, ...otherwise })

  test('is none before the first, on a Saturday, or in a quiet week', () => {
    expect(ask('2026-10-21')).toBeUndefined()
    expect(ask('2026-10-24')).toBeUndefined()
    expect(
      reminderDue({ today: '2026-07-10', heldOn: '2026-07-31', sent: [], lastMailOn: null }),
    ).toBeUndefined()
  })

  test('is not given twice', () => {
    expect(ask('2026-10-22')).toBe(-21)
    expect(ask('2026-10-22', { sent: [-21] })).toBeUndefined()
    expect(ask('2026-10-28', { sent: [-21] })).toBeUndefined()
    expect(ask('2026-10-29', { sent: [-21] })).toBe(-14)
  })

  test('waits until seven days have passed since another mail', () => {
    expect(ask('2026-10-29', { sent: [-21], lastMailOn: '2026-10-23' })).toBeUndefined()
    expect(ask('2026-10-30', { sent: [-21], lastMailOn: '2026-10-23' })).toBe(-14)
  })

  test('is the last one only, when the program was down over several', () => {
    expect(ask('2026-11-06')).toBe(-7)
    expect(ask('2026-11-09', { sent: [-7] })).toBeUndefined()
  })

  test('says nothing after the day of what was to be said before it', () => {
    expect(reminderDue({ today: '2026-11-13', heldOn: '2026-11-12', sent: [], lastMailOn: null })).toBe(3)
    // Held on a Friday: three days after is the Monday.
    expect(
      reminderDue({ today: '2026-11-14', heldOn: '2026-11-13', sent: [], lastMailOn: null }),
    ).toBeUndefined()
    expect(reminderDue({ today: '2026-11-16', heldOn: '2026-11-13', sent: [], lastMailOn: null })).toBe(3)
  })

  test('over any run of days nobody gets two within a week, each step once, however often we look', () => {
    fc.assert(
      fc.property(anyDay, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (heldOn, up) => {
        const sent: ReminderStep[] = []
        const days: string[] = []
        for (const [index, running] of up.entries()) {
          const today = addDays(heldOn, index - 40)
          for (let looks = 0; running && looks < 2; looks += 1) {
            const step = reminderDue({ today, heldOn, sent, lastMailOn: days.at(-1) ?? null })
            if (step === undefined) continue
            sent.push(step)
            days.push(today)
          }
        }
        expect(new Set(sent).size).toBe(sent.length)
        for (const [index, day] of days.entries())
          if (index > 0) expect(daysBetween(days[index - 1]!, day)).toBeGreaterThanOrEqual(7)
      }),
    )
  })
})
