import { describe, expect, test } from 'vitest'
import {
  activities,
  organisations,
  people,
  person,
  plan,
  points,
  reviews,
  standingAt,
  swedishDay,
  updates,
  type SeedReview,
  type SeedUpdate,
} from './seed-data.ts'

// Nothing here asks the program's own rules: what the files promise is counted by hand. seed-rules.test.ts asks the rules.

const numbersOf = (wanted: (update: SeedUpdate) => boolean, review: SeedReview) =>
  [...standingAt(review)]
    .flatMap(([number, update]) => (wanted(update) ? [Number(number)] : []))
    .sort((a, b) => a - b)
const withStatus = (status: SeedUpdate['status']) =>
  numbersOf((update) => update.status === status, reviews.at(-1)!)
const tally = <T>(items: readonly T[], keyOf: (item: T) => string) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(items, keyOf)).map(([key, found]) => [key, found?.length ?? 0]),
  )

describe('the example plan', () => {
  test('is called and dated as the design says', () => {
    expect(plan).toMatchObject({
      slug: 'psykisk-halsa',
      title: 'Tillsammans för psykisk hälsa (exempel)',
      municipality: 'Norrtälje (exempel)',
      period: { from: '2021-01-01', to: '2023-12-31' },
      adoption: { by: 'kommunfullmäktige', on: '2020-12-14', paragraph: '§ 187', reference: 'KS 2020/412' },
    })
    expect(plan.support.map((line) => line.number)).toEqual(['112', '90101', '116 111', '1177'])
  })

  test('has 25 points in eight focus areas, each with what a reader asks for', () => {
    expect(points.map((point) => point.number)).toEqual(Array.from({ length: 25 }, (_, i) => String(i + 1)))
    const areas = plan.focusAreas.map((area) => area.number)
    expect(new Set(points.map((point) => point.focusArea))).toEqual(new Set([...areas, null]))
    expect(points.filter((point) => point.focusArea === null).map((point) => point.number)).toEqual(['23'])
    for (const point of points) {
      const sentences = point.description.match(/[.?!](?= |$)/g)?.length ?? 0
      expect(sentences, `sentences of ${point.number}`).toBeGreaterThanOrEqual(2)
      expect(sentences, `sentences of ${point.number}`).toBeLessThanOrEqual(4)
      expect(point.intendedEffect).toMatch(/\.$/)
      expect(point.startsOn < point.firstDueOn && point.firstDueOn <= plan.period.to).toBe(true)
    }
  })

  test('names only organisations and people that there are', () => {
    const codes = new Set(organisations.map((one) => one.code))
    const named = [
      ...points.flatMap(({ lead, takesPart }) => [lead.organisation, ...takesPart]),
      ...people.map((one) => one.organisation),
      ...updates.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
      ...reviews.flatMap(({ decisions }) => decisions.map((one) => one.responsible.organisation)),
    ]
    expect(named.filter((code) => !codes.has(code))).toEqual([])
    for (const { owner, lead } of points) {
      if (owner) expect(person(owner)).toMatchObject(lead)
    }
    for (const { closedBy } of reviews) expect(person(closedBy).role).toBe('strategist')
    expect(organisations.find((one) => one.code === 'kson')?.kind).toBe('joint_authority')
  })

  test('has a cast of fictional people with an address each that leads nowhere', () => {
    expect(tally(people, (one) => one.role)).toEqual({
      administrator: 1,
      strategist: 3,
      reporter: 8,
      ambassador: 60,
      reader: 1,
    })
    expect(people.filter((one) => !one.active).map((one) => one.role)).toEqual(['reporter', 'reporter'])
    for (const property of ['key', 'name', 'email'] as const) {
      expect(new Set(people.map((one) => one[property])).size).toBe(people.length)
    }
    for (const one of people) expect(one.email).toMatch(/^[a-z.-]+@example\.se$/)
  })
})

