import { completion } from '#domain/completion.ts'
import { usualQuietWeeks } from '#domain/reminders.ts'
import type { Tx } from '../database/database.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { planNow } from './review-days.store.ts'
import { focusAreasOf } from './store.ts'
import type { Plan } from '../database/plan.ts'
import { factsVersion } from './version.ts'

/** A plan as it travels in a list, with the one count of now. */
export async function planRow(tx: Tx, plan: Plan, now: Date) {
  const standing = await pointsOnDay(tx, plan.id, await planNow(tx, plan.id, now))
  return {
    slug: plan.slug,
    title: plan.title,
    municipality: plan.municipality,
    period: { from: plan.periodFrom, to: plan.periodTo },
    completion: completion(standing),
  }
}

/** A plan as it travels alone: everything registered of it. */
export async function planWhole(tx: Tx, plan: Plan, now: Date) {
  const areas = await focusAreasOf(tx, plan.id)
  return {
    ...(await planRow(tx, plan, now)),
    language: plan.language,
    adoption: {
      by: plan.adoptedBy,
      on: plan.adoptedOn,
      paragraph: plan.paragraph,
      reference: plan.reference,
      url: plan.decisionUrl,
    },
    responsible: plan.responsible,
    followUp: plan.followUp,
    validUntil: plan.validUntil,
    publisher: plan.publisher,
    contact: plan.contact,
    freshnessMonths: plan.freshnessMonths,
    quietWeeks: plan.quietWeeks ?? [...usualQuietWeeks],
    wordsShown: plan.wordsShown,
    labels: plan.labels,
    support: plan.support,
    easyRead: plan.easyRead,
    letterhead: plan.letterhead,
    source: plan.source,
    focusAreas: areas.map(({ number, title }) => ({ number, title })),
    published: plan.publishedAt !== null,
    version: factsVersion(plan),
  }
}
