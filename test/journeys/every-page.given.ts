import { eq } from 'drizzle-orm'
import { issueLink } from '../../server/people/links.store.ts'
import { pages } from '../../server/pages.ts'
import type { Site } from '../support/site.ts'

const plan = '/api/v1/plans/psykisk-halsa'

/** Addresses that are about a review day which is still to be closed. */
const ofOpenDay = /\/(andra|dagordning|mote|stang|forberedelse)$/

/** An address for every page there is, with somebody's review day under way and a link of each kind; a page nobody has told of fails. */
export async function everyAddress(all: Site): Promise<{ path: string; address: string; open: boolean }[]> {
  const lead = await all.as('strategist')
  const administrator = await all.as('administrator')
  const { term } = (await lead.post(`${plan}/reviews`, { heldOn: '2023-11-20' })).json<{ term: string }>()
  const { code } = (await lead.put(`${plan}/reviews/${term}/meeting`, { open: true })).json<{
    code: string
  }>()
  const logged = { point: '7', what: 'Träff i Strandby.', happenedOn: '2023-11-16' }
  const activity = (await administrator.post(`${plan}/activities`, logged)).json<{
    activity: { id: number }
  }>().activity
  const links = await all.db.write(async (tx) => {
    const { plans, points, updates, followUpQuestions, assignments } = tx.tables
    const [here] = await tx.select().from(plans).where(eq(plans.slug, 'psykisk-halsa'))
    const planId = here!.id
    const owned = (await tx.select().from(assignments)).filter(({ personId }) => personId !== null)
    const own = owned.at(-1)!
    const personId = own.personId!
    const [point] = await tx.select().from(points).where(eq(points.id, own.pointId))
    const [update] = (await tx.select().from(updates)).filter(({ pointId }) => pointId === point!.id)
    const [question] = await tx
      .insert(followUpQuestions)
      .values({
        planId,
        pointId: point!.id,
        updateId: update!.id,
        months: 6,
        personId,
        askedAt: all.now.toISOString(),
      })
      .returning()
    const issue = (purpose: 'sign-in' | 'log' | 'answer' | 'still', scope?: string) =>
      issueLink(tx, { purpose, personId, ...(purpose !== 'sign-in' && { planId }), scope }, all.now)
    return {
      '/logga-in/:token': await issue('sign-in'),
      '/:plan/logga/:token': await issue('log'),
      '/:plan/svara/:token': await issue('answer', String(point!.id)),
      '/:plan/lever/:token': await issue('still', String(question!.id)),
    }
  })
  const values: Record<string, (path: string) => string | number | undefined> = {
    plan: () => 'psykisk-halsa',
    number: () => '7',
    term: (path) => (ofOpenDay.test(path) ? term : '2023-ht'),
    code: () => code,
    token: (path) => links[path as keyof typeof links],
    id: (path) => (path.includes('aktiviteter') ? activity.id : lead.personId),
  }
  return pages.map(({ path, access, secret }) => ({
    path,
    open: access === 'open' && secret === undefined,
    address: path.replace(/:([a-z]+)/gi, (whole, name: string) => {
      const value = values[name]?.(path)
      if (value === undefined) throw new Error(`say what ${whole} of the page ${path} stands for`)
      return String(value)
    }),
  }))
}
