import { expect, test } from 'vitest'
import { prose, proseLine } from '../../server/reports/prose.ts'

test('paragraphs, lists and headings become blocks; a heading in a text never stands above the report’s own', async () => {
  const blocks = await prose(
    '# Läget\n\nVi *ser*\natt **tre** av fem gör det.\n\n- ett\n- två\n  - i tvåan\n\n1. först\n2. sen',
  )
  expect(blocks).toEqual([
    { kind: 'heading', level: 3, text: 'Läget', own: true },
    {
      kind: 'paragraph',
      own: true,
      inlines: [
        { text: 'Vi ' },
        { text: 'ser', emphasis: true },
        { text: ' ' },
        { text: 'att ' },
        { text: 'tre', strong: true },
        { text: ' av fem gör det.' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      own: true,
      items: [[{ text: 'ett' }], [{ text: 'två' }], [{ text: 'i tvåan' }]],
    },
    { kind: 'list', ordered: true, own: true, items: [[{ text: 'först' }], [{ text: 'sen' }]] },
  ])
})

test('HTML, tables, pictures and code are text as it was typed', async () => {
  const typed = ['<script>alert(1)</script>', '![x](https://a.se/x.png)', '`kod`', '| a | b |', '&nbsp;']
  for (const text of typed) {
    const [block, ...more] = await prose(text)
    expect(more).toEqual([])
    expect(block?.kind).toBe('paragraph')
    const words = block?.kind === 'paragraph' ? block.inlines.map((one) => one.text).join('') : ''
    expect(words).toBe(text.replace('[x](https://a.se/x.png)', 'x'))
  }
})

test('links lead to http, https and mailto; what would run, or lead within the site, stays as it was typed', async () => {
  for (const href of ['https://a.se/x?y=1', 'http://a.se', 'mailto:plan@kommun.se']) {
    expect(await proseLine(`Se [bilagan](${href}).`)).toEqual([
      { text: 'Se ' },
      { text: 'bilagan', href },
      { text: '.' },
    ])
  }
  expect(await proseLine('Läs https://a.se/x mer')).toEqual([
    { text: 'Läs ' },
    { text: 'https://a.se/x', href: 'https://a.se/x' },
    { text: ' mer' },
  ])
  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/mitt',
    '//a.se',
    'file:///x',
  ]) {
    expect(await proseLine(`[hej](${href})`)).toEqual([{ text: `[hej](${href})` }])
  }
})

test('a year that begins a line is not lost as the number of a list', async () => {
  const [block] = await prose('2023. Då slutar planen.')
  expect(block).toEqual({
    kind: 'paragraph',
    own: true,
    inlines: [{ text: '2023. ' }, { text: 'Då slutar planen.' }],
  })
})

test('what belongs together stays on one line', async () => {
  expect(await proseLine('KF § 187, Dnr KS 2020/412')).toEqual([
    { text: 'KF §\u00a0187, Dnr\u00a0KS 2020/412' },
  ])
})

test('nothing said is no blocks', async () => {
  expect(await prose(' \n\n# \n\n-\n')).toEqual([])
})
