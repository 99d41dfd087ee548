import { describe, expect, test } from 'vitest'
import { coverageOf } from '#domain/coverage.ts'

const school = { organisation: 'Barn- och utbildningskontoret', workplace: 'Rodengymnasiet' }
const office = { organisation: 'Barn- och utbildningskontoret', workplace: null }
const library = { organisation: 'Kultur- och fritidskontoret', workplace: 'Biblioteket' }
const inOrder = (a: string, b: string) => a.localeCompare(b, 'sv')

describe('where something has happened', () => {
  const logged = [
    { place: library, point: '13', n: 9 },
    { place: school, point: '15', n: 1 },
    { place: school, point: '2', n: 2 },
    { place: { ...school }, point: '15', n: 3 },
  ]
  const coverage = coverageOf(
    logged,
    [school, office, library, { ...office }],
    ['2', '13', '15', '16'],
    inOrder,
  )

  test('is told by name and not by how much, point by point in the plan’s order', () => {
    expect(coverage.places).toEqual([
      {
        ...school,
        total: 6,
        points: [
          { number: '2', n: 2 },
          { number: '15', n: 4 },
        ],
      },
      { ...library, total: 9, points: [{ number: '13', n: 9 }] },
    ])
  })

  test('leaves the silent, each once, and the points nothing was logged on', () => {
    expect(coverage.silent).toEqual([office])
    expect(coverage.uncovered).toEqual(['16'])
  })

  test('is nowhere when nothing is logged', () => {
    const none = coverageOf([], [office], ['2'], inOrder)
    expect(none).toEqual({ places: [], silent: [office], uncovered: ['2'] })
  })
})
