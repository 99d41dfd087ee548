import type { Script } from '../../server/http/page.ts'
import { describe, expect, test } from 'vitest'
import { words } from '#words/index.ts'
import { usualLabels } from '#words/labels.ts'
import type { Layout } from '../../server/http/layout.ts'
import { render, viewNames } from '../../web/render.ts'

const assets = {
  style: '/assets/a.css',
  workStyle: '/assets/w.css',
  scriptsOf: () => ['/assets/a.js', '/assets/b.js'],
  session: ['/assets/s.js', '/assets/b.js'],
  chart: '/assets/c.js',
  font: '/assets/a.woff2',
  icon: '/favicon.ico',
}

const layout: Layout = {
  lang: 'sv',
  base: '',
  path: '/',
  otherPath: '/en',
  origin: 'https://plan.example.se',
  title: 'Planer "här" & <där>',
  description: 'Planer',
  example: true,
  hidden: true,
  labels: usualLabels,
  feed: null,
  municipality: null,
  plan: null,
  viewer: null,
  session: null,
  actions: null,
  nav: [],
  footer: {
    support: [],
    updated: null,
    publisher: null,
    contact: '/tillganglighet#kontakt',
    feedback: null,
    follow: null,
    csv: null,
    json: null,
  },
}

const plan = {
  slug: 'x',
  title: '</script><b>fet</b>',
  lang: 'de',
  municipality: 'Kommun',
  years: '2021–2023',
  sentence: ['', '18 av 25', ' punkter är slutförda.'],
}

const draw = (script: Script, more: Partial<Layout> = {}) =>
  render(
    'plans/Plans',
    {
      layout: { ...layout, ...more },
      data: { plans: [plan] },
      words: words.sv,
      carried: ['plans', 'common'],
      script,
      working: script === 'page',
    },
    assets,
  )

describe('a document', () => {
  test('tells other sites what it is when somebody shares it, unless nobody should find it', () => {
    expect(draw('none')).not.toContain('og:')
    const shared = draw('none', {
      hidden: false,
      municipality: 'Norrtälje',
      feed: '/api/v1/plans/x/feed.atom',
    })
    expect(shared).toContain('<meta property="og:title" content="Planer &quot;här&quot; &amp; &lt;där&gt;">')
    expect(shared).toContain('<meta property="og:url" content="https://plan.example.se/">')
    expect(shared).toContain('<meta property="og:site_name" content="Norrtälje">')
    expect(shared).toContain('<meta property="og:locale" content="sv_SE">')
    expect(shared).toContain('type="application/atom+xml" href="/api/v1/plans/x/feed.atom"')
  })

  test('is not made of a view that does not exist', () => {
    expect(() =>
      render(
        'plans/Nothing',
        { layout, data: {}, words: words.sv, carried: ['plans', 'common'], script: 'none', working: false },
        assets,
      ),
    ).toThrow()
    expect(viewNames).toContain('plans/Dashboard')
  })

  test('carries no script and no data unless the browser takes it over', () => {
    expect(draw('none')).not.toContain('<script')
    expect(draw('none')).not.toContain('modulepreload')
  })

  test('is drawn with one stylesheet, and with the working one over it where somebody works', () => {
    const styles = (html: string) =>
      [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href)
    expect(styles(draw('none'))).toEqual(['/assets/a.css'])
    expect(styles(draw('page'))).toEqual(['/assets/a.css', '/assets/w.css'])
  })

  test('carries only what draws the chart where that is all it needs', () => {
    expect(draw('chart').match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/c.js">'])
  })

  test('carries its data once more where it does, and nothing somebody wrote can end that', () => {
    const html = draw('page')
    expect(html).toContain(
      '<link rel="modulepreload" href="/assets/b.js"><script type="module" src="/assets/a.js"></script>',
    )
    const [, json = ''] = /<script type="application\/json" id="page">(.*?)<\/script>/.exec(html) ?? []
    expect(json).not.toContain('<')
    expect(Object.keys((JSON.parse(json) as { words: object }).words)).toEqual(['plans', 'common'])
    expect(JSON.parse(json)).toMatchObject({ data: { plans: [plan] } })
  })

  test('escapes what stands in its head and body', () => {
    const html = draw('none')
    expect(html).toContain('<title>Planer &quot;här&quot; &amp; &lt;där&gt;</title>')
    expect(html).not.toContain('<b>fet</b>')
  })

  test('has no style of its own and no inline script: the security policy allows neither', () => {
    expect(draw('page')).not.toMatch(/<style| style=| on[a-z]+="/)
  })

  test('says its language, the language of what was written, and where the other language is', () => {
    const html = draw('none')
    expect(html).toMatch(/^<!doctype html><html lang="sv">/)
    expect(html).toContain('lang="de"')
    expect(html).toContain('<link rel="alternate" hreflang="en" href="https://plan.example.se/en">')
  })

  test('asks not to be kept by search engines where the layout says so, else not', () => {
    expect(draw('none')).toContain('<meta name="robots" content="noindex">')
    expect(draw('none', { hidden: false })).not.toContain('noindex')
  })
})
