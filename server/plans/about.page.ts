import * as addresses from '#domain/addresses.ts'
import { Type, type Static } from 'typebox'
import { dated, dayText, termName } from '#words/format.ts'
import type { Entry } from '#words/say.ts'
import { type PageAnswer, Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import { hearingsOf } from '../reviews/afterwards/hearings.store.ts'
import type { PlanPageContext, PlanPage } from '../http/page.ts'
import { layoutPlanOf } from './layout-plan.view.ts'
import { areaId } from './listing.ts'
import { areaText, referenceText, hostOf, WayOut, contactLink } from './view.ts'
import { focusAreasOf } from './store.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { listReviews, planNow } from './review-days.store.ts'
import { hearingView } from '../reviews/afterwards/view.ts'
import { indicatorViews, IndicatorView } from './indicators/view.ts'

/** What the plan is, who answers for it, how we count, and the chain from decision to report (F01, P10, K11). */
export async function loadAbout(context: PlanPageContext): Promise<PageAnswer<AboutData>> {
  const { tx, plan, say, words } = context
  const spoken = words.about
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, context.now))
  const adopted = standing.filter((point) => point.adopted).length
  const areas = await focusAreasOf(tx, plan.id)
  const counted = areas.map((area) => ({
    id: areaId(area),
    text: areaText(area, context),
    count: standing.filter((point) => point.focusAreaId === area.id).length,
  }))
  const named = { plan: plan.title, by: plan.adoptedBy, n: adopted }
  const contact = plan.contact ? contactLink(plan.contact) : null
  return {
    title: say(spoken.title, named),
    description: say(spoken.description, named),
    plan: await layoutPlanOf(tx, plan),
    current: 'about',
    data: {
      lead: say(adopted > 0 ? spoken.lead : spoken.leadEmpty, named),
      adopted,
      adoptedBy: plan.adoptedBy,
      facts: factsOf(context),
      chain: await chainOf(context),
      areas: counted.filter((area) => area.count > 0),
      indicators: await indicatorViews(context),
      source: plan.source || null,
      contact,
    },
  }
}

/** The plan's header block; what nobody has said is left out. */
function factsOf(context: PlanPageContext): AboutData['facts'] {
  const { plan, lang, say, words } = context
  const { fact } = words.about
  const day = (on: string) => dayText(lang, on)
  const told = (label: Entry, text: string, own: boolean, href: string | null = null) => ({
    label: say(label),
    text,
    own,
    href,
  })
  const decision = [day(plan.adoptedOn), plan.paragraph].filter(Boolean).join(', ')
  const period = say(words.about.periodText, { from: day(plan.periodFrom), to: day(plan.periodTo) })
  const facts = [
    told(fact.municipality, plan.municipality, true),
    told(fact.adoptedBy, plan.adoptedBy, true),
    told(fact.decision, decision, false, plan.decisionUrl),
    plan.reference ? told(fact.reference, referenceText(plan.reference, context), true) : null,
    told(fact.period, period, false),
    plan.validUntil ? told(fact.validUntil, day(plan.validUntil), false) : null,
    plan.responsible ? told(fact.responsible, plan.responsible, true) : null,
    plan.followUp ? told(fact.followUp, plan.followUp, true) : null,
    plan.publisher ? told(fact.publisher, plan.publisher, true) : null,
    told(fact.freshness, freshnessText(context), false),
  ]
  return facts.filter((one) => one !== null)
}

function freshnessText({ plan, say, words }: PlanPageContext): string {
  const spoken = words.about
  if (plan.freshnessMonths === 6) return say(spoken.freshnessHalfYear)
  if (plan.freshnessMonths === 12) return say(spoken.freshnessYear)
  return say(spoken.freshnessText, { n: plan.freshnessMonths })
}

/** A link of the chain that leads nowhere. */
const alone = { href: null, where: null, out: null }

/** Decision, plan, review days, and where their reports were taken up: what an auditor follows, in order of day. */
async function chainOf(context: PlanPageContext): Promise<AboutData['chain']> {
  const { tx, plan, lang, base, say, words, today } = context
  const spoken = words.about
  const reviews = await listReviews(tx, plan.id)
  const adopted = plan.paragraph ? spoken.chainAdoptedParagraph : spoken.chainAdopted
  const values = { by: plan.adoptedBy, paragraph: plan.paragraph ?? '' }
  const links: AboutData['chain'] = [
    {
      day: dated(lang, plan.adoptedOn),
      text: say(adopted, values),
      href: null,
      where: plan.reference ? referenceText(plan.reference, context) : null,
      out: plan.decisionUrl
        ? {
            text: say(spoken.chainRead, { host: hostOf(plan.decisionUrl) }),
            href: plan.decisionUrl,
          }
        : null,
    },
    { day: dated(lang, plan.periodFrom), text: say(spoken.chainStarts), ...alone },
    ...reviews.map(({ term, heldOn, closure }) => {
      const name = { term: termName(lang, term) }
      const count = closure?.snapshot.completion
      return {
        day: dated(lang, heldOn),
        text: count
          ? say(spoken.chainReview, { ...name, completed: count.completed, adopted: count.adopted })
          : say(spoken.chainComing, name),
        ...alone,
        href: addresses.review(addresses.plan(base, plan.slug), term),
      }
    }),
    ...(await hearingsOf(tx, plan.id)).map((hearing) => {
      const { day, body, where, out } = hearingView(hearing, context)
      const review = reviews.find(({ id }) => id === hearing.reviewId)
      return {
        day,
        text: say(words.hearings.chain, { by: body, term: review ? termName(lang, review.term) : '' }),
        href: null,
        where,
        out,
      }
    }),
    {
      day: dated(lang, plan.periodTo),
      text: say(today > plan.periodTo ? spoken.chainEnded : spoken.chainEnds),
      ...alone,
    },
  ]
  return links.sort((a, b) => (a.day.day < b.day.day ? -1 : a.day.day > b.day.day ? 1 : 0))
}

/** `/{plan}/om`: the decision and what followed, who is responsible, how we count. */
export const AboutData = Type.Object({
  lead: Type.String(),
  adopted: Type.Integer(),
  adoptedBy: Type.String(),
  /** The plan's header block (F01): only what is known. */
  facts: Type.Array(
    Type.Object({
      label: Type.String(),
      text: Type.String(),
      href: Maybe(Type.String()),
      /** The text is the plan's own language. */
      own: Type.Boolean(),
    }),
  ),
  /** The decision chain (P10): decision, plan, reports, and where each was taken up. */
  chain: Type.Array(
    Type.Object({
      day: Dated,
      text: Type.String(),
      href: Maybe(Type.String()),
      /** "§ 201, Dnr KS 2020/412" */
      where: Maybe(Type.String()),
      /** To the meeting portal, said as what is read there. */
      out: Maybe(WayOut),
    }),
  ),
  areas: Type.Array(Type.Object({ id: Type.String(), text: Type.String(), count: Type.Integer() })),
  /** How the municipality is doing at large; empty where nothing is told. */
  indicators: Type.Array(IndicatorView),
  source: Maybe(Type.String()),
  contact: Maybe(Type.Object({ text: Type.String(), href: Maybe(Type.String()) })),
})
export type AboutData = Static<typeof AboutData>

export const aboutPage: PlanPage = {
  of: 'plan',
  path: '/:plan/om',
  view: 'plans/About',
  schema: AboutData,
  access: 'open',
  catalogues: ['about', 'indicators'],
  script: 'none',
  load: loadAbout,
}
