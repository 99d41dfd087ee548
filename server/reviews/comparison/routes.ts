import { responses, readOpen, type Routes } from '../../http/routes.ts'
import { Address } from '../../http/schema.ts'
import { compare, type End } from './compare.ts'
import { AskedChanges, ChangesWhole } from './schema.ts'

const endOf = ({ term, day, completion }: End) => ({ term, day, completion })

/** What changed between two review days, or since one (F22). */
export const comparisonRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/changes',
    {
      config: { open: true },
      schema: { params: Address, querystring: AskedChanges, response: responses(200, ChangesWhole) },
    },
    (request, reply) =>
      readOpen(dependencies, publicCache, request, reply, async ({ tx, plan }) => {
        const asked = { from: '', to: '', organisation: '', committee: '', ...request.query }
        const found = await compare(tx, plan, asked, dependencies.now())
        const points = new Map(found.to.points.map((point) => [point.number, point]))
        return {
          from: endOf(found.from),
          to: endOf(found.to),
          changes: found.changes.map(({ kind, number, from, to }) => ({
            kind,
            number,
            from,
            to,
            moves: points.get(number)?.moves ?? 0,
            firstDueOn: points.get(number)?.firstDueOn ?? null,
          })),
          unchanged: found.unchanged,
          quiet: found.quiet,
          shared: found.shared,
        }
      }),
  )
}
