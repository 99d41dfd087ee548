import { describe, expect, test } from 'vitest'
import {
  holdsFromBounds,
  needsReason,
  refuseUpdate,
  type UpdateClaim,
  type UpdateContext,
} from '#domain/update.ts'
import { claim, context, handedOver, told } from './given.ts'

const refused = (said: Partial<UpdateClaim>, known: Partial<UpdateContext> = {}) =>
  told(refuseUpdate(claim(said), context(known)))

const carriedOut = { result: 'Tolv grupper, 84 föräldrar.', carriedOutOn: '2023-11-01' }
const decision = { by: 'Kommunstyrelsen', on: '2023-11-06', reference: 'Dnr KS 2020/412, § 187' }
const completed: UpdateContext['current'] = { status: 'closed', outlook: 'not_assessed', dueOn: '2023-12-31' }
const reason = 'Avtalet sades upp i oktober'

describe('the day an update holds from', () => {
  test.each([
    ['14/11', 'holds-from-not-a-day'],
    ['2023-02-29', 'holds-from-not-a-day'],
    ['2023-05-16', 'holds-from-in-closed-round'],
    ['2021-03-01', 'holds-from-in-closed-round'],
    ['2020-12-13', 'holds-from-before-adoption'],
    ['2023-11-15', 'holds-from-ahead'],
  ])('%s is refused as %s', (holdsFrom, code) => {
    expect(refused({ holdsFrom })).toEqual([`${code} holdsFrom`])
  })

  test('is refused before a point that was added later', () => {
    expect(refused({ holdsFrom: '2023-08-31' }, { adoptedOn: '2023-09-01' })).toEqual([
      'holds-from-before-adoption holdsFrom',
    ])
  })

  test('may be any from the day after the last closed review day through today', () => {
    expect(refused({ holdsFrom: '2023-05-17' })).toEqual([])
    expect(refused({ holdsFrom: '2023-11-14' })).toEqual([])
  })

  test('may be the day of adoption while no review day is closed', () => {
    expect(refused({ holdsFrom: '2020-12-14' }, { lastClosed: null })).toEqual([])
  })

  test('is tomorrow, and only that, in the afternoon after the review day', () => {
    const afternoon = { lastClosed: '2023-11-14' }
    expect(refused({ holdsFrom: '2023-11-14' }, afternoon)).toEqual(['holds-from-in-closed-round holdsFrom'])
    expect(refused({ holdsFrom: '2023-11-16' }, afternoon)).toEqual(['holds-from-ahead holdsFrom'])
    expect(refused({ holdsFrom: '2023-11-15' }, afternoon)).toEqual([])
    expect(holdsFromBounds(context(afternoon))).toEqual({ earliest: '2023-11-15', latest: '2023-11-15' })
  })

  test('of a correction is settled, not claimed, and so not judged', () => {
    const correcting = { status: 'in_progress' as const }
    expect(refused({ holdsFrom: '2023-05-17' }, { correcting, lastClosed: '2023-11-14' })).toEqual([])
  })
})

describe('the outlook', () => {
  test('of a point that is finished or has left the plan is refused', () => {
    expect(refused({ status: 'closed', closing: carriedOut, outlook: 'on_track' })).toEqual([
      'outlook-not-used outlook',
    ])
    expect(refused({ status: 'withdrawn', decision, reason, outlook: 'late' })).toEqual([
      'outlook-not-used outlook',
    ])
  })

  test('of a point that is paused may still be said', () => {
    expect(refused({ status: 'paused', outlook: 'late', reason })).toEqual([])
  })
})

describe('the reason in one line', () => {
  const missing = ['reason-missing reason']

  test.each(['late', 'at_risk'] as const)('is demanded when the outlook is %s', (outlook) => {
    expect(refused({ outlook })).toEqual(missing)
    expect(refused({ outlook, reason: '  ' })).toEqual(missing)
    expect(refused({ outlook, reason })).toEqual([])
  })

  test('is demanded of a point that is paused, withdrawn or merged', () => {
    expect(refused({ status: 'paused' })).toEqual(missing)
    expect(refused({ status: 'withdrawn', outlook: 'not_assessed', decision })).toEqual(missing)
    expect(refused({ status: 'merged', outlook: 'not_assessed', decision, mergedInto: '8' })).toEqual(missing)
    expect(refused({ status: 'paused', reason })).toEqual([])
  })

  test('is demanded when a completed status is left', () => {
    expect(refused({}, { current: completed })).toEqual(missing)
    expect(refused({ reason }, { current: completed })).toEqual([])
  })

  test('is demanded when a correction takes a completed status back', () => {
    expect(refused({}, { correcting: { status: 'embedded' } })).toEqual(missing)
    expect(refused({ reason }, { correcting: { status: 'embedded' } })).toEqual([])
    expect(refused({}, { correcting: { status: 'paused' } })).toEqual([])
  })

  test('is demanded when the end is moved, not when it is said again or for the first time', () => {
    expect(refused({ dueOn: '2024-03-31' })).toEqual(missing)
    expect(refused({ dueOn: '2024-03-31', reason })).toEqual([])
    expect(refused({ dueOn: '2023-12-31' })).toEqual([])
    expect(
      refused({ dueOn: '2024-03-31' }, { current: { ...completed, status: 'paused', dueOn: null } }),
    ).toEqual([])
  })

  test('is not demanded when one way of being completed becomes the other', () => {
    const embedded = claim({
      status: 'embedded',
      outlook: 'not_assessed',
      closing: handedOver,
      evidence: 'none',
    })
    expect(needsReason(embedded, context({ current: completed }))).toBe(false)
  })

  test('has 80 characters, counted as a reader does', () => {
    expect(refused({ reason: 'ö'.repeat(81) })).toEqual(['reason-too-long reason'])
    expect(refused({ reason: '🌲'.repeat(80) })).toEqual([])
  })
})

describe('the end and the note', () => {
  test('an end that is no day, or lies before the start, is refused', () => {
    expect(refused({ dueOn: 'våren', reason })).toEqual(['due-on-not-a-day dueOn'])
    expect(refused({ dueOn: '2021-01-01', reason }, { startsOn: '2022-01-01' })).toEqual([
      'due-on-before-start dueOn',
    ])
  })

  test('a note is at most 4000 characters, and may be empty beside a reason', () => {
    expect(refused({ note: 'å'.repeat(4001) })).toEqual(['note-too-long note'])
    expect(refused({ note: 'å'.repeat(4000) })).toEqual([])
    expect(refused({ note: '', reason: 'Lokal saknas.' })).toEqual([])
  })

  test('no change of state without words of why: a note, a reason or how it ended (F10)', () => {
    expect(refused({ note: ' ' })).toEqual(['note-missing note'])
  })
})

test('every reason is told at once, in the order of the form', () => {
  const found = refused({
    holdsFrom: '2023-11-15',
    status: 'closed',
    outlook: 'late',
    decision,
    dueOn: '2024-02-30',
    note: 'å'.repeat(4001),
  })
  expect(found).toEqual([
    'holds-from-ahead holdsFrom',
    'outlook-not-used outlook',
    'result-missing closing.result',
    'carried-out-on-missing closing.carriedOutOn',
    'decision-not-used decision',
    'due-on-not-a-day dueOn',
    'reason-missing reason',
    'note-too-long note',
  ])
})
