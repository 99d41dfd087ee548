import { within } from '#words/format.ts'
import type { Tx } from '../database/database.ts'
import type { LayoutPlan } from '../http/layout.ts'
import { lastWordOf } from './store.ts'
import type { Plan } from '../database/plan.ts'
import { whoText } from '../texts/view.ts'

/** What the layout around a plan's page needs: its row, and the last thing that was recorded in it. */
export async function layoutPlanOf(tx: Tx, plan: Plan): Promise<LayoutPlan> {
  const last = await lastWordOf(tx, plan.id)
  return {
    id: plan.id,
    slug: plan.slug,
    title: plan.title,
    municipality: plan.municipality,
    language: plan.language,
    labels: plan.labels,
    support: plan.support,
    publisher: plan.publisher,
    source: plan.source,
    updated: last ? { day: last.day, by: within(whoText(last.function, last.organisation)) } : null,
  }
}
