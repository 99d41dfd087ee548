import { Type, type Static } from 'typebox'
import { dayOf } from '#domain/calendar.ts'
import { clock, dayText, termName } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PlanPage, PlanPageContext } from '../page.ts'
import { framedPlan } from '../plans/framed.ts'
import { toldOf } from '../plans/troubled.ts'
import { findReview } from '../reviews/store.ts'
import { readTexts } from '../texts/store.ts'
import { minutesDraft } from './draft.ts'
import { minutesOf } from './store.ts'

/** `/{plan}/avstamningar/{term}/minnesanteckning`: internal; made of what was entered, changed freely, every version kept. */
export const MinutesData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  text: Type.String(),
  /** The id of the latest version, which a change is based on; absent while nothing is saved. */
  latest: Type.Optional(Type.Integer()),
  /** When the shown one was saved; absent for the draft. */
  saved: Type.Optional(Type.Object({ n: Type.Integer(), day: Type.String(), clock: Type.String() })),
  /** An earlier version is read, not changed. */
  earlier: Type.Boolean(),
  versions: Type.Array(Type.Object({ n: Type.Integer(), href: Type.String(), text: Type.String() })),
})
export type MinutesData = Static<typeof MinutesData>

export const minutesPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/minnesanteckning',
  view: 'afterwards/Minutes',
  schema: MinutesData,
  access: 'review.plan',
  rooms: ['minutes', 'afterwards', 'saving', 'refusals'],
  script: 'page',
  load: loadMinutes,
}

async function loadMinutes(context: PlanPageContext): Promise<PageAnswer<MinutesData> | undefined> {
  const { tx, plan, lang, base, say, words, params, query } = context
  const review = await findReview(tx, plan.id, params.term ?? '')
  if (!review) return undefined
  const all = await minutesOf(tx, review.id)
  const texts = await readTexts(
    tx,
    all.map(({ textId }) => textId),
  )
  const asked = all[Number(query.version) - 1]
  const shown = asked ?? all.at(-1)
  const at = shown && {
    n: all.indexOf(shown) + 1,
    day: dayText(lang, dayOf(new Date(shown.recordedAt))),
    clock: clock(lang, shown.recordedAt),
  }
  const name = termName(lang, review.term)
  const title = say(words.minutes.title, { term: name, plan: plan.title })
  const path = `${base}/${plan.slug}/avstamningar/${review.term}/minnesanteckning`
  const draft = shown || !review.closure ? '' : await minutesDraft(context, review, review.closure)
  return {
    title,
    description: title,
    plan: await framedPlan(tx, plan),
    current: 'reviews',
    data: {
      term: review.term,
      name,
      closed: review.closure !== null,
      text: shown ? (toldOf(texts.get(shown.textId) ?? null, context)?.text ?? '') : draft,
      ...(all.length > 0 && { latest: all.at(-1)!.id }),
      ...(at && { saved: at }),
      earlier: shown !== all.at(-1),
      versions: all.slice(0, -1).map(({ recordedAt }, index) => ({
        n: index + 1,
        href: `${path}?version=${index + 1}`,
        text: say(words.minutes.version, {
          n: index + 1,
          day: dayText(lang, dayOf(new Date(recordedAt))),
          clock: clock(lang, recordedAt),
        }),
      })),
    },
  }
}
