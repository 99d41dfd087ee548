import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuseOtherAccount } from '../../people/account.store.ts'
import { responses, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { Refused } from '../../http/refusal.ts'
import { findPlan } from '../../database/plan.ts'
import { Address } from '../../http/schema.ts'
import { KeptDraft, NewDraft, type ActivityDraft } from './schema.ts'
import { dropDraft, findDraft, keepDraft } from './store.ts'

/**
 * What somebody has begun to log: only theirs, no record of anything (S13). To put the same draft twice is to put it once, so these
 * need no `Idempotency-Key` and leave nothing in the kept answers; nor does a link open them (no `byLink`): it shows nothing of its person.
 */
export const draftRoutes: Routes = (api, dependencies) => {
  const url = '/plans/:plan/drafts/activity'
  const config = { permission: 'activity.log', withoutKey: true } as const
  const schema = { params: Address, response: responses(200, KeptDraft) }

  const told = async (tx: Tx, { personId, planId }: Whose): Promise<KeptDraft> => {
    const kept = await findDraft(tx, personId, planId, 'activity', dependencies.now())
    return kept
      ? { draft: kept.body as ActivityDraft, changedAt: kept.changedAt }
      : { draft: null, changedAt: null }
  }
  const mine =
    (door: 'read' | 'write', work: (tx: Tx, whose: Whose, request: FastifyRequest) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const kept = await dependencies.db[door](async (tx) => {
        const whose = await whoseDraft(tx, request)
        await work(tx, whose, request)
        return told(tx, whose)
      })
      return reply.header('cache-control', 'no-store').send(kept)
    }

  api.get(
    url,
    { config, schema },
    mine('read', async () => undefined),
  )
  api.put(
    url,
    { config, schema: { ...schema, body: NewDraft } },
    mine('write', async (tx, whose, request) => {
      const { draft, account } = request.body as NewDraft
      await refuseOtherAccount(tx, whose.personId, account)
      await keepDraft(tx, { ...whose, form: 'activity', body: draft }, dependencies.now())
    }),
  )
  api.delete(
    url,
    { config, schema },
    mine('write', (tx, { personId, planId }) => dropDraft(tx, personId, planId, 'activity')),
  )
}

interface Whose {
  personId: number
  planId: number
}

async function whoseDraft(tx: Tx, { viewer, params }: FastifyRequest): Promise<Whose> {
  const plan = await findPlan(tx, (params as { plan: string }).plan)
  if (!viewer || !plan) throw new Refused('not-allowed')
  return { personId: viewer.personId, planId: plan.id }
}
