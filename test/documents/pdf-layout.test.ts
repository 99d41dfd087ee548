import { expect, test } from 'vitest'
import { chartSvg, columnWidth, namedOf, placesOf } from '../../server/reports/pdf/chart.ts'
import { fitted, sharesOf } from '../../server/reports/pdf/tables.ts'
import { contentWith } from '../support/report-content.ts'

const { chart } = contentWith()
const words = { adopted: '3 antagna punkter', closed: 'avslutade', embedded: 'inarbetade' }
const size = { width: 380, height: 160 }
const column = (day: string) => ({ label: day, day, closed: 1, embedded: 0 })

test('review days stand in the chart where they are in time, and a single one in the middle', () => {
  const places = placesOf(['2021-01-01', '2022-01-01', '2025-01-01'].map(column), 380)
  expect(places[0]).toBe(15)
  expect(places[2]).toBe(291)
  expect((places[1]! - places[0]!) / (places[2]! - places[0]!)).toBeCloseTo(0.25, 2)
  expect(placesOf([column('2023-11-14')], 380)).toEqual([153])
  expect(placesOf([], 380)).toEqual([])
})

test('columns never touch each other, and only those that have room are named, the last one always', () => {
  expect(columnWidth([15, 100, 200], 380)).toBe(28.5)
  expect(columnWidth([15, 25, 200], 380)).toBe(7.5)
  expect(columnWidth([15, 15, 200], 380)).toBe(3)
  expect(namedOf([15, 100, 200], 4)).toEqual([true, true, true])
  expect(namedOf([15, 30, 45, 60, 75], 4)).toEqual([true, false, true, false, true])
  expect(namedOf([15, 30, 45, 60, 75], 10)).toEqual([true, false, false, false, true])
})

test('the chart prints each number, tells the two kinds apart without colour, and reads no word as markup', () => {
  const svg = chartSvg(chart, { ...words, embedded: '<script>' }, size)
  expect(svg.match(/>(\d+)</g)).toEqual(['>0<', '>2<', '>1<', '>1<'])
  expect(svg).toContain('url(#stripes)')
  expect(svg).toContain('3 antagna punkter')
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).not.toContain('<script>')
})

test('a chart of nothing is drawn all the same', () => {
  const svg = chartSvg({ ...chart, adopted: 0, columns: [] }, words, size)
  expect(svg).not.toContain('NaN')
})

test('a column without words leaves its room to the one that is most crowded', () => {
  const table = {
    kind: 'table' as const,
    caption: '',
    head: ['Nr', 'Skäl', 'Nästa steg'],
    widths: [10, 45, 45],
    rows: [[{ text: '7' }, { text: 'Två av sex lägenheter saknas.' }, { text: '' }]],
  }
  const [number, reason, next] = sharesOf(table)
  expect([number, next]).toEqual([10, 13])
  expect(reason).toBe(77)
  const full = { ...table, rows: [['7', 'Skäl', 'Steg'].map((text) => ({ text }))] }
  expect(sharesOf(full)).toEqual([10, 45, 45])
  expect(sharesOf({ ...table, rows: [] }).reduce((sum, share) => sum + share)).toBeCloseTo(100)
})

test('a row is kept together on a page, but one with more words than a page takes', () => {
  const row = (text: string) => [{ text: '1' }, { text }]
  const table = { kind: 'table' as const, caption: '', head: ['Nr', 'Skäl'], widths: [10, 90] }
  const rows = [row('kort'), row('långt '.repeat(200))]
  expect(fitted({ ...table, rows }).rows.map(({ kept }) => kept)).toEqual([true, false])
})
