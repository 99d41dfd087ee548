import * as addresses from '#domain/addresses.ts'
import type { Instant } from '#domain/calendar.ts'
import { dayText, termName, within, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import { escapedMarkup } from '../../http/markup.ts'
import type { Plan } from '../../database/plan.ts'
import type { Snapshot } from '../../reviews/snapshot.ts'
import type { StatusChange } from './store.ts'
import { whoText } from '../../texts/view.ts'

interface FeedBasis {
  plan: Plan
  lang: Lang
  say: Say
  words: Words
  origin: string
  /** What the feed itself and its page are called, without origin. */
  paths: { feed: string; plan: string }
  changes: readonly StatusChange[]
  titles: ReadonlyMap<number, { number: string; title: string }>
  closures: readonly { snapshot: Snapshot; closedAt: Instant }[]
  editions: readonly { id: number; term: string; edition: number; recordedAt: Instant }[]
}

interface Entry {
  /** Its address, which is its name for good. */
  href: string
  at: Instant
  title: string
  text: string
}

/** How many entries a feed holds. */
export const feedLength = 50

/**
 * What happened in a plan as an Atom feed (RFC 4287), newest first: changes of status, locked review days, published reports. Functions and organisations,
 * never names; what somebody wrote is read on the page.
 */
export function feedOf(basis: FeedBasis): string {
  const { plan, lang, say, words, origin, paths } = basis
  const entries = [...changed(basis), ...locked(basis), ...published(basis)]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, feedLength)
  const spoken = words.sharing.feed
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    tag('title', say(spoken.title, { plan: plan.title })),
    tag('subtitle', say(spoken.subtitle)),
    tag('id', `${origin}${paths.feed}`),
    `<link rel="self" type="application/atom+xml" href="${escapedMarkup(`${origin}${paths.feed}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapedMarkup(`${origin}${paths.plan}`)}"/>`,
    `<author>${tag('name', plan.municipality)}</author>`,
    tag('updated', entries[0]?.at ?? plan.publishedAt ?? plan.createdAt),
    ...entries.map(
      ({ href, at, title, text }) =>
        `<entry>${tag('title', title)}${tag('id', `${origin}${href}`)}<link rel="alternate" type="text/html" href="${escapedMarkup(`${origin}${href}`)}"/>${tag('updated', at)}${tag('published', at)}<summary type="text">${escapedMarkup(text)}</summary></entry>`,
    ),
    '</feed>',
    '',
  ].join('\n')
}

const tag = (name: string, text: string): string => `<${name}>${escapedMarkup(text)}</${name}>`

function changed({ changes, titles, lang, say, words, paths }: FeedBasis): Entry[] {
  const spoken = words.sharing.feed
  return changes.flatMap((change) => {
    const point = titles.get(change.pointId)
    if (!point) return []
    const { full, within: inside } = words.status
    return {
      href: `${addresses.point(paths.plan, point.number)}#u${change.id}`,
      at: change.recordedAt,
      title: say(spoken.changed, { ...point, status: say(full[change.to]) }),
      text: say(spoken.changedText, {
        from: say(inside[change.from]),
        to: say(inside[change.to]),
        day: dayText(lang, change.holdsFrom),
        who: within(whoText(change.byFunction, change.organisation)),
      }),
    }
  })
}

function locked({ closures, lang, say, words, paths }: FeedBasis): Entry[] {
  const spoken = words.sharing.feed
  return closures.map(({ snapshot: { term, completion }, closedAt }) => ({
    href: addresses.review(paths.plan, term),
    at: closedAt,
    title: say(spoken.locked, { term: termName(lang, term) }),
    text: say(spoken.lockedText, {
      n: completion.adopted,
      completed: completion.completed,
      closed: completion.closed,
      embedded: completion.embedded,
    }),
  }))
}

function published({ editions, lang, say, words, paths }: FeedBasis): Entry[] {
  const spoken = words.sharing.feed
  return editions.map(({ term, edition, recordedAt }) => ({
    href: `${addresses.review(paths.plan, term)}#utgava-${edition}`,
    at: recordedAt,
    title: say(spoken.published, { term: termName(lang, term) }),
    text: say(spoken.publishedText, { edition }),
  }))
}
