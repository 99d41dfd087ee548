import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { clock } from '#words/format.ts'
import { speaker } from '#words/say.ts'
import type { PageAnswer } from '../../http/layout.ts'
import type { Page, PageContext } from '../../http/page.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { planById } from '../../database/plan.ts'
import { listReviews } from '../../plans/review-days.store.ts'
import { Slide } from './slides.ts'
import { liveOf } from './follow.ts'
import { meetingByCode } from './store.ts'
import { Maybe } from '../../http/schema.ts'

/** `/m/{code}`: what the projector shows; or that the meeting is over, with where its report will stand. */
export const FollowData = Type.Object({
  slide: Maybe(Slide),
  /** When it was read, for those without script. */
  at: Type.String(),
  report: Type.String(),
})
export type FollowData = Static<typeof FollowData>

async function loadFollow({
  tx,
  params,
  lang,
  base,
  words,
  now,
}: PageContext): Promise<PageAnswer<FollowData> | undefined> {
  const code = params.code ?? ''
  const live = await liveOf(tx, code, lang)
  const plan = live && (await planById(tx, live.planId))
  if (!live || !plan) return undefined
  const meeting = await meetingByCode(tx, code)
  const review = (await listReviews(tx, plan.id)).find(({ id }) => id === meeting?.reviewId)
  const say = speaker(lang, plan.labels)
  return {
    title: say(words.following.title, { plan: plan.title }),
    description: say(words.following.description),
    plan: await layoutPlanOf(tx, plan),
    alone: true,
    // Gone for good: who follows it is told so, and so is whoever asks by machine.
    status: 'slide' in live ? 200 : 410,
    script: 'slide' in live ? 'page' : 'none',
    data: {
      slide: 'slide' in live ? live.slide : null,
      at: clock(lang, now.toISOString()),
      report: addresses.review(addresses.plan(base, plan.slug), review?.term ?? ''),
    },
  }
}

export const followPage: Page = {
  of: 'installation',
  path: '/m/:code',
  view: 'reviews/meetings/Follow',
  schema: FollowData,
  access: 'open',
  catalogues: ['status', 'following', 'meeting'],
  script: 'page',
  passing: true,
  load: loadFollow,
}
