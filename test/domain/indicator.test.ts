import { describe, expect, test } from 'vitest'
import { readValues, refuseIndicator, writeValues, type IndicatorClaim } from '#domain/indicator.ts'

const claim: IndicatorClaim = {
  title: 'Bra självskattat hälsotillstånd',
  unit: 'procent av invånare 16–84 år',
  source: 'Folkhälsomyndigheten',
  values: [{ period: '2021–2024', value: '71.5' }],
}
const refused = (more: Partial<IndicatorClaim>) =>
  refuseIndicator({ ...claim, ...more }).map(({ code, field }) => `${code} ${field}`)

describe('an indicator (P14)', () => {
  test.each<[string, Partial<IndicatorClaim>, string[]]>([
    ['without a name', { title: ' ' }, ['indicator-title-missing title']],
    ['without what a unit is', { unit: '' }, ['indicator-unit-missing unit']],
    ['without a source', { source: '' }, ['indicator-source-missing source']],
    ['with an address that runs', { url: 'javascript:1' }, ['indicator-url-malformed url']],
    ['without values', { values: [] }, ['indicator-values-missing values']],
    [
      'with a value of no period',
      { values: [{ period: '', value: '1' }] },
      ['indicator-period-missing values'],
    ],
    [
      'with two values of one period',
      {
        values: [
          { period: '2022', value: '1' },
          { period: '2022 ', value: '2' },
        ],
      },
      ['indicator-period-twice values'],
    ],
    [
      'with a value that is no number',
      { values: [{ period: '2022', value: 'cirka 5' }] },
      ['indicator-value-malformed values'],
    ],
    [
      'with a number no reader can hold',
      { values: [{ period: '2022', value: '1e400' }] },
      ['indicator-value-malformed values'],
    ],
  ])('%s is refused', (_what, more, codes) => {
    expect(refused(more)).toEqual(codes)
  })

  test('with a value the source does not have is fine', () => {
    expect(
      refused({
        values: [
          { period: '2022', value: null },
          { period: '2023', value: '-0.5' },
        ],
      }),
    ).toEqual([])
  })
})

test('values are pasted as lines, from a spreadsheet or typed, and come back as they were read', () => {
  const pasted = '2019–2022; 12,50\r\n\r\n2023\t1 234\n2024; –\n2025\n2026; cirka 5'
  const values = readValues(pasted)
  expect(values).toEqual([
    { period: '2019–2022', value: '12.50' },
    { period: '2023', value: '1234' },
    { period: '2024', value: null },
    { period: '2025', value: null },
    { period: '2026', value: 'cirka5' },
  ])
  expect(readValues(writeValues(values))).toEqual(values)
})
