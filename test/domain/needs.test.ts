import { describe, expect, test } from 'vitest'
import { refuseUpdate, type UpdateClaim, type UpdateContext } from '#domain/update.ts'
import { claim, context, handedOver, told } from './given.ts'

const refused = (said: Partial<UpdateClaim>, known: Partial<UpdateContext> = {}) =>
  told(refuseUpdate(claim(said), context(known)))

const carriedOut = { result: 'Tolv grupper, 84 föräldrar.', carriedOutOn: '2023-11-01' }
const decision = { by: 'Kommunstyrelsen', on: '2023-11-06', reference: 'Dnr KS 2020/412, § 187' }
const reason = 'Avtalet sades upp i oktober'

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
