import { daysBetween } from '#domain/calendar.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import { may } from '#domain/roles.ts'
import { datedShort, datedWithWeekday } from '#words/format.ts'
import { reportWith } from '../activities/report.ts'
import { countActivities, listActivities, type Activity } from '../activities/standing.ts'
import { deskOf, ownPoints } from '../mine/desk.ts'
import { dutiesAt } from '../mine/duties.ts'
import type { PageContext } from '../page.ts'
import { whoText } from '../plans/framed.ts'
import type { Plan } from '../plans/store.ts'
import { toldOf } from '../plans/troubled.ts'
import type { Standing } from '../points/standing.ts'
import { askedIn } from '../preparation/mine.ts'
import type { Review } from '../reviews/store.ts'
import type { MyPlan } from './shapes.ts'
import type { Viewer } from './store.ts'

/** So many waiting activities are shown at once; the rest come when these have been dealt with. */
const onePage = 20
const latest = 5

/** What one plan asks of somebody, by what they are in it. */
export async function minePart(context: PageContext, viewer: Viewer, plan: Plan): Promise<MyPlan> {
  const { lang, today } = context
  const desk = await deskOf(context, viewer, plan)
  const { roles, standing, reviews, next } = desk
  const leads = may(roles, 'review.close')
  const asked = await askedIn(desk)
  // What is asked about stands by itself, first.
  for (const { number } of asked?.points ?? []) desk.asked.add(number)
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
    ...(asked && { asked }),
    duties: await dutiesAt(desk),
    ...(!leads &&
      may(roles, 'update.record') && {
        yours: ownPoints(desk).map(({ number, title }) => ({ number, title })),
      }),
    ...(leads && { waiting: await waitingIn(context, plan) }),
    ...(may(roles, 'activity.log') && (await loggedBy(context, plan, viewer, standing, reviews, leads))),
  }
}

const wordsOf = (said: Activity['what'], context: PageContext): string => toldOf(said, context)?.text ?? ''

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
