import { describe, expect, test } from 'vitest'
import { words } from '#words/index.ts'
import { usualLabels } from '#words/labels.ts'
import { speaker } from '#words/say.ts'
import type { Layout } from '../../server/http/layout.ts'
import { contextOfPlan, type ViewContext } from '../../web/view-context.ts'

const layout: Layout = {
  lang: 'en',
  base: '/en',
  path: '/en/mitt',
  otherPath: '/mitt',
  origin: '',
  title: 'Mine',
  description: '',
  example: false,
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
    contact: '/en/tillganglighet#kontakt',
    feedback: null,
    follow: null,
    csv: null,
    json: null,
  },
}

describe('the context of a part that is about a plan of its own', () => {
  test('speaks with the plan’s voice and language, and is else what stands around it', () => {
    const around: ViewContext = {
      layout,
      words: words.en,
      say: speaker('en', usualLabels),
      lang: 'en',
      contentLang: undefined,
    }
    const say = speaker('en', usualLabels)
    const own = contextOfPlan(around, { say: () => say, contentLang: () => 'sv' })
    expect(own.say).toBe(say)
    expect(own).toMatchObject({ layout, words: words.en, lang: 'en', contentLang: 'sv' })
  })

  test('follows both when they change: nothing in it is a copy', () => {
    let page = layout
    let contentLang = 'en'
    const say = speaker('en', usualLabels)
    const own = contextOfPlan(
      {
        get layout() {
          return page
        },
        words: words.en,
        say,
        lang: 'en',
        contentLang: undefined,
      },
      { say: () => say, contentLang: () => contentLang },
    )
    page = { ...layout, title: 'Later' }
    contentLang = 'sv'
    expect(own.layout.title).toBe('Later')
    expect(own.contentLang).toBe('sv')
  })
})
