import { may, type Role } from '#domain/roles.ts'
import { waitingFeedback } from '../feedback/store.ts'
import { anywhere, rolesOf } from '../guard.ts'
import type { PageAnswer } from '../frame.ts'
import type { PageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { listEveryPlan, type Plan } from '../plans/store.ts'
import { minePart } from './mine-part.ts'
import type { MineData } from './page.ts'
import type { MyPlan } from './shapes.ts'
import type { Viewer } from './store.ts'

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
    ...(only && others.length === 0 && { plan: await framedPlan(tx, only) }),
    data: {
      headline: headlineOf(context, parts, rolesAmong(viewer, plans)),
      ...(lead && { lead }),
      plans: parts,
      mayRegister: may(anywhere(viewer), 'plan.create'),
      mayOrganise: may(anywhere(viewer), 'organisation.edit'),
      ...(may(anywhere(viewer), 'feedback.answer') && { feedback: await feedbackOutside(tx, viewer) }),
      mayState: may(anywhere(viewer), 'statement.edit'),
      mayReadTrail: may(anywhere(viewer), 'trail.read-all'),
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
  if (may(roles, 'update.record')) return say(spoken.nothing)
  if (!may(roles, 'activity.log')) return say(spoken.reading)
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
