import { Type, type Static } from 'typebox'
import { ownPath } from '#domain/addresses.ts'
import { feedbackKinds, type FeedbackKind } from '#domain/feedback.ts'
import type { PageAnswer } from '../http/layout.ts'
import { exists } from '../http/viewer.ts'
import type { Page, PageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { findPlan, type Plan } from '../database/plan.ts'
import { Maybe } from '../http/schema.ts'

/** `/tyck-till?om=/path`: a plain form for whoever reads, and the thanks afterwards (K10). Without JavaScript, account or cookie. */
export const FeedbackData = Type.Object({
  /** The page it is about: an address of our own. */
  path: Type.String(),
  /** It has been received; `answer` where an address was left. */
  thanks: Maybe(Type.Unsafe<'read' | 'answer'>({ type: 'string' })),
  kinds: Type.Array(
    Type.Object({ value: Type.Unsafe<FeedbackKind>({ type: 'string' }), label: Type.String() }),
  ),
  kind: Type.Unsafe<FeedbackKind>({ type: 'string' }),
  text: Type.String(),
  email: Type.String(),
  asked: Type.String(),
  faults: Type.Array(Type.Object({ field: Type.String(), text: Type.String() })),
  /** All that is wrong are questions: sending it once more is the answer. */
  doubting: Type.Boolean(),
})
export type FeedbackData = Static<typeof FeedbackData>

export const feedbackPage: Page = {
  of: 'installation',
  path: '/tyck-till',
  view: 'feedback/Feedback',
  schema: FeedbackData,
  access: 'open',
  catalogues: ['feedback', 'saving'],
  script: 'none',
  load: loadFeedback,
}

/** The page somebody writes about: a path of our own without query, the first page where the address names none. */
export const aboutPath = (asked: string | undefined): string =>
  asked && /^(\/en)?\/logga-in$/.test(asked) ? asked : ownPath(asked, '/').replace(/\?.*$/s, '')

/** The plan that path belongs to, where it is there for whoever asks: a plan nobody may see can not be told from none. */
export async function planAt(
  { tx, viewer }: Pick<PageContext, 'tx' | 'viewer'>,
  path: string,
): Promise<Plan | undefined> {
  const [slug = ''] = path
    .replace(/^\/en(?=\/|$)/, '')
    .split('/')
    .slice(1)
  const plan = slug ? await findPlan(tx, slug) : undefined
  return exists(plan, viewer) ? plan : undefined
}

async function loadFeedback(context: PageContext): Promise<PageAnswer<FeedbackData>> {
  const { tx, query, words, typed, say } = context
  const spoken = words.feedback
  const path = aboutPath(typed?.fields.om ?? query.om)
  const plan = await planAt(context, path)
  const thanks = typed ? undefined : query.tack === 'svar' ? 'answer' : query.tack ? 'read' : undefined
  const asked = typed?.fields.kind ?? (query.slag === 'tillganglighet' ? 'accessibility' : 'page')
  const faults = typed?.faults ?? []
  const title = say(thanks ? spoken.thanksTitle : spoken.title)
  return {
    title,
    description: say(spoken.description),
    plan: plan ? await layoutPlanOf(tx, plan) : undefined,
    data: {
      path,
      thanks: thanks ?? null,
      kinds: feedbackKinds.map((value) => ({ value, label: say(spoken.kinds[value]) })),
      kind: feedbackKinds.find((one) => one === asked) ?? 'page',
      text: typed?.fields.text ?? '',
      email: typed?.fields.email ?? '',
      asked: typed?.asked ?? '',
      doubting: faults.length > 0 && faults.every(({ doubt }) => doubt !== undefined),
      faults: faults.map((fault) => ({ field: fault.field, text: toldFault(fault, context) })),
    },
  }
}

function toldFault(
  { code, doubt }: NonNullable<PageContext['typed']>['faults'][number],
  { say, words }: PageContext,
): string {
  if (doubt !== undefined) return `${say(words.saving.doubt[doubt])} ${say(words.feedback.doubtMistaken)}`
  if (code === 'too-many') return say(words.feedback.tooMany)
  return code === undefined ? '' : say(words.refusals[code])
}
