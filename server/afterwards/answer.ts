import type { Tx } from '../database/database.ts'
import { said } from '../texts/said.ts'
import { readTexts } from '../texts/store.ts'
import type { DecisionRow, RemarkRow } from './schema.ts'
import { closedDecisions, decisionAnswersIn, remarksOf } from './store.ts'

/** The decisions of a plan's closed review days with their answers, as they travel. */
export async function decisionRows(tx: Tx, planId: number): Promise<DecisionRow[]> {
  const decisions = await closedDecisions(tx, planId)
  const answers = await decisionAnswersIn(tx, planId)
  const texts = await readTexts(tx, [
    ...decisions.map(({ textId }) => textId),
    ...[...answers.values()].flat().map(({ textId }) => textId),
  ])
  return decisions.map(({ id, term, textId, dueOn, points }) => {
    const own = answers.get(id) ?? []
    return {
      id,
      term,
      text: said(texts.get(textId)!),
      dueOn,
      points,
      done: own.at(-1)?.done ?? false,
      answers: own.map((one) => ({
        id: one.id,
        done: one.done,
        text: said(texts.get(one.textId)!),
        recordedAt: one.recordedAt,
        byFunction: one.byFunction,
      })),
    }
  })
}

/** The remarks beside a report, as they travel. */
export async function remarkRows(tx: Tx, reviewId: number): Promise<RemarkRow[]> {
  const remarks = await remarksOf(tx, reviewId)
  const texts = await readTexts(
    tx,
    remarks.map(({ textId }) => textId),
  )
  return remarks.map(({ id, point, textId, recordedAt, byFunction }) => ({
    id,
    point,
    text: said(texts.get(textId)!),
    recordedAt,
    byFunction,
  }))
}
