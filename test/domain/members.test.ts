import { describe, expect, test } from 'vitest'
import {
  isEmail,
  mostAtOnce,
  readMemberLines,
  refuseLeaving,
  refuseMembers,
  type MemberClaim,
} from '#domain/members.ts'
import { isQuiet, termStart, waitedSince } from '#domain/silence.ts'

const claim = (said: Partial<MemberClaim> = {}): MemberClaim => ({
  name: 'Ylva Björkman',
  email: 'ylva@kommun.se',
  organisation: 'buk',
  ...said,
})
const codes = (people: readonly MemberClaim[]) =>
  refuseMembers(people).map(({ code, field }) => `${code} ${field}`)

describe('people are not let in', () => {
  test.for([
    ['nobody', []],
    ['one without a name', [claim({ name: ' ' })]],
    ['one without an address', [claim({ email: '' })]],
    ['one without an organisation', [claim({ organisation: null })]],
    ['one with a title as long as a page', [claim({ function: 'x'.repeat(121) })]],
    ['two with the same address, however it is written', [claim(), claim({ email: ' YLVA@Kommun.se' })]],
  ] as const)('%s', ([, people]) => {
    expect(codes(people)).toHaveLength(1)
  })

  test('more at once than anybody reads', () => {
    const many = Array.from({ length: mostAtOnce + 1 }, (_none, n) => claim({ email: `a${n}@kommun.se` }))
    expect(codes(many)).toEqual(['people-too-many people'])
    expect(codes(many.slice(1))).toEqual([])
  })

  test.for([
    'ylva',
    'ylva@kommun',
    'ylva@@kommun.se',
    'y lva@kommun.se',
    'åsa@kommun.se',
    'a@b.se, c@d.se',
    'a@-b.se',
  ])('with the address %s', (email) => {
    expect(isEmail(email)).toBe(false)
  })

  test.for(['ylva@kommun.se', "o'brien@kommun.se", 'y.b+plan@skola.kommun.se', 'Ylva@KOMMUN.SE'])(
    'but with %s',
    (email) => {
      expect(isEmail(email)).toBe(true)
    },
  )
})

describe('pasted lines', () => {
  test('are cut at semicolons, or at tabs as Excel copies them; empty ones and a heading are passed over and counted', () => {
    const text = [
      'Namn;E-post;Organisation',
      'Ylva Björkman; ylva@kommun.se ;buk',
      '',
      'Per "Pelle" Ek\tper@kommun.se\tSocialkontoret; vuxna\tEnhetschef\tStrandhuset\tRapportör',
      '"Ek; Åsa"\tasa@kommun.se\tkfk\t\t\t',
      ';;',
    ].join('\r\n')
    expect(readMemberLines(text)).toEqual([
      {
        line: 2,
        name: 'Ylva Björkman',
        email: 'ylva@kommun.se',
        organisation: 'buk',
        function: null,
        workplace: null,
        role: null,
      },
      {
        line: 4,
        name: 'Per "Pelle" Ek',
        email: 'per@kommun.se',
        organisation: 'Socialkontoret; vuxna',
        function: 'Enhetschef',
        workplace: 'Strandhuset',
        role: 'Rapportör',
      },
      {
        line: 5,
        name: 'Ek; Åsa',
        email: 'asa@kommun.se',
        organisation: 'kfk',
        function: null,
        workplace: null,
        role: null,
      },
    ])
  })

  test('come in composed, without the signs nobody sees', () => {
    const [one] = readMemberLines('A\u030Asa\u00a0 Ek\u200b;asa@kommun.se\ufeff;buk')
    expect(one).toMatchObject({ name: '\u00C5sa Ek', email: 'asa@kommun.se' })
  })

  test('that hold too little are there all the same, so that the fault can be named', () => {
    expect(readMemberLines('Ylva')).toMatchObject([{ line: 1, name: 'Ylva', email: '', organisation: null }])
  })
})

describe('shutting somebody out', () => {
  const karin = { personId: 1, administrator: false, leads: [7] }
  const somebody = { id: 2, administrator: false, plans: [7] }
  test('is refused where it reaches further than one’s own', () => {
    expect(refuseLeaving(karin, { ...somebody, id: 1 })).toBe('deactivating-oneself')
    expect(refuseLeaving({ ...karin, administrator: true }, { ...somebody, id: 1 })).toBe(
      'deactivating-oneself',
    )
    expect(refuseLeaving(karin, { ...somebody, administrator: true })).toBe('administrator-only')
    expect(refuseLeaving(karin, { ...somebody, plans: [7, 8] })).toBe('person-elsewhere')
    expect(refuseLeaving(karin, somebody)).toBeUndefined()
    expect(refuseLeaving({ ...karin, administrator: true }, { ...somebody, plans: [8] })).toBeUndefined()
  })
})

describe('silence', () => {
  test('is waited for from the last word, or from the day somebody took over when that is later', () => {
    expect(waitedSince('2023-01-10', undefined)).toBe('2023-01-10')
    expect(waitedSince('2023-01-10', '2023-05-02')).toBe('2023-05-02')
    expect(waitedSince('2023-06-01', '2023-05-02')).toBe('2023-06-01')
    expect(waitedSince(null, '2023-05-02')).toBe('2023-05-02')
    expect(waitedSince(null, undefined)).toBeNull()
  })

  test('of an ambassador is none before 60 days of the term, nor before 60 days with the plan', () => {
    const since = '2021-01-01'
    expect(termStart('2023-07-31')).toBe('2023-01-01')
    expect(termStart('2023-08-01')).toBe('2023-08-01')
    expect(isQuiet({ since, lastOn: null }, '2023-09-29')).toBe(false)
    expect(isQuiet({ since, lastOn: null }, '2023-09-30')).toBe(true)
    expect(isQuiet({ since, lastOn: '2023-07-31' }, '2023-09-30')).toBe(true)
    expect(isQuiet({ since, lastOn: '2023-08-01' }, '2023-12-24')).toBe(false)
    expect(isQuiet({ since: '2023-10-01', lastOn: null }, '2023-11-29')).toBe(false)
    expect(isQuiet({ since: '2023-10-01', lastOn: null }, '2023-11-30')).toBe(true)
  })
})
