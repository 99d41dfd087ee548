import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import { dayOf, type Day } from '#domain/calendar.ts'
import { refuseAreas } from '#domain/focus-area.ts'
import { refusePlan } from '#domain/plan.ts'
import { usualLabels } from '#words/labels.ts'
import type { Tx } from '../database/database.ts'
import { isUniqueViolation } from '../database/problem.ts'
import { statement, type Given } from '../database/statement.ts'
import { Refused, refuseFor, refusedField } from '../http/refusal.ts'
import { findFile } from '../files/known.store.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Tables } from '../database/tables.ts'
import type { NewPlan, PlanFacts } from './schema.ts'
import { factsVersion } from './version.ts'
import type { Plan } from '../database/plan.ts'

export type FocusArea = Tables['focusAreas']['$inferSelect']

/** The published plans in the order they were registered. */
export async function listPlans(tx: Tx): Promise<Plan[]> {
  const { plans } = tx.tables
  return tx.select().from(plans).where(isNotNull(plans.publishedAt)).orderBy(asc(plans.id))
}

const areasOf = statement((tx, { planId }: Given<{ planId: number }>) => {
  const { focusAreas } = tx.tables
  return tx.select().from(focusAreas).where(eq(focusAreas.planId, planId)).orderBy(asc(focusAreas.position))
})

export const focusAreasOf = (tx: Tx, planId: number): Promise<FocusArea[]> => areasOf(tx, { planId })

const columnsOf = (facts: Omit<PlanFacts, 'basedOn'>) => ({
  title: facts.title,
  municipality: facts.municipality,
  language: facts.language ?? 'sv',
  periodFrom: facts.period.from,
  periodTo: facts.period.to,
  adoptedBy: facts.adoption.by,
  adoptedOn: facts.adoption.on,
  paragraph: facts.adoption.paragraph ?? null,
  reference: facts.adoption.reference ?? null,
  decisionUrl: facts.adoption.url ?? null,
  responsible: facts.responsible ?? null,
  followUp: facts.followUp ?? null,
  validUntil: facts.validUntil ?? null,
  publisher: facts.publisher ?? null,
  contact: facts.contact ?? null,
  freshnessMonths: facts.freshnessMonths ?? 6,
  quietWeeks: facts.quietWeeks ?? null,
  wordsShown: facts.wordsShown ?? ('after-look' as const),
  labels: facts.labels ?? usualLabels,
  support: facts.support ?? [],
  easyRead: facts.easyRead?.trim() || null,
  letterhead: facts.letterhead ?? null,
  source: facts.source ?? null,
})

/** Registers a plan with its focus areas (F01), not yet published. Refuses a taken or reserved address and dates that contradict each other. */
export async function createPlan(tx: Tx, added: NewPlan, context: WriteContext): Promise<Plan> {
  refuseFor([...refusePlan(added), ...refuseFirstAreas(added)])
  await refuseLogo(tx, undefined, added)
  const { plans, focusAreas } = tx.tables
  try {
    const [plan] = await tx
      .insert(plans)
      .values({ slug: added.slug, ...columnsOf(added), createdAt: context.now.toISOString(), revision: 1 })
      .returning()
    const areas = (added.focusAreas ?? []).map((area, position) => ({
      planId: plan!.id,
      number: area.number ?? null,
      title: area.title,
      position,
    }))
    if (areas.length > 0) await tx.insert(focusAreas).values(areas)
    return plan!
  } catch (error) {
    if (isUniqueViolation(error)) throw refusedField('slug-taken', 'slug')
    throw error
  }
}

/** The areas a plan is registered with, refused as those of a list are. */
const refuseFirstAreas = ({ focusAreas = [] }: NewPlan) =>
  refuseAreas(focusAreas, []).map((one) => ({ ...one, field: one.field.replace('items', 'focusAreas') }))

/**
 * Changes a plan's facts; its points, updates and closed review days are not touched, its focus areas neither. 409 when they are no longer those
 * that `basedOn` tells of, so that nobody's change is taken back unseen.
 */
export async function changePlan(tx: Tx, plan: Plan, facts: PlanFacts): Promise<Plan> {
  if (facts.basedOn !== undefined && facts.basedOn !== factsVersion(plan)) {
    throw new Refused('based-on-old')
  }
  refuseFor(refusePlan({ slug: plan.slug, ...facts }))
  // Words, updates and review days rest on the day the plan was adopted.
  if (facts.adoption.on !== plan.adoptedOn && (await hasPoints(tx, plan.id)))
    throw refusedField('adoption-settled', 'adoption.on')
  await refuseLogo(tx, plan.id, facts)
  const { plans } = tx.tables
  const [changed] = await tx.update(plans).set(columnsOf(facts)).where(eq(plans.id, plan.id)).returning()
  return changed!
}

/** A logo is one of the plan's own pictures; a plan that is only being registered has none. */
async function refuseLogo(tx: Tx, planId: number | undefined, { letterhead }: PlanFacts): Promise<void> {
  if (letterhead?.logo === undefined) return
  const file = planId === undefined ? undefined : await findFile(tx, planId, letterhead.logo)
  if (!file || file.maskedAt || !file.type.startsWith('image/'))
    throw refusedField('file-unknown', 'letterhead.logo')
}

/** From now on the plan exists for everybody; a plan published already stays as it is. Gives the plan as it stands then. */
export async function publishPlan(tx: Tx, plan: Plan, context: WriteContext): Promise<Plan> {
  const { plans } = tx.tables
  if (plan.publishedAt) return plan
  const publishedAt = context.now.toISOString()
  await tx.update(plans).set({ publishedAt }).where(eq(plans.id, plan.id))
  return { ...plan, publishedAt }
}

interface LastWord {
  /** The Swedish day it was recorded. */
  day: Day
  function: string
  organisation: string | null
}

/** The last update or activity recorded in a plan: when, and in which function; undefined in a plan where nobody has said anything. */
export async function lastWordOf(tx: Tx, planId: number): Promise<LastWord | undefined> {
  const { updates, activities, organisations } = tx.tables
  const [update] = await tx
    .select({ at: updates.recordedAt, function: updates.byFunction, organisation: organisations.name })
    .from(updates)
    .leftJoin(organisations, eq(organisations.id, updates.byOrganisationId))
    .where(eq(updates.planId, planId))
    .orderBy(desc(updates.id))
    .limit(1)
  const [activity] = await tx
    .select({ at: activities.recordedAt, function: activities.byFunction, organisation: organisations.name })
    .from(activities)
    .leftJoin(organisations, eq(organisations.id, activities.byOrganisationId))
    .where(eq(activities.planId, planId))
    .orderBy(desc(activities.id))
    .limit(1)
  const last = update && activity ? (update.at > activity.at ? update : activity) : (update ?? activity)
  return last && { day: dayOf(new Date(last.at)), function: last.function, organisation: last.organisation }
}

async function hasPoints(tx: Tx, planId: number): Promise<boolean> {
  const { points } = tx.tables
  const found = await tx.select({ id: points.id }).from(points).where(eq(points.planId, planId)).limit(1)
  return found.length > 0
}
