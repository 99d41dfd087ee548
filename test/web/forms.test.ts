import { describe, expect, test } from 'vitest'
import { activityOf } from '#domain/activity.ts'
import type { LogData } from '../../server/activities/log.page.ts'
import { emptyActivity, errorsIn as activityErrors } from '../../web/activities/parts/activity.ts'
import { boundsOf, claimOf, contextOf, errorsIn, suggestionOf } from '../../web/points/parts/claim.ts'
import {
  decisionsOf,
  emptyDecision,
  errorsIn as decisionErrors,
  numbersIn,
} from '../../web/reviews/parts/decisions.ts'
import { draft, speaking, updateData } from './forms.given.ts'

const fieldsOf = (errors: readonly { field: string }[]) => errors.map((error) => error.field)

describe('the form of an update', () => {
  test('asks for what the status needs, every field at once and in the order they are met', () => {
    const embedded = draft({ status: 'embedded', note: '' })
    expect(fieldsOf(errorsIn(embedded, updateData(), speaking))).toEqual([
      'closing.receiver',
      'closing.function',
      'closing.embeddedFrom',
      'closing.anchoredIn',
      'evidence',
    ])
  })

  test('says the sentence the server would say', () => {
    const [error] = errorsIn(draft({ outlook: 'late' }), updateData(), speaking)
    expect(error).toMatchObject({ field: 'reason', text: 'Skriv skälet med en rad, högst 80 tecken.' })
  })

  test('compares with how the point stood on the day the update holds from', () => {
    expect(contextOf(draft(), updateData()).current).toMatchObject({ outlook: 'late', dueOn: '2024-03-31' })
    expect(contextOf(draft({ holdsFrom: '2023-06-01' }), updateData()).current).toMatchObject({
      outlook: 'on_track',
      dueOn: '2023-12-31',
    })
  })

  test('a correction is compared with what stood before the update it corrects', () => {
    const correcting = {
      id: 12,
      day: { text: '14 november 2023', day: '2023-11-14' },
      settled: { text: '15 november 2023', day: '2023-11-15' },
      taken: false,
    }
    const context = contextOf(draft({ holdsFrom: '2023-11-15' }), updateData({ correcting }))
    expect(context).toMatchObject({
      current: { outlook: 'on_track', dueOn: '2023-12-31' },
      correcting: { status: 'in_progress' },
    })
  })

  test('knows a merged point, and one that is not there', () => {
    const into = (mergedInto: string) =>
      contextOf(draft({ status: 'merged', mergedInto }), updateData()).mergeTarget
    expect([into('8'), into('9'), into('99')]).toEqual(['ok', 'merged', 'missing'])
  })

  test('shows the bounds of the day: after the last closed review day, not after today', () => {
    expect(boundsOf(updateData())).toEqual({ earliest: '2023-11-15', latest: '2023-11-20' })
  })

  test('says only what is shown: what another status needed waits in the form', () => {
    const changedMind = draft({
      status: 'in_progress',
      result: 'Sex lägenheter.',
      carriedOutOn: '2023-11-01',
      receiver: 'Vuxenenheten',
      decisionBy: 'KS',
      mergedInto: '8',
      evidenceMissing: true,
    })
    const claim = claimOf(changedMind, 12)
    expect(claim).toEqual({
      status: 'in_progress',
      outlook: 'on_track',
      note: 'Två nya hyresvärdar är med.',
      holdsFrom: '2023-11-20',
      basedOn: 12,
      evidence: [],
    })
  })

  test('a finished point carries no outlook, and no new end', () => {
    const claim = claimOf(draft({ status: 'closed', outlook: 'late', dueOn: '2024-06-30' }), 12)
    expect(claim.outlook).toBe('not_assessed')
    expect(claim.dueOn).toBeUndefined()
  })

  test('that there is no evidence is said only where the box for it is shown', () => {
    expect(claimOf(draft({ status: 'embedded', evidenceMissing: true }), 12).evidence).toBe('none')
    expect(claimOf(draft({ evidenceMissing: true }), 12).evidence).toEqual([])
  })

  test('evidence keeps its empty fields to itself', () => {
    const evidence = [{ title: ' Rutin ', url: '', reference: ' SN 2023/88 ', file: null }]
    expect(claimOf(draft({ evidence }), 12).evidence).toEqual([{ title: 'Rutin', reference: 'SN 2023/88' }])
  })

  test('asks about a text that seems to point at one person (A05)', () => {
    const [error, ...others] = errorsIn(draft({ note: 'Ring 070-123 45 67.' }), updateData(), speaking)
    expect(others).toEqual([])
    expect(error).toMatchObject({ field: 'note' })
    expect(error?.doubt).toContain('070-123 45 67')
  })

  test('suggests from the end as it is being written (F18), and nothing once the plan is over', () => {
    expect(suggestionOf(draft(), updateData())).toEqual({ outlook: 'on_track', because: 'on-time' })
    expect(suggestionOf(draft({ dueOn: '2023-11-19' }), updateData())).toEqual({
      outlook: 'late',
      because: 'due-passed',
      days: 1,
    })
    const over = updateData()
    expect(suggestionOf(draft(), { ...over, rules: { ...over.rules, today: '2024-02-01' } })).toBeUndefined()
  })
})

