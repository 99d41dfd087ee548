import { describe, expect, test } from 'vitest'
import { readPoints, type PastedContext } from '#domain/pasted-points.ts'

const context: PastedContext = {
  adoptedOn: '2023-11-13',
  today: '2023-11-20',
  settled: false,
  numbers: ['7'],
  organisations: [
    { code: 'soc', name: 'Socialkontoret', alsoCalled: ['ifo'] },
    { code: 'kson', name: 'KSON' },
    { code: 'kfk', name: 'Kultur, fritid och bibliotek' },
  ],
  areas: [{ number: '5', title: 'Boende' }, { title: 'Skola' }],
}

const read = (text: string, more: Partial<PastedContext> = {}) => readPoints(text, { ...context, ...more })
const faults = (text: string, more: Partial<PastedContext> = {}) =>
  read(text, more).flatMap(({ line, faults: told }) =>
    told.map(({ code, field, values }) => [line, code, field, ...Object.values(values)].join(' ')),
  )

describe('a pasted list of points', () => {
  test('is read line by line: number, title, organisation, end, area and function', () => {
    expect(read('1; Bostad först; Socialkontoret; 2025-12; boende; Enhetschef')).toEqual([
      {
        line: 1,
        point: {
          number: '1',
          title: 'Bostad först',
          focusArea: 'Boende',
          lead: { organisation: 'soc', function: 'Enhetschef' },
          dueOn: '2025-12-31',
        },
        lead: 'Socialkontoret',
        faults: [],
      },
    ])
  })

  test('finds organisations by code, name or alias; the first leads, the others take part', () => {
    const [first, second, third] = read(
      '1;a;IFO\n2;b;kson / socialkontoret\n3;c;Kultur, fritid och bibliotek',
    )
    expect(first?.point.lead.organisation).toBe('soc')
    expect(second?.point).toMatchObject({ lead: { organisation: 'kson' }, takesPart: ['soc'] })
    expect(third?.point).toMatchObject({ lead: { organisation: 'kfk' } })
    expect([first, second, third].flatMap((one) => one?.faults)).toEqual([])
  })

  test.each([
    ['2025-06-15', '2025-06-15'],
    ['2025-12', '2025-12-31'],
    ['2025', '2025-12-31'],
    ['HT25', '2025-12-31'],
    ['vt 2026', '2026-07-31'],
  ])('an end written %j is %s', (text, day) => {
    expect(read(`1;a;soc;${text}`)[0]?.point.dueOn).toBe(day)
  })

  test('needs no end, no area and no function', () => {
    expect(read('1;a;soc')[0]).toMatchObject({ faults: [], point: { number: '1', title: 'a' } })
  })

  test('with headings has its columns in any order', () => {
    expect(read('Titel\tNr\tAnsvarig\tKlart senast\nBostad\t1\tKSON\t2025')).toMatchObject([
      { line: 2, point: { number: '1', title: 'Bostad', dueOn: '2025-12-31' }, faults: [] },
    ])
  })

  test('says nothing of the decision that a later point needs: it stands beside the list', () => {
    expect(read('1;a;soc', { settled: true })[0]?.faults).toEqual([])
  })

  test.each([
    ['a line of one cell', 'Bostad först', '1 cells-alone line'],
    ['more cells than columns', '1;a;soc;2025;Skola;Chef;mer', '1 cells-extra line'],
    ['no number', ';a;soc', '1 number-missing number'],
    ['a number that cannot stand in an address', '1/2;a;soc', '1 number-malformed number'],
    ['a number the plan has', '7;a;soc', '1 number-taken number'],
    ['no title', '1;;soc', '1 title-missing title'],
    ['no organisation', '1;a;', '1 lead-missing lead'],
    ['an organisation nobody knows', '1;a;Kyrkan', '1 organisation-not-known lead Kyrkan'],
    ['a partner nobody knows', '1;a;soc, Kyrkan', '1 organisation-not-known lead Kyrkan'],
    ['an end that cannot be read', '1;a;soc;snart', '1 due-unreadable dueOn snart'],
    ['an area the plan does not have', '1;a;soc;2025;Hemma', '1 area-not-known focusArea Hemma'],
    ['a title of 201 characters', `1;${'å'.repeat(201)};soc`, '1 line-too-long title'],
  ])('%s is told, once', (_what, text, fault) => expect(faults(text)).toEqual([fault]))

  test('a number twice is told at the second line, and names the first', () => {
    expect(faults('1;a;soc\n\n1;b;soc\n1;c;soc')).toEqual([
      '3 number-twice number 1 1',
      '4 number-twice number 1 1',
    ])
  })

  test('everything that is wrong with a line is told, from the left', () => {
    expect(faults('1;a;soc\n7;;Kyrkan;snart;Hemma')).toEqual([
      '2 number-taken number',
      '2 title-missing title',
      '2 organisation-not-known lead Kyrkan',
      '2 due-unreadable dueOn snart',
      '2 area-not-known focusArea Hemma',
    ])
  })
})
