import * as addresses from '#domain/addresses.ts'
import { daysBetween } from '#domain/calendar.ts'
import { helpReasons } from '#domain/help.ts'
import { personalDataIn } from '#domain/personal-data.ts'
import { can, type Role } from '#domain/roles.ts'
import { datedShort, datedWithWeekday } from '#words/format.ts'
import { reportWith } from '../activities/acting-for.store.ts'
import { countActivities, listActivities, type Activity } from '../activities/listing.store.ts'
import { waitingFeedback } from '../feedback/store.ts'
import { anywhere, rolesOf, type Viewer } from '../http/viewer.ts'
import type { PageAnswer } from '../http/layout.ts'
import type { PageContext, Page } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { whoText, shownText } from '../texts/view.ts'
import { listEveryPlan, type Plan } from '../database/plan.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import type { Review } from '../plans/review-days.store.ts'
import { todoContextOf, dutiesAt } from './todo.ts'
import { ownPoints } from '../http/todo-context.ts'
import { type MyPlan, MineData } from './schema.ts'
import { askedIn } from '../reviews/preparation/view.ts'

/** So many waiting activities are shown at once; the rest come when these have been dealt with. */
const onePage = 20
const latest = 5

/** What one plan asks of somebody, by what they are in it. */
export async function minePart(page: PageContext, viewer: Viewer, plan: Plan): Promise<MyPlan> {
  const { lang, today } = page
  const context = await todoContextOf(page, viewer, plan)
  const { roles, standing, reviews, next } = context
  const leads = can(roles, 'review.close')
  const asked = await askedIn(context)
  // What is asked about stands by itself, first.
  for (const { number } of asked?.points ?? []) context.asked.add(number)
  return {
    slug: plan.slug,
    title: plan.title,
    lang: plan.language,
    labels: plan.labels,
    next: next ? { day: datedWithWeekday(lang, next.heldOn), days: daysBetween(today, next.heldOn) } : null,
    mayPlan: can(roles, 'review.plan'),
    mayLog: can(roles, 'activity.log'),
    mayManage: can(roles, 'people.manage'),
    mayEdit: can(roles, 'plan.edit'),
    unpublished: plan.publishedAt === null,
    asked,
    duties: await dutiesAt(page.rooms, context),
    yours:
      !leads && can(roles, 'update.record')
        ? ownPoints(context).map(({ number, title }) => ({ number, title }))
        : null,
    waiting: leads ? await waitingIn(page, plan) : null,
    logged: can(roles, 'activity.log') ? await loggedBy(page, plan, viewer, standing, reviews, leads) : null,
  }
}

const wordsOf = (said: Activity['what'], context: PageContext): string => shownText(said, context)?.text ?? ''

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
        link: link || null,
        files: activity.files.length > 0 ? say(words.files.comesAlong, { n: activity.files.length }) : null,
        who: whoText(activity.by.function, activity.by.organisation?.name),
        day: datedShort(lang, activity.happenedOn),
        doubts: personalDataIn(what),
      }
    }),
  }
}

/** One's own activities, and what became of them; null for those who lead and have logged none. */
async function loggedBy(
  context: PageContext,
  plan: Plan,
  viewer: Viewer,
  standing: readonly PointOnDay[],
  reviews: readonly Review[],
  leads: boolean,
): Promise<MyPlan['logged']> {
  const { tx, lang } = context
  const by = viewer.personId
  const total = await countActivities(tx, plan.id, { by })
  if (leads && total === 0) return null
  const items = await listActivities(tx, plan.id, { by, limit: latest })
  const planPath = addresses.plan(context.base, plan.slug)
  return {
    total,
    items: items.map((activity) => ({
      id: activity.id,
      point: activity.point,
      title: standing.find((point) => point.number === activity.point)?.title ?? '',
      what: wordsOf(activity.what, context),
      day: datedShort(lang, activity.happenedOn),
      state: activity.shown ? 'shown' : activity.decided ? 'internal' : 'waiting',
      report: reportWith(activity.recordedAt, reviews, { lang, planPath }) ?? null,
    })),
  }
}

/** Everything that needs the person signed in, plan by plan, and the sentence that says how much (F19). */
export async function loadMine(context: PageContext): Promise<PageAnswer<MineData> | undefined> {
  const { tx, viewer, say, words } = context
  if (!viewer) return undefined
  const plans = (await listEveryPlan(tx)).filter((plan) => rolesOf(viewer, plan).length > 0)
  const parts: MyPlan[] = []
  for (const plan of plans) parts.push(await minePart(context, viewer, plan))
  const [only, ...others] = plans
  const lead = leadOf(context, parts)
  return {
    title: say(words.mine.title),
    description: say(words.mine.description),
    current: 'mine',
    // With one plan its menu stands around the page; with several none of them does.
    plan: only && others.length === 0 ? await layoutPlanOf(tx, only) : undefined,
    data: {
      headline: headlineOf(context, parts, rolesAmong(viewer, plans)),
      lead: lead || null,
      plans: parts,
      mayRegister: can(anywhere(viewer), 'plan.create'),
      mayOrganise: can(anywhere(viewer), 'organisation.edit'),
      feedback: can(anywhere(viewer), 'feedback.answer') ? await feedbackOutside(tx, viewer) : null,
      mayState: can(anywhere(viewer), 'statement.edit'),
      mayReadTrail: can(anywhere(viewer), 'trail.read-all'),
    },
  }
}

const feedbackOutside = async (tx: PageContext['tx'], { administrator }: Viewer) => ({
  outside: administrator ? (await waitingFeedback(tx, { planIds: [], outside: true })).length : 0,
})

const rolesAmong = (viewer: Viewer, plans: readonly Plan[]): Role[] =>
  plans.flatMap((plan) => rolesOf(viewer, plan))

/** How many things a plan asks for: every row but those of days to come, each point asked about, and the pile of activities to look at. */
function needsIn({ duties, waiting, asked }: MyPlan): number {
  return (
    duties.filter(({ when }) => when !== 'upcoming').length +
    (waiting && waiting.total > 0 ? 1 : 0) +
    (asked?.points.length ?? 0)
  )
}

function headlineOf({ say, words }: PageContext, parts: readonly MyPlan[], roles: readonly Role[]): string {
  const spoken = words.mine
  if (parts.length === 0) return say(spoken.noPlans)
  const n = parts.reduce((sum, part) => sum + needsIn(part), 0)
  if (n > 0) return say(parts.some((part) => part.next) ? spoken.needsBefore : spoken.needs, { n })
  if (can(roles, 'update.record')) return say(spoken.nothing)
  if (!can(roles, 'activity.log')) return say(spoken.reading)
  const logged = parts.reduce((sum, part) => sum + (part.logged?.total ?? 0), 0)
  return logged > 0 ? say(spoken.logged, { n: logged }) : say(spoken.loggedNone)
}

function leadOf({ say, words }: PageContext, parts: readonly MyPlan[]): string | undefined {
  const spoken = words.mine
  const [only] = parts
  if (!only) return say(spoken.noPlansText)
  if (parts.length > 1) return undefined
  if (only.next) return say(spoken.nextReview, { day: only.next.day.text })
  return only.mayPlan ? say(spoken.noReview) : undefined
}

export const minePage: Page = {
  of: 'installation',
  path: '/mitt',
  view: 'mine/Mine',
  schema: MineData,
  access: 'mine.read',
  catalogues: ['common', 'status', 'mine', 'answering', 'still', 'saving'],
  refusals: [...helpReasons, 'based-on-old', 'answer-missing'],
  script: 'page',
  load: loadMine,
}
