import { dayOf } from '#domain/calendar.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import { createPlan, publishPlan } from '../plans/store.ts'
import { addPoint } from '../points/add.store.ts'
import { latestUpdateOf, recordUpdate } from '../points/updates.store.ts'
import { closeReview, completionItems } from '../reviews/close.store.ts'
import { planReview } from '../reviews/store.ts'
import { recordChange } from '../trail/store.ts'
import { faultOf, inRowOrder, type Fault } from './faults.ts'
import type { ColumnKey } from './mapping.ts'
import { settleOrganisations, withSettled } from './organisations.ts'
import type { Applied, Proposal } from './proposal.ts'
import { findPlan, lockPlan } from '../database/plan.ts'

/** Thrown inside the transaction, so that nothing of the import stands. */
export class CannotImport extends Error {
  readonly faults: Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ row, code }) => `${row ?? '-'} ${code}`).join(', '))
    this.faults = inRowOrder(faults)
  }
}

/**
 * Writes a proposed plan through the stores, so that the rules hold for it as for anybody: recorded now, by whoever imports, however old the
 * days it holds from. Touches no other plan (trap 10). Throws `CannotImport` with everything the rules refuse; the caller's transaction ends with it.
 */
export async function applyProposal(tx: Tx, proposal: Proposal, context: WriteContext): Promise<Applied> {
  const { slug } = proposal.plan
  if (await findPlan(tx, slug)) throw new CannotImport([faultOf('plan-exists', { slug })])
  const ahead = proposal.rounds.filter(({ day }) => day > dayOf(context.now))
  if (ahead.length > 0) throw new CannotImport(ahead.map(({ day }) => faultOf('round-ahead', { day })))

  const faults: Fault[] = []
  const attempt = async (row: number | null, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      faults.push(...faultsOf(error, row, proposal.columns))
      return false
    }
  }
  const stopAtFaults = () => {
    if (faults.length > 0) throw new CannotImport(faults)
  }

  const settled = await settleOrganisations(tx, proposal.organisations)
  await attempt(null, () => createPlan(tx, proposal.plan, context))
  stopAtFaults()
  const plan = await lockPlan(tx, slug)
  for (const { row, point } of proposal.points) {
    await attempt(row, () => addPoint(tx, plan, withSettled(point, settled), context))
  }
  stopAtFaults()

  const latest = new Map<string, number>()
  // What follows on a refused update cannot be judged; other points can.
  const stopped = new Set<string>()
  for (const { day, closes, updates } of proposal.rounds) {
    for (const { row, number, answer, claim } of updates) {
      if (stopped.has(number)) continue
      const basedOn = latest.get(number) ?? null
      const record = async () =>
        latest.set(number, await recordUpdate(tx, plan, number, { ...claim, basedOn }, context, { answer }))
      if (!(await attempt(row, record))) stopped.add(number)
    }
    if (!closes) continue
    await attempt(null, async () => {
      const term = await planReview(tx, plan, { heldOn: day }, context)
      await closeReview(tx, plan, term, { basedOn: await latestUpdateOf(tx, plan.id) }, context)
    })
  }
  stopAtFaults()
  if (proposal.publish) await publishPlan(tx, plan, context)
  // One row for the import: what it wrote is told by the rows themselves.
  const row = { personId: context.by.personId, planId: plan.id, object: 'plan', objectId: slug }
  const fields = { points: { after: proposal.points.length }, published: { after: proposal.publish } }
  await recordChange(tx, { ...row, deed: 'plan.import', fields }, context.now)

  const items = await completionItems(tx, plan, context.now)
  return {
    points: proposal.points.length,
    counts: items.filter(({ kind }) => kind !== 'now').map(({ completion }) => completion.completed),
    completed: items.at(-1)?.completion.completed ?? 0,
  }
}

/** Where in the file the words come from that a rule refuses. */
const columnOf: Readonly<Record<string, ColumnKey>> = {
  number: 'number',
  title: 'title',
  focusArea: 'area',
  lead: 'organisation',
  takesPart: 'organisation',
  holdsFrom: 'round',
  status: 'status',
  outlook: 'status',
  reason: 'text',
  note: 'text',
  'closing.result': 'text',
}

function faultsOf(refused: Refused, row: number | null, columns: Proposal['columns']): Fault[] {
  const errors = refused.errors.length > 0 ? refused.errors : [{ code: refused.code, field: '' }]
  return errors.map(({ code, field }) => {
    const key = columnOf[field]
    return { row, column: key ? (columns[key] ?? null) : null, code, facts: {} }
  })
}
