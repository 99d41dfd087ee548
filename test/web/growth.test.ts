import { describe, expect, test } from 'vitest'
import { completion } from '#domain/completion.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { growthSentence } from '../../server/plans/growth.ts'

const terms = ['2021-vt', '2021-ht', '2022-vt', '2022-ht', '2023-vt', '2023-ht']

const sentence = (counts: readonly number[], lang: 'sv' | 'en' = 'sv') => {
  const reviews = counts.map((completed, index) => {
    const points = Array.from({ length: 25 }, (_, at) => ({
      status: at < completed ? ('closed' as const) : ('in_progress' as const),
      adopted: true,
    }))
    return { term: terms[index] ?? '', heldOn: '', count: completion(points) }
  })
  return growthSentence(reviews, { lang, say: speaker(lang), words: words[lang] })
}

describe('the sentence that says what the chart says', () => {
  test('tells of the example plan as the picture does', () => {
    expect(sentence([0, 2, 6, 10, 14, 18])).toBe(
      'Från ingen slutförd våren 2021 till 18 hösten 2023. Fyra nya vid var och en av de fyra senaste avstämningarna.',
    )
    expect(sentence([0, 2, 6, 10, 14, 18], 'en')).toBe(
      'From none completed in spring 2021 to 18 in autumn 2023. Four new at each of the last four reviews.',
    )
  })

  test('says nothing of a pace after one review', () => {
    expect(sentence([0])).toBe('Ingen punkt var slutförd vid den första avstämningen, våren 2021.')
    expect(sentence([1])).toBe('En slutförd punkt vid den första avstämningen, våren 2021.')
  })

  test('says that there are fewer, and why, when points were reopened', () => {
    expect(sentence([19, 18, 17])).toBe(
      'Från 19 slutförda våren 2021 till 17 våren 2022. En färre än vid avstämningen före, för att punkter har öppnats igen.',
    )
  })

  test('says that nothing has changed', () => {
    expect(sentence([3, 3])).toBe(
      '3 slutförda, lika många våren 2021 som hösten 2021. Lika många som vid avstämningen före.',
    )
  })

  test('does not call one step an even pace', () => {
    expect(sentence([0, 1, 5])).toMatch(/Fyra nya sedan avstämningen före\.$/)
  })
})