describe('its history', () => {
  test('grows to 0, 2, 6, 10, 14 and 18 completed, in the two ways to be completed', () => {
    const count = (review: SeedReview) => [
      review.heldOn,
      numbersOf(({ status }) => status === 'closed', review).length,
      numbersOf(({ status }) => status === 'embedded', review).length,
    ]
    expect(reviews.map(count)).toEqual([
      ['2021-05-18', 0, 0],
      ['2021-11-16', 2, 0],
      ['2022-05-17', 5, 1],
      ['2022-11-15', 6, 4],
      ['2023-05-16', 7, 7],
      ['2023-11-14', 7, 11],
    ])
  })

  test('ends where the last review day left it', () => {
    expect(withStatus('closed')).toEqual([4, 5, 10, 12, 14, 21, 23])
    expect(withStatus('embedded')).toEqual([1, 2, 3, 6, 8, 9, 11, 13, 17, 19, 20])
    expect(withStatus('in_progress')).toEqual([7, 15, 16, 18, 24])
    expect(withStatus('paused')).toEqual([22])
    expect(withStatus('withdrawn')).toEqual([25])
    const last = standingAt(reviews.at(-1)!)
    expect(['7', '15', '16', '18', '24'].map((number) => last.get(number)?.outlook)).toEqual([
      'late',
      'not_assessed',
      'on_track',
      'at_risk',
      'on_track',
    ])
    expect(last.get('7')).toMatchObject({
      dueOn: '2024-03-31',
      reason: 'Två av sex lägenheter saknas. Nya kontrakt väntas i mars 2024.',
    })
    expect(last.get('15')?.holdsFrom).toBe('2023-04-25')
    expect(last.get('18')?.reason).toBe('Två tjänster är vakanta. Ny väg in öppnar i december.')
    expect(last.get('22')?.reason).toBe('Pengar saknas 2023. Nämnden tar upp punkten i budget 2024.')
    expect(last.get('25')).toMatchObject({
      reason: 'Blir en egen plan. Kommunfullmäktige 30 oktober 2023, § 141.',
      decision: { by: 'kommunfullmäktige', on: '2023-10-30', reference: '§ 141' },
    })
  })

  test('is told in the order it was recorded, by people who were there, each time before the day was closed', () => {
    expect(updates.map((update) => update.recordedAt)).toEqual(
      [...updates.map((update) => update.recordedAt)].sort(),
    )
    expect(new Set(updates.map((update) => update.key)).size).toBe(updates.length)
    for (const { key, by, recordedAt } of updates) {
      expect(['strategist', 'reporter'], key).toContain(person(by).role)
      expect(swedishDay(recordedAt) <= (person(by).leftOn ?? '9999'), key).toBe(true)
      expect(recordedAt < reviews.at(-1)!.closedAt, key).toBe(true)
    }
  })

  test('holds what real life holds: silence, nothing new, a mistake, a reopened point, two moved ends, others’ reports', () => {
    const withOwner = points.filter((point) => point.owner)
    const silent = withOwner.filter(
      ({ number, owner }) => !updates.some((one) => one.point === number && one.by === owner),
    )
    expect(silent.map((point) => point.number)).toEqual(['24'])
    expect(updates.findLast((update) => update.point === '15')?.recordedAt.slice(0, 7)).toBe('2023-04')
    expect(updates.filter((update) => update.answer === 'nothing_new').length).toBeGreaterThan(5)
    const nothingNew = standingAt(reviews[4]!).get('7')
    expect(nothingNew).toMatchObject({ answer: 'nothing_new', holdsFrom: '2023-05-16', outlook: 'on_track' })
    expect(updates.filter((update) => update.corrects).map((update) => update.point)).toEqual(['4'])
    expect(updates.filter((update) => update.point === '12').map((update) => update.status)).toEqual([
      'in_progress',
      'in_progress',
      'closed',
      'in_progress',
      'closed',
    ])
    expect(updates.filter((update) => update.dueOn).map((update) => update.point)).toEqual(['23', '7'])
    expect(updates.filter((update) => update.onBehalfOf).map((update) => update.point)).toEqual(['15', '24'])
    expect(updates.filter((update) => update.evidence === 'none').length).toBe(3)
  })
})

