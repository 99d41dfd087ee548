import type { Tx } from '../database/database.ts'
import { refusedField, type RefusalCode } from '../errors.ts'
import { findOrganisation } from '../organisations/store.ts'
import type { Act } from '../people/act.ts'
import type { NewDecision } from '../reviews/schema.ts'
import type { SnapshotDecision } from '../reviews/snapshot.ts'
import { readTexts, writeText } from '../texts/store.ts'

/** Where a decision is recorded: the day, its place in what was sent, and the plan's points. */
export interface DecisionPlace {
  planId: number
  reviewId: number
  index: number
  known: ReadonlySet<string>
}

/** Records what was decided on a review day (F25). Refuses a point or an organisation that is not there. Gives it as a snapshot holds it. */
export async function recordDecision(
  tx: Tx,
  { planId, reviewId, index, known }: DecisionPlace,
  decision: NewDecision,
  act: Act,
): Promise<SnapshotDecision> {
  const refuse = (code: RefusalCode, field: string) => refusedField(code, `decisions.${index}.${field}`)
  const points = decision.points ?? []
  if (points.some((number) => !known.has(number))) throw refuse('point-unknown', 'points')
  const code = decision.responsible?.organisation
  const organisation = code === undefined ? undefined : await findOrganisation(tx, code)
  if (code !== undefined && !organisation) throw refuse('organisation-unknown', 'responsible')
  const responsibleFunction = decision.responsible?.function ?? null
  const textId = (await writeText(tx, planId, decision.text, act))!
  await tx.insert(tx.tables.decisions).values({
    planId,
    reviewId,
    textId,
    responsibleId: organisation?.id ?? null,
    responsibleFunction,
    dueOn: decision.dueOn ?? null,
    points,
    recordedAt: act.now.toISOString(),
    recordedBy: act.by.personId,
  })
  const said = (await readTexts(tx, [textId])).get(textId)!
  return {
    text: { text: textId, sha256: said.sha256 },
    responsible: {
      organisation: organisation ? { code: organisation.code, name: organisation.name } : null,
      function: responsibleFunction,
    },
    dueOn: decision.dueOn ?? null,
    points,
  }
}