describe('the form of an activity', () => {
  const data: LogData = {
    today: '2023-11-20',
    planFrom: '2021-01-01',
    own: null,
    others: [],
    chosen: null,
    names: null,
    begun: null,
    correcting: null,
    review: null,
    kept: null,
    account: null,
    saved: null,
    atOnce: false,
    files: { kinds: ['pdf'], bytes: 20_000_000 },
  }
  const written = (more: Partial<ReturnType<typeof emptyActivity>> = {}) =>
    activityOf({ ...emptyActivity(data), point: '7', what: 'Träff', ...more })

  test('begins today, on the point the address asked for', () => {
    expect(emptyActivity({ ...data, chosen: '11' })).toMatchObject({ point: '11', happenedOn: '2023-11-20' })
  })

  test('zero is told, blank is not (A10)', () => {
    expect(written({ occasions: '0', participants: '' })).toMatchObject({ occasions: 0, participants: null })
    expect(written({ participants: '1 200' }).participants).toBe(1200)
  })

  test.each(['många', '1,5', '-3'])('"%s" is no number of participants, and is said so', (participants) => {
    const errors = activityErrors(written({ participants }), data, speaking)
    expect(fieldsOf(errors)).toEqual(['participants'])
  })

  test('an empty form says what is missing, each in its field', () => {
    const empty = activityOf({ ...emptyActivity(data), happenedOn: '' })
    expect(fieldsOf(activityErrors(empty, data, speaking))).toEqual(['point', 'what', 'happenedOn'])
  })

  test('a personnummer is asked about, never refused (A05)', () => {
    const [error] = activityErrors(written({ what: 'En mamma, 121212-1212' }), data, speaking)
    expect(error?.doubt).toBeDefined()
    expect(error?.text).toContain('Texten verkar innehålla ett personnummer.')
  })
})

describe('the decisions of a review day', () => {
  test('name points with commas or the word between, each once', () => {
    expect(numbersIn('7, 15 och 16; 7')).toEqual(['7', '15', '16'])
    expect(numbersIn(' ')).toEqual([])
  })

  test('without words, or on a number the plan has not, are stopped in their field', () => {
    const decisions = decisionsOf([{ ...emptyDecision(), points: '7, 99' }])
    expect(fieldsOf(decisionErrors(decisions, ['7'], speaking))).toEqual([
      'decisions.0.text',
      'decisions.0.points',
    ])
  })

  test('say nobody where nobody was named', () => {
    const [decision] = decisionsOf([{ ...emptyDecision(), text: ' Punkt 7 får ny sluttid. ' }])
    expect(decision).toEqual({ text: 'Punkt 7 får ny sluttid.', dueOn: null, points: [] })
  })
})