describe('its activities', () => {
  const organisationOf = (key: string) => person(key).organisation

  test('are about 220, and very uneven', () => {
    expect(activities.length).toBeGreaterThanOrEqual(210)
    expect(activities.length).toBeLessThanOrEqual(230)
    const spread = Object.values(tally(activities, (one) => organisationOf(one.by))).sort((a, b) => b - a)
    expect(spread[0]).toBe(90)
    expect(spread.at(-1)).toBe(4)
    const heard = new Set(activities.map((one) => one.by))
    expect([...heard].every((key) => person(key).role === 'ambassador')).toBe(true)
    expect(60 - heard.size).toBe(12)
  })

  test('have zeros beside blanks, duplicates, late ones and corrections of one’s own', () => {
    expect(activities.some((one) => one.participants === 0)).toBe(true)
    expect(activities.some((one) => one.participants === null && one.occasions === null)).toBe(true)
    const same = tally(activities, ({ by, point, happenedOn, what }) => [by, point, happenedOn, what].join())
    expect(Object.values(same).filter((n) => n > 1)).toHaveLength(2)
    const afterClosing = activities.filter((one) =>
      reviews.some(
        ({ heldOn, closedAt }) => one.happenedOn <= heldOn && closedAt < one.recordedAt && one.shown,
      ),
    )
    expect(afterClosing.length).toBeGreaterThan(2)
    const corrections = activities.filter((one) => one.corrects)
    expect(corrections).toHaveLength(3)
    for (const one of corrections) {
      const mistaken = activities.find(({ key }) => key === one.corrects)
      expect(mistaken).toMatchObject({ by: one.by, point: one.point })
      expect(mistaken!.recordedAt < one.recordedAt).toBe(true)
    }
  })

  test('of point 7 are the nine of the picture', () => {
    const done = activities.filter((one) => one.point === '7')
    expect(done).toHaveLength(9)
    expect(done.reduce((sum, one) => sum + (one.participants ?? 0), 0)).toBe(86)
    expect(done.filter((one) => one.happenedOn > '2023-05-16').map((one) => one.participants)).toEqual([
      6, 14,
    ])
  })

  test('come in the order of recording, never before they happened, and never name anybody', () => {
    const recorded = activities.map((one) => one.recordedAt)
    expect(recorded).toEqual([...recorded].sort())
    expect(new Set(activities.map((one) => one.key)).size).toBe(activities.length)
    const personnummer = activities.filter((one) => /\d{6,8}[-+]\d{4}/.test(one.what))
    expect(personnummer.map((one) => [one.what.includes('121212-1212'), one.shown])).toEqual([[true, false]])
    const names = people.flatMap((one) => one.name.split(/[ -]/)).filter((name) => name.length > 2)
    for (const { key, what, happenedOn, recordedAt } of activities) {
      expect(happenedOn <= swedishDay(recordedAt), key).toBe(true)
      const words = new Set(what.split(/[^\p{L}]+/u))
      expect(
        names.filter((name) => words.has(name)),
        key,
      ).toEqual([])
      expect(what, key).not.toMatch(/@|\b0\d{1,3}[- ]\d{5,}/)
    }
  })
})

test('nothing is written in the words a municipal reader stumbles on', () => {
  const written = JSON.stringify([plan, points, reviews, updates, activities])
  const avoided =
    /implementer|säkerställ|verka för|tjänsteskrivelse|begå självmord|projekt|\b(?:o?klar|färdig)(?:a|t)?\b|förvaltning/giu
  expect(written.match(avoided) ?? []).toEqual([])
})
