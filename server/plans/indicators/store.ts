import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm'
import { refuseIndicator } from '#domain/indicator.ts'
import type { Tx } from '../../database/database.ts'
import { statement, type Given } from '../../database/statement.ts'
import { Refused, refuseFor } from '../../http/refusal.ts'
import type { WriteContext } from '../../http/write-context.ts'
import type { ChangedIndicator, IndicatorRow, NewIndicator } from './schema.ts'
import type { Plan } from '../../database/plan.ts'

const shownIn = statement((tx, { planId }: Given<{ planId: number }>) => {
  const { indicators } = tx.tables
  return tx
    .select()
    .from(indicators)
    .where(and(eq(indicators.planId, planId), isNull(indicators.endedAt)))
    .orderBy(asc(indicators.position), asc(indicators.id))
})

/** The indicators a plan shows, in the order they came, each with its values by period. */
export async function indicatorsOf(tx: Tx, planId: number): Promise<IndicatorRow[]> {
  const rows = await shownIn(tx, { planId })
  if (rows.length === 0) return []
  const { indicatorValues } = tx.tables
  const values = await tx
    .select()
    .from(indicatorValues)
    .where(
      inArray(
        indicatorValues.indicatorId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(indicatorValues.period))
  const valuesOf = Map.groupBy(values, ({ indicatorId }) => indicatorId)
  return rows.map(({ id, title, unit, source, url, note }) => ({
    id,
    title,
    unit,
    source,
    url,
    note,
    values: (valuesOf.get(id) ?? []).map(({ period, value }) => ({ period, value })),
  }))
}

const rowOf = ({ title, unit, source, url, note }: NewIndicator) => ({
  title: title.trim(),
  unit: unit.trim(),
  source: source.trim(),
  url: url?.trim() || null,
  note: note?.trim() || null,
})

async function writeValues(tx: Tx, indicatorId: number, values: NewIndicator['values']): Promise<void> {
  const { indicatorValues } = tx.tables
  await tx.delete(indicatorValues).where(eq(indicatorValues.indicatorId, indicatorId))
  const rows = values.map(({ period, value }) => ({ indicatorId, period: period.trim(), value }))
  await tx.insert(indicatorValues).values(rows)
}

/** Adds an indicator to a plan; 422 with every reason when a rule refuses it. It stands apart from the count, always (P14). */
export async function addIndicator(
  tx: Tx,
  plan: Plan,
  claim: NewIndicator,
  context: WriteContext,
): Promise<void> {
  refuseFor(refuseIndicator(claim))
  const { indicators } = tx.tables
  const [last] = await tx
    .select({ position: max(indicators.position) })
    .from(indicators)
    .where(eq(indicators.planId, plan.id))
  const recorded = { recordedAt: context.now.toISOString(), recordedBy: context.by.personId }
  const [row] = await tx
    .insert(indicators)
    .values({ planId: plan.id, position: (last?.position ?? 0) + 1, ...rowOf(claim), ...recorded })
    .returning()
  await writeValues(tx, row!.id, claim.values)
}

/** Makes an indicator this, with these values; `ended` takes it away from the pages, and its row is kept. 404 for one that is not shown here. */
export async function changeIndicator(
  tx: Tx,
  plan: Plan,
  id: number,
  { ended, ...claim }: ChangedIndicator,
  context: WriteContext,
): Promise<void> {
  if (!(await indicatorsOf(tx, plan.id)).some((one) => one.id === id)) throw new Refused('not-found')
  refuseFor(refuseIndicator(claim))
  const { indicators } = tx.tables
  await tx
    .update(indicators)
    .set({ ...rowOf(claim), endedAt: ended ? context.now.toISOString() : null })
    .where(eq(indicators.id, id))
  await writeValues(tx, id, claim.values)
}
