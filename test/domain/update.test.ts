import { describe, expect, test } from 'vitest'
import {
  holdsFromBounds,
  needsReason,
  refuseUpdate,
  type UpdateClaim,
  type UpdateContext,
} from '#domain/update.ts'
import { claim, context, handedOver } from './given.ts'

const refused = (said: Partial<UpdateClaim>, known: Partial<UpdateContext> = {}) =>
  refuseUpdate(claim(said), context(known)).map((refusal) => `${refusal.code} ${refusal.field}`)

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

describe('carried out and closed', () => {
  const closed = { status: 'closed', outlook: 'not_assessed' } as const

  test('without result and day is refused, field by field', () => {
    expect(refused(closed)).toEqual([
      'result-missing closing.result',
      'carried-out-on-missing closing.carriedOutOn',
    ])
    expect(refused({ ...closed, closing: { result: ' ', carriedOutOn: '' } })).toEqual([
      'result-missing closing.result',
      'carried-out-on-missing closing.carriedOutOn',
    ])
  })

  test('with what a hand-over says instead is refused, and nothing said is dropped in silence', () => {
    expect(refused({ ...closed, closing: handedOver })).toEqual([
      'result-missing closing.result',
      'carried-out-on-missing closing.carriedOutOn',
      'closing-not-used closing',
    ])
  })

  test('carried out after the day it holds from, or after today, is refused', () => {
    const carriedOutOn = '2023-11-15'
    const ahead = ['carried-out-on-ahead closing.carriedOutOn']
    expect(refused({ ...closed, closing: { ...carriedOut, carriedOutOn } })).toEqual(ahead)
    const afternoon = { lastClosed: '2023-11-14' }
    const next = { ...closed, holdsFrom: '2023-11-15', closing: { ...carriedOut, carriedOutOn } }
    expect(refused(next, afternoon)).toEqual(ahead)
    expect(refused({ ...closed, holdsFrom: '2023-10-31', closing: carriedOut })).toEqual(ahead)
  })

  test('with a result longer than a screen is refused', () => {
    const closing = { ...carriedOut, result: 'å'.repeat(4001) }
    expect(refused({ ...closed, closing })).toEqual(['result-too-long closing.result'])
  })

  test('with result and day is recorded, even from before the plan', () => {
    expect(refused({ ...closed, closing: carriedOut })).toEqual([])
    expect(refused({ ...closed, closing: { ...carriedOut, carriedOutOn: '2019-09-18' } })).toEqual([])
  })
})

describe('embedded in regular operations', () => {
  const embedded = { status: 'embedded', outlook: 'not_assessed' } as const

  test('without receiver, function, day, anchor and evidence is refused, field by field', () => {
    expect(refused(embedded)).toEqual([
      'receiver-missing closing.receiver',
      'function-missing closing.function',
      'embedded-from-missing closing.embeddedFrom',
      'anchored-in-missing closing.anchoredIn',
      'evidence-missing evidence',
    ])
  })

  test.each(['receiver', 'function', 'embeddedFrom', 'anchoredIn'] as const)(
    'without %s alone is refused',
    (field) => {
      const closing = { ...handedOver, [field]: '' }
      const found = refused({ ...embedded, closing, evidence: 'none' })
      expect(found).toHaveLength(1)
      expect(found[0]).toContain(`closing.${field}`)
    },
  )

  test('with a result instead is refused', () => {
    expect(refused({ ...embedded, closing: carriedOut, evidence: 'none' })).toContain(
      'closing-not-used closing',
    )
  })

  test('with evidence, or the plain words that there is none, is recorded', () => {
    const evidence = [{ title: 'Rutin 12', reference: 'Dnr SN 2023/18' }]
    expect(refused({ ...embedded, closing: handedOver, evidence })).toEqual([])
    expect(refused({ ...embedded, closing: handedOver, evidence: 'none' })).toEqual([])
  })

  test('may be taken over on a day ahead', () => {
    const closing = { ...handedOver, embeddedFrom: '2024-01-01' }
    expect(refused({ ...embedded, closing, evidence: 'none' })).toEqual([])
  })
})

describe('evidence', () => {
  test('without a title, or with an address nobody should follow, is refused', () => {
    const evidence = [
      { title: 'Protokoll', url: 'https://norrtalje.example/protokoll.pdf' },
      { title: ' ' },
      { title: 'Skript', url: 'javascript:alert(1)' },
      { title: 'Trasig', url: 'https://' },
    ]
    expect(refused({ evidence })).toEqual([
      'evidence-title-missing evidence.1.title',
      'evidence-url-malformed evidence.2.url',
      'evidence-url-malformed evidence.3.url',
    ])
  })

  test('may stand beside any status', () => {
    expect(refused({ evidence: [{ title: 'Lägesrapport', url: 'http://norrtalje.example/a b' }] })).toEqual(
      [],
    )
    expect(refused({ evidence: 'none' })).toEqual([])
  })
})

describe('withdrawn and merged', () => {
  const withdrawn = { status: 'withdrawn', outlook: 'not_assessed', reason } as const
  const merged = { ...withdrawn, status: 'merged' } as const

  test('without a decision are refused, field by field', () => {
    const missing = [
      'decision-by-missing decision.by',
      'decision-on-missing decision.on',
      'decision-reference-missing decision.reference',
    ]
    expect(refused(withdrawn)).toEqual(missing)
    expect(refused({ ...merged, mergedInto: '8' })).toEqual(missing)
  })

  test('decided after the day they hold from are refused', () => {
    const later = { ...decision, on: '2023-11-15' }
    expect(refused({ ...withdrawn, decision: later })).toEqual(['decision-on-ahead decision.on'])
  })

  test('merged into nothing, an unknown point, itself or one that is merged is refused', () => {
    const found = (mergedInto: string | undefined, mergeTarget?: UpdateContext['mergeTarget']) =>
      refused({ ...merged, decision, mergedInto }, { mergeTarget })
    expect(found(undefined)).toEqual(['merged-into-missing mergedInto'])
    expect(found('99', 'missing')).toEqual(['merged-into-unknown mergedInto'])
    expect(found('7', 'self')).toEqual(['merged-into-self mergedInto'])
    expect(found('7')).toEqual(['merged-into-self mergedInto'])
    expect(found('8', 'merged')).toEqual(['merged-into-merged mergedInto'])
  })

  test('with decision, reason and target are recorded', () => {
    expect(refused({ ...withdrawn, decision })).toEqual([])
    expect(refused({ ...merged, decision, mergedInto: '8' }, { mergeTarget: 'ok' })).toEqual([])
  })
})

test('what a status has no use for is refused, so that nothing said is dropped', () => {
  expect(refused({ closing: carriedOut })).toEqual(['closing-not-used closing'])
  expect(refused({ decision })).toEqual(['decision-not-used decision'])
  expect(refused({ mergedInto: '8' })).toEqual(['merged-into-not-used mergedInto'])
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

  test('a note is at most 4000 characters, and may be empty', () => {
    expect(refused({ note: 'å'.repeat(4001) })).toEqual(['note-too-long note'])
    expect(refused({ note: 'å'.repeat(4000) })).toEqual([])
    expect(refused({ note: '' })).toEqual([])
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
