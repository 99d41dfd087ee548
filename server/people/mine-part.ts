import { daysBetween } from '#domain/calendar.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import { may } from '#domain/roles.ts'
import { dated, datedShort, datedWithWeekday, termName } from '#words/format.ts'
import { reportWith } from '../activities/report.ts'
import { countActivities, listActivities, type Activity } from '../activities/standing.ts'
import { countUndecided } from '../attachments/store.ts'
import { rolesOf } from '../guard.ts'
import type { PageContext } from '../page.ts'
import { whoText } from '../plans/framed.ts'
import type { Plan } from '../plans/store.ts'
import { toldOf } from '../plans/troubled.ts'
import { lastClosedDay } from '../points/store.ts'
import { holdingsOf } from '../owners/store.ts'
import { pointsStanding, type Standing } from '../points/standing.ts'
import { preparationIn } from '../preparation/mine.ts'
import { listReviews, planNow, type Review } from '../reviews/store.ts'
import { reviewToClose } from '../ways-in.ts'
import { handedOverTo, peopleAsked } from './mine-people.ts'
import { myPoint, needsAWord } from './my-points.ts'
import type { MyPlan } from './shapes.ts'
import type { Viewer } from './store.ts'

/** So many waiting activities are shown at once; the rest come when these have been dealt with. */
const onePage = 20
const latest = 5

/** What one plan asks of somebody, by what they are in it. */
export async function minePart(context: PageContext, viewer: Viewer, plan: Plan): Promise<MyPlan> {
  const { tx, lang, today, now } = context
  const roles = rolesOf(viewer, plan)
  const day = await planNow(tx, plan.id, now)
  const standing = await pointsStanding(tx, plan.id, day)
  const reviews = await listReviews(tx, plan.id)
  const next = reviews.find((review) => !review.closure && review.heldOn >= today)
  const leads = may(roles, 'review.close')
  const held = leads ? reviewToClose(reviews, today, await lastClosedDay(tx, plan.id)) : undefined
  const holdings = await holdingsOf(tx, plan.id)
  const tell = (point: Standing) => myPoint(context, plan, point, day, holdings.get(point.id)?.fromDay)
  const owned = standing.filter((point) => holdings.get(point.id)?.personId === viewer.personId)
  const preparation = await preparationIn(context, viewer, plan, next)
  // What is asked about stands by itself, first.
  const asked = new Set(preparation.asked?.points.map(({ number }) => number))
  const others = ({ number }: { number: string }) => !asked.has(number)
  const yours = owned.map(tell).filter(others)
  return {
    slug: plan.slug,
    title: plan.title,
    lang: plan.language,
    labels: plan.labels,
    ...(next && {
      next: { day: datedWithWeekday(lang, next.heldOn), days: daysBetween(today, next.heldOn) },
    }),
    mayPlan: may(roles, 'review.plan'),
    mayLog: may(roles, 'activity.log'),
    mayManage: may(roles, 'people.manage'),
    mayEdit: may(roles, 'plan.edit'),
    ...(plan.publishedAt === null && { unpublished: true }),
    ...(held && {
      toClose: { term: held.term, name: termName(lang, held.term), day: dated(lang, held.heldOn) },
    }),
    ...(leads && { points: standing.map(tell).filter(needsAWord).filter(others) }),
    ...(!leads && may(roles, 'update.record') && { yours: mostNeedyFirst(yours) }),
    ...preparation,
    ...handedOverTo(context, owned, holdings),
    ...(may(roles, 'people.manage') && (await peopleAsked(tx, plan, standing, day))),
    ...(leads && { waiting: await waitingIn(context, plan) }),
    ...(may(roles, 'file.show') && (await filesAsked(context, plan))),
    ...(may(roles, 'activity.log') && (await loggedBy(context, plan, viewer, standing, reviews, leads))),
  }
}

const mostNeedyFirst = (points: NonNullable<MyPlan['yours']>) => [
  ...points.filter(needsAWord),
  ...points.filter((point) => !needsAWord(point)),
]

const wordsOf = (said: Activity['what'], context: PageContext): string => toldOf(said, context)?.text ?? ''

async function filesAsked({ tx, say, words }: PageContext, plan: Plan): Promise<Pick<MyPlan, 'files'>> {
  const n = await countUndecided(tx, plan.id)
  return n > 0 ? { files: say(words.files.waitingLead, { n }) } : {}
}

async function waitingIn(context: PageContext, plan: Plan): Promise<NonNullable<MyPlan['waiting']>> {
  const { tx, lang, say, words } = context
  const items = await listActivities(tx, plan.id, { unshown: true, limit: onePage })
  return {
    total: await countActivities(tx, plan.id, { unshown: true }),
    items: items.map((activity) => {
      const what = wordsOf(activity.what, context)
      const link = activity.link?.body
      return {
        id: activity.id,
        point: activity.point,
        what,
        ...(link && { link }),
        ...(activity.files.length > 0 && {
          files: say(words.files.comesAlong, { n: activity.files.length }),
        }),
        who: whoText(activity.by.function, activity.by.organisation?.name),
        day: datedShort(lang, activity.happenedOn),
        doubts: personalDataIn(what),
      }
    }),
  }
}

/** One's own activities, and what became of them; left out for those who lead and have logged none. */
async function loggedBy(
  context: PageContext,
  plan: Plan,
  viewer: Viewer,
  standing: readonly Standing[],
  reviews: readonly Review[],
  leads: boolean,
): Promise<Pick<MyPlan, 'logged'>> {
  const { tx, lang } = context
  const by = viewer.personId
  const total = await countActivities(tx, plan.id, { by })
  if (leads && total === 0) return {}
  const items = await listActivities(tx, plan.id, { by, limit: latest })
  const reportIn = (recordedAt: string) => {
    const report = reportWith(recordedAt, reviews, { lang, planPath: `${context.base}/${plan.slug}` })
    return report && { report }
  }
  return {
    logged: {
      total,
      items: items.map((activity) => ({
        id: activity.id,
        point: activity.point,
        title: standing.find((point) => point.number === activity.point)?.title ?? '',
        what: wordsOf(activity.what, context),
        day: datedShort(lang, activity.happenedOn),
        state: activity.shown ? 'shown' : activity.decided ? 'internal' : 'waiting',
        ...reportIn(activity.recordedAt),
      })),
    },
  }
}
