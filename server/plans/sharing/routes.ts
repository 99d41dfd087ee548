import type { FastifyReply } from 'fastify'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Lang } from '#words/format.ts'
import type { RequestAt, Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { asOfDay } from '../view.ts'
import type { Plan } from '../../database/plan.ts'
import { pointsOnDayWithoutText } from '../../points/state-on-day.store.ts'
import { planNow, listReviews } from '../review-days.store.ts'
import { Address } from '../../http/schema.ts'
import { visiblePlan } from '../../http/visible-plan.ts'
import { embedOf } from './embed.ts'
import { feedLength, feedOf } from './feed.ts'
import { latestStatusChanges, publishedEditions } from './store.ts'

type Shared = 'feed' | 'embed'

const endings: Record<Shared, string> = { feed: 'atom', embed: 'html' }
const types: Record<Shared, string> = {
  feed: 'application/atom+xml; charset=utf-8',
  embed: 'text/html; charset=utf-8',
}

/** Other sites may read these, without a person's cookie: they hold what everybody may see. */
const forOtherSites = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

/** A plan where people are: a feed to follow (P18), and a piece for other sites (P20). */
export const sharingRoutes: Routes = (routes, dependencies, publicCache) => {
  const origin = () => dependencies.publicUrl ?? dependencies.origins()[0] ?? ''
  type Spoken = { tx: Tx; plan: Plan; lang: Lang; base: string }

  const feed = async ({ tx, plan, lang, base }: Spoken): Promise<string> => {
    const standing = await pointsOnDayWithoutText(tx, plan.id, await planNow(tx, plan.id, dependencies.now()))
    const reviews = await listReviews(tx, plan.id)
    return feedOf({
      plan,
      lang,
      say: speaker(lang, plan.labels),
      words: words[lang],
      origin: origin(),
      paths: { feed: api.feed(plan.slug, lang), plan: addresses.plan(base, plan.slug) },
      changes: await latestStatusChanges(tx, plan.id, feedLength),
      titles: new Map(standing.map(({ id, number, title }) => [id, { number, title }])),
      closures: reviews.flatMap(({ closure }) => closure ?? []),
      editions: await publishedEditions(tx, plan.id),
    })
  }

  const embed = async ({ tx, plan, lang, base }: Spoken): Promise<string> => {
    const now = dependencies.now()
    const day = await planNow(tx, plan.id, now)
    const standing = await pointsOnDayWithoutText(tx, plan.id, day)
    const reviews = await listReviews(tx, plan.id)
    return embedOf({
      plan,
      lang,
      say: speaker(lang, plan.labels),
      words: words[lang],
      href: addresses.plan(origin() + base, plan.slug),
      asOf: asOfDay(plan, standing, reviews, { day, today: dayOf(now) }),
      standing,
      example: dependencies.example,
    })
  }

  const made: Record<Shared, (spoken: Spoken) => Promise<string>> = { feed, embed }
  const serve =
    (what: Shared, lang: Lang) =>
    (request: RequestAt<Address>, reply: FastifyReply): Promise<FastifyReply> => {
      const { plan: slug } = request.params
      return publicCache(request, reply.headers(forOtherSites), slug, async () => ({
        type: types[what],
        body: await dependencies.db.read(async (tx) =>
          made[what]({
            tx,
            plan: await visiblePlan(tx, slug, request.viewer),
            lang,
            base: addresses.bases[lang],
          }),
        ),
      }))
    }

  for (const what of ['feed', 'embed'] as const)
    for (const lang of ['sv', 'en'] as const)
      routes.get(
        `/plans/:plan/${what}.${lang === 'en' ? 'en.' : ''}${endings[what]}`,
        {
          config: { open: true },
          schema: { params: Address, produces: [types[what].replace(/;.*/, '')] },
        },
        serve(what, lang),
      )
}
