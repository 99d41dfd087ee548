import { describe, expect, test } from 'vitest'
import { refuseHearing, type HearingClaim } from '#domain/hearing.ts'

const context = { reviewedOn: '2023-05-16', today: '2023-11-20' }
const claim: HearingClaim = { body: 'Kommunstyrelsen', heldOn: '2023-06-12', paragraph: '§ 131' }
const refused = (more: Partial<HearingClaim>) =>
  refuseHearing({ ...claim, ...more }, context).map(({ code, field }) => `${code} ${field}`)

describe('where a report was taken up (P10)', () => {
  test.each<[string, Partial<HearingClaim>, string[]]>([
    ['nobody', { body: ' ' }, ['body-missing body']],
    ['a day that is none', { heldOn: '2023-06-31' }, ['hearing-not-a-day heldOn']],
    ['a day before the review day', { heldOn: '2023-05-15' }, ['hearing-before-review heldOn']],
    ['a day that has not been', { heldOn: '2023-11-21' }, ['hearing-ahead heldOn']],
    ['an address that runs', { url: 'javascript:alert(1)' }, ['hearing-url-malformed url']],
    ['an address without its beginning', { url: 'kommun.se/protokoll' }, ['hearing-url-malformed url']],
    ['a paragraph of 61 characters', { paragraph: '§'.repeat(61) }, ['line-too-long paragraph']],
  ])('%s is refused', (_what, more, codes) => {
    expect(refused(more)).toEqual(codes)
  })

  test('the day itself and today are fine, and registry numbers are written as people write them', () => {
    expect(refused({ heldOn: '2023-05-16' })).toEqual([])
    expect(
      refused({ heldOn: '2023-11-20', reference: 'TSN/2015:487-0061', url: 'https://kommun.se/p?id=1' }),
    ).toEqual([])
  })
})
