import { describe, expect, test } from 'vitest'
import { startOfDay } from '#domain/calendar.ts'
import { fieldsOf, touchedBy } from '#domain/trail.ts'

describe('what the trail keeps of a change that was asked for', () => {
  test('never a name, an address or a text: of those only that they were there', () => {
    const body = {
      name: 'Karin Sjöholm',
      email: 'karin.sjoholm@kommun.se',
      note: 'Karin ringde',
      reason: 'sjuk',
      function: 'Enhetschef',
      closing: { receiver: 'Vuxenenheten', embeddedFrom: '2023-11-20' },
      people: [{ name: 'Ali Ek', email: 'ali@kommun.se' }],
    }
    expect(fieldsOf(body)).toEqual({
      name: {},
      email: {},
      note: {},
      reason: {},
      function: {},
      'closing.receiver': {},
      'closing.embeddedFrom': { after: '2023-11-20' },
      people: { after: 1 },
    })
  })

  test('a field that may tell says only what looks like an id, a code, a day or a number', () => {
    expect(fieldsOf({ status: 'Karin mår inte bra', point: 'a@b.se', role: 'x'.repeat(41) })).toEqual({
      status: {},
      point: {},
      role: {},
    })
    expect(fieldsOf({ status: 'paused', point: 'Ü1', shown: false, participants: 0, dueOn: null })).toEqual({
      status: { after: 'paused' },
      point: { after: 'Ü1' },
      shown: { after: false },
      participants: { after: 0 },
      dueOn: { after: null },
    })
  })

  test('a key that somebody made up is not kept, and nothing is no field', () => {
    expect(fieldsOf({ 'karin@kommun.se': 1, 'Karin Sjöholm': 1 })).toEqual({})
    for (const nothing of [undefined, null, 'text', 7, ['a']]) expect(fieldsOf(nothing)).toEqual({})
  })
})

describe('what a change touched', () => {
  const plan = 'psykisk-halsa'
  test.each<[string, Record<string, string>, unknown, unknown]>([
    ['/api/v1/plans/:plan/points/:number/updates', { plan, number: '7' }, {}, ['point', '7']],
    ['/api/v1/plans/:plan/reviews/:term/closure', { plan, term: '2023-ht' }, {}, ['review', '2023-ht']],
    ['/api/v1/plans/:plan/points', { plan }, { id: 4, number: '26' }, ['point', '26']],
    ['/api/v1/plans/:plan/activities', { plan }, { activity: { id: 531 } }, ['activity', '531']],
    ['/api/v1/plans/:plan/publication', { plan }, {}, ['plan', plan]],
    ['/api/v1/plans/:plan', { plan }, {}, ['plan', plan]],
    ['/api/v1/plans', {}, { slug: 'ny' }, ['plan', 'ny']],
    ['/api/v1/people/:id/erasure', { id: '12' }, {}, ['person', '12']],
    ['/api/v1/organisations', {}, {}, ['organisation', null]],
    [
      '/api/v1/plans/:plan/mails/:kind/:lang',
      { plan, kind: 'reminder', lang: 'sv' },
      {},
      ['mail', 'reminder'],
    ],
    ['/api/v1/plans/:plan/indicators/:id', { plan, id: '3' }, {}, ['indicator', '3']],
    ['/api/v1', {}, {}, []],
  ])('%s', (address, params, answer, expected) => {
    const touched = touchedBy(address, params, answer)
    expect(touched ? [touched.object, touched.objectId] : []).toEqual(expected)
  })
})

test('a Swedish day begins at midnight in Sweden, also where the clock moves', () => {
  const begins = ['2023-11-20', '2023-07-01', '2023-03-26', '2023-03-27', '2023-10-29', '2023-10-30']
  expect(begins.map(startOfDay)).toEqual([
    '2023-11-19T23:00:00.000Z',
    '2023-06-30T22:00:00.000Z',
    '2023-03-25T23:00:00.000Z',
    '2023-03-26T22:00:00.000Z',
    '2023-10-28T22:00:00.000Z',
    '2023-10-29T23:00:00.000Z',
  ])
})
