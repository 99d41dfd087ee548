import type { Tx } from '../database/database.ts'
import { Refused } from '../errors.ts'
import type { Plan } from '../plans/store.ts'
import { numbersOf } from '../points/store.ts'
import { said } from '../texts/said.ts'
import { readTexts } from '../texts/store.ts'
import type { HelpWhole } from './schema.ts'
import { findHelp } from './store.ts'

/** A request for help as it travels; 404 when the plan has none with this id. */
export async function helpWhole(tx: Tx, plan: Plan, id: number): Promise<HelpWhole> {
  const found = await findHelp(tx, plan.id, id)
  if (!found) throw new Refused(404, 'not-found')
  const { help, reply } = found
  const texts = await readTexts(tx, [help.textId, reply?.textId ?? null])
  return {
    id: help.id,
    point: (await numbersOf(tx, plan.id)).get(help.pointId)!,
    text: said(texts.get(help.textId)!),
    recordedAt: help.recordedAt,
    by: help.byFunction,
    reply: reply && {
      text: said(texts.get(reply.textId)!),
      recordedAt: reply.recordedAt,
      by: reply.byFunction,
    },
  }
}
