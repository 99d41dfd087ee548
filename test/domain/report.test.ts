import { describe, expect, test } from 'vitest'
import {
  nextEdition,
  publishedState,
  refuseReport,
  refuseStep,
  reportLimits,
  reportState,
  type GivenState,
  type ReportClaim,
} from '#domain/report.ts'

const given = (...states: [number, GivenState['state'], number | null][]): GivenState[] =>
  states.map(([versionId, state, edition]) => ({ versionId, state, edition }))

const claim = (
  said: Partial<ReportClaim['sections']> = {},
  header: Partial<ReportClaim> = {},
): ReportClaim => ({
  sections: {
    summary: 'Arton punkter är slutförda.',
    lessons: '',
    next_steps: '',
    children: '',
    proposals: [],
    documents: [],
    appendices: [],
    ...said,
  },
  ...header,
})

describe('where a report stands (F34)', () => {
  test('what nobody has written has no state; a version that is saved is a draft, also after another was published', () => {
    expect(reportState(undefined, [])).toBeUndefined()
    expect(reportState(1, [])).toBe('draft')
    expect(reportState(1, given([1, 'approved', null]))).toBe('approved')
    expect(reportState(1, given([1, 'approved', null], [1, 'published', 1]))).toBe('published')
    expect(reportState(1, given([1, 'published', 1], [1, 'draft', null]))).toBe('draft')
    expect(reportState(2, given([1, 'published', 1], [1, 'draft', null]))).toBe('draft')
  })

  test('what everybody reads is the last that was published, also while a new one is written', () => {
    expect(publishedState(given([1, 'approved', null]))).toBeUndefined()
    const states = given([1, 'published', 1], [1, 'draft', null], [2, 'approved', null])
    expect(publishedState(states)).toEqual({ versionId: 1, state: 'published', edition: 1 })
  })

  test('editions are counted from one, and none comes twice', () => {
    expect(nextEdition([])).toBe(1)
    expect(nextEdition(given([1, 'published', 1], [1, 'draft', null], [2, 'published', 2]))).toBe(3)
  })
})

describe('what may be done with it', () => {
  test('nothing can be done with what is not written', () => {
    for (const step of ['approval', 'publication', 'reopening'] as const)
      expect(refuseStep(step, undefined, '')).toBe('report-not-written')
  })

  test('only a draft is approved, and none without a summary', () => {
    expect(refuseStep('approval', 'approved', 'x')).toBe('report-not-draft')
    expect(refuseStep('approval', 'published', 'x')).toBe('report-not-draft')
    expect(refuseStep('approval', 'draft', ' \n')).toBe('report-summary-missing')
    expect(refuseStep('approval', 'draft', 'x')).toBeUndefined()
  })

  test('only what is approved is published', () => {
    expect(refuseStep('publication', 'draft', 'x')).toBe('report-not-approved')
    expect(refuseStep('publication', 'published', 'x')).toBe('report-not-approved')
    expect(refuseStep('publication', 'approved', 'x')).toBeUndefined()
  })

  test('what is approved or published is taken back to draft before it is changed (F33)', () => {
    expect(refuseStep('reopening', 'draft', 'x')).toBe('report-is-draft')
    expect(refuseStep('reopening', 'approved', 'x')).toBeUndefined()
    expect(refuseStep('reopening', 'published', 'x')).toBeUndefined()
    for (const state of ['approved', 'published'] as const)
      expect(refuseReport(claim(), state)).toEqual([{ code: 'report-not-draft', field: 'sections' }])
  })
})

describe('what can be saved', () => {
  test('what is too long is refused, each by its field', () => {
    const { prose, item, items, reference } = reportLimits
    const long = claim(
      {
        lessons: 'å'.repeat(prose + 1),
        proposals: ['Nämnden godkänner.', 'x'.repeat(item + 1)],
        documents: Array.from({ length: items + 1 }, () => 'Rapport'),
      },
      { reference: 'K'.repeat(reference + 1), dated: '2023-11-31' },
    )
    expect(refuseReport(long, 'draft')).toEqual([
      { code: 'line-too-long', field: 'reference' },
      { code: 'report-dated-not-a-day', field: 'dated' },
      { code: 'report-text-too-long', field: 'sections.lessons' },
      { code: 'line-too-long', field: 'sections.proposals.1' },
      { code: 'report-items-too-many', field: 'sections.documents' },
    ])
  })

  test('a draft may be without a summary, and as long as there is room for', () => {
    const full = claim({ summary: '', children: '😀'.repeat(reportLimits.prose) }, { dated: '2023-11-20' })
    expect(refuseReport(full, undefined)).toEqual([])
  })
})
