import { describe, expect, test } from 'vitest'
import {
  leftByChecks,
  manualChecks,
  missingIn,
  needsPerson,
  refuseCheck,
  type CheckOutcome,
  type Statement,
} from '#domain/accessibility.ts'
import { readExample } from '../../server/seed/example.ts'

const today = '2026-11-22'
const { statement: whole } = readExample().accessibility

const empty: Statement = {
  actor: '',
  service: ' ',
  conformity: null,
  shortcomings: [],
  burden: '',
  exempt: '',
  contactEmail: '',
  contactPhone: '',
  answerWithin: null,
  method: null,
  assessor: '',
  assessedOn: null,
}

const told = (statement: Statement) =>
  missingIn(statement, today).map(({ code, field }) => `${field} ${code}`)

describe('a statement of accessibility (P09)', () => {
  test('is refused publication with every missing field by its name', () => {
    expect(told(empty)).toEqual([
      'actor statement-missing',
      'service statement-missing',
      'contactEmail statement-missing',
      'contactPhone statement-missing',
      'answerWithin statement-missing',
      'conformity statement-missing',
      'method statement-missing',
      'assessedOn statement-missing',
    ])
  })

  test('names the shortcoming and its part', () => {
    const shortcomings = [whole.shortcomings[0]!, { what: '', whom: ' ', why: '', mendedBy: null }]
    expect(told({ ...whole, shortcomings })).toEqual([
      'shortcomings.1.what statement-missing',
      'shortcomings.1.whom statement-missing',
      'shortcomings.1.why statement-missing',
      'shortcomings.1.mendedBy statement-missing',
    ])
  })

  test.each<[string, Partial<Statement>, string[]]>([
    ['partly, and nothing listed', { shortcomings: [] }, ['shortcomings statement-shortcomings-missing']],
    [
      'not at all, and nothing listed',
      { conformity: 'none', shortcomings: [] },
      ['shortcomings statement-shortcomings-missing'],
    ],
    ['fully, and something listed', { conformity: 'full' }, ['conformity statement-full-with-shortcomings']],
    ['an address that is none', { contactEmail: 'kommunen' }, ['contactEmail email-malformed']],
    ['an answer within no days', { answerWithin: 0 }, ['answerWithin statement-days-odd']],
    ['an answer within half a day', { answerWithin: 0.5 }, ['answerWithin statement-days-odd']],
    ['an answer within a year', { answerWithin: 365 }, ['answerWithin statement-days-odd']],
    ['gone through by nobody', { method: 'external' }, ['assessor statement-missing']],
    ['gone through tomorrow', { assessedOn: '2026-11-23' }, ['assessedOn statement-day-future']],
    ['gone through on no day', { assessedOn: '2026-02-30' }, ['assessedOn statement-day-malformed']],
    ['an endless burden', { burden: 'x'.repeat(4001) }, ['burden words-too-long']],
  ])('is refused when it says %s', (_what, part, reasons) => {
    expect(told({ ...whole, ...part })).toEqual(reasons)
  })

  test('is refused when a shortcoming should have been mended yesterday, and not when it is never to be', () => {
    const [first] = whole.shortcomings
    const with_ = (mendedBy: string | null, burden = '') =>
      told({ ...whole, burden, shortcomings: [{ ...first!, mendedBy }] })
    expect(with_('2026-11-21')).toEqual(['shortcomings.0.mendedBy statement-day-passed'])
    expect(with_('i vår')).toEqual(['shortcomings.0.mendedBy statement-day-malformed'])
    expect(with_(today)).toEqual([])
    expect(with_(null, 'Det skulle kosta mer än hela tjänsten.')).toEqual([])
  })

  test('can be published when it says all', () => {
    expect(told(whole)).toEqual([])
    expect(told({ ...whole, conformity: 'full', shortcomings: [] })).toEqual([])
    expect(told({ ...whole, method: 'external', assessor: 'Granskarna' })).toEqual([])
  })
})

describe('the checks (T10)', () => {
  const outcome = (part: Partial<CheckOutcome>): CheckOutcome => ({
    check: 'nvda',
    checkedOn: today,
    outcome: 'passed',
    byPerson: true,
    note: '',
    ...part,
  })

  test('cannot be made tomorrow, and faults are told in words', () => {
    const refused = (part: Partial<CheckOutcome>) => refuseCheck(outcome(part), today).map(({ code }) => code)
    expect(refused({ checkedOn: '2026-11-23' })).toEqual(['statement-day-future'])
    expect(refused({ outcome: 'faults', note: ' ' })).toEqual(['words-missing'])
    expect(refused({ note: 'x'.repeat(4001) })).toEqual(['words-too-long'])
    expect(refused({})).toEqual([])
  })

  test('leave what nobody has tried, what only a browser has tried where a person is needed, and what was found', () => {
    expect(leftByChecks([])).toEqual({ faults: [], untried: manualChecks })
    const byBrowser = manualChecks.map((check) => outcome({ check, byPerson: false }))
    expect(leftByChecks(byBrowser).untried).toEqual(manualChecks.filter((check) => needsPerson.has(check)))
    const found = outcome({ check: 'print', outcome: 'faults', note: 'Tabellen skärs av.' })
    const all = manualChecks.map((check) => outcome({ check }))
    const left = leftByChecks(all.map((one) => (one.check === 'print' ? found : one)))
    expect(left).toEqual({ faults: [found], untried: [] })
  })
})
