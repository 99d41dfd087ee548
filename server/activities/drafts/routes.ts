import { refuseOtherAccount } from '../../people/account.store.ts'
import { planOf, responses, type RequestAt, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
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
  const whose = (request: RequestAt<Address>): Whose => ({
    personId: request.viewer!.personId,
    planId: planOf(request).id,
  })

  api.get(url, { config, schema }, (request, reply) => {
    reply.header('cache-control', 'no-store')
    return dependencies.db.read((tx) => told(tx, whose(request)))
  })
  api.put(url, { config, schema: { ...schema, body: NewDraft } }, (request, reply) => {
    const own = whose(request)
    const { draft, account } = request.body
    reply.header('cache-control', 'no-store')
    return dependencies.db.write(async (tx) => {
      await refuseOtherAccount(tx, own.personId, account)
      await keepDraft(tx, { ...own, form: 'activity', body: draft }, dependencies.now())
      return told(tx, own)
    })
  })
  api.delete(url, { config, schema }, (request, reply) => {
    const own = whose(request)
    reply.header('cache-control', 'no-store')
    return dependencies.db.write(async (tx) => {
      await dropDraft(tx, own.personId, own.planId, 'activity')
      return told(tx, own)
    })
  })
}

interface Whose {
  personId: number
  planId: number
}
