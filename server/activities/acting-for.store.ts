import * as addresses from '#domain/addresses.ts'
import { termName, type Lang } from '#words/format.ts'
import type { Tx } from '../database/database.ts'
import { refusedField } from '../http/refusal.ts'
import type { WriteContext } from '../http/write-context.ts'
import type { Viewer } from '../http/viewer.ts'
import type { Review } from '../plans/review-days.store.ts'
import { listOrganisations, type Organisation } from '../people/organisations.store.ts'

/** An organisation in whose name somebody logs in a plan, and what they are there. */
interface Own extends Organisation {
  function: string | undefined
}

/** The organisations somebody takes part in a plan for, in the order they came to it (A14); one's own where no membership says another. */
export async function ownOrganisations(tx: Tx, viewer: Viewer, planId: number): Promise<Own[]> {
  const here = viewer.memberships.filter((one) => one.planId === planId)
  const all = await listOrganisations(tx)
  const found = new Map<number, Own>()
  for (const membership of here) {
    const id = membership.organisationId ?? viewer.organisationId
    const organisation = all.find((one) => one.id === id)
    if (organisation && !found.has(organisation.id))
      found.set(organisation.id, { ...organisation, function: membership.function })
  }
  const own = all.find((one) => one.id === viewer.organisationId)
  if (found.size === 0 && own) found.set(own.id, { ...own, function: undefined })
  return [...found.values()]
}

/** The act in the name of the organisation that was chosen; 422 for one that is not the person's own. Nothing chosen changes nothing. */
export async function actingFor(
  tx: Tx,
  viewer: Viewer,
  planId: number,
  code: string | null | undefined,
  context: WriteContext,
): Promise<WriteContext> {
  if (!code) return context
  const own = (await ownOrganisations(tx, viewer, planId)).find((one) => one.code === code)
  if (!own) throw refusedField('organisation-not-yours', 'organisation')
  return {
    ...context,
    by: { ...context.by, function: own.function ?? context.by.function, organisationId: own.id },
  }
}

/**
 * The first report that was closed after an activity was recorded: there its point's total has it in, for good (A07). `planPath` is the
 * plan's address in the reader's language. Undefined while no review day has closed since.
 */
export function reportWith(
  recordedAt: string,
  reviews: readonly Review[],
  { lang, planPath }: { lang: Lang; planPath: string },
): { text: string; href: string } | undefined {
  const report = reviews.find(({ closure }) => closure && closure.closedAt > recordedAt)
  return report && { text: termName(lang, report.term), href: addresses.review(planPath, report.term) }
}
