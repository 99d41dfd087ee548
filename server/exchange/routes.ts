import Papa from 'papaparse'
import { vocabularies } from '#domain/tags.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Routes } from '../http/routes.ts'
import { Address } from '../http/schema.ts'
import { visiblePlan } from '../http/visible-plan.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { tagsOfPlan } from '../points/tags/store.ts'
import { titleOfTag } from '../points/tags/tags.page.ts'
import { planNow } from '../plans/review-days.store.ts'

/** A cell that a spreadsheet would run as a formula, or one that begins so behind apostrophes (trap 20). */
const formula = /^'*[=+\-@\t\r]/

/**
 * A table that a Swedish Excel opens right (§2.8 of the field's practice): UTF-8 with BOM, semicolon, CRLF; a cell that begins like a formula
 * is neutralised by an apostrophe (trap 20), which `readTable` takes away again. One line a row, always.
 */
export function swedishCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvLines([head, ...rows])}`
}

/** Further rows of such a table, for one that is sent piece by piece; no row is no text. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: formula },
  )
  return `${text}\r\n`
}

/** The cell as it was before `swedishCsv` neutralised it. */
export const withoutGuard = (cell: string): string => (/^''*[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)

/** Files of a plan: today the points as CSV, one row a point whatever is known of it (trap 11), no names (O02). */
export const csvRoutes: Routes = (api, dependencies, publicCache) => {
  api.get(
    '/plans/:plan/points.csv',
    { config: { open: true }, schema: { params: Address, produces: ['text/csv'] } },
    (request, reply) => {
      const { plan: slug } = request.params as { plan: string }
      reply.header('content-disposition', `attachment; filename="${encodeURIComponent(slug)}-points.csv"`)
      return publicCache(request, reply, slug, async () => {
        const { csv } = words.sv.exchange
        const { short, outlook: outlooks } = words.sv.status
        const { points, tags } = await dependencies.db.read(async (tx) => {
          const plan = await visiblePlan(tx, slug, request.viewer)
          const day = await planNow(tx, plan.id, dependencies.now())
          return {
            points: await pointsOnDay(tx, plan.id, day),
            tags: await tagsOfPlan(tx, plan.id),
          }
        })
        const say = speaker('sv')
        const rows = points.map((point) => [
          point.number,
          point.title,
          say(short[point.status]),
          say(outlooks[point.outlook]),
          point.lead.name,
          point.lead.code,
          point.takesPart.map((one) => one.name).join(', '),
          point.dueOn ?? '',
          point.firstDueOn ?? '',
          point.lastUpdatedOn ?? '',
          ...vocabularies.map((vocabulary) =>
            (tags.get(point.id) ?? [])
              .filter((tag) => tag.vocabulary === vocabulary)
              .map((tag) => `${tag.code} ${titleOfTag(tag, { say, words: words.sv })}`)
              .join(', '),
          ),
        ])
        const head = Object.values(csv).map((entry) => say(entry))
        return { type: 'text/csv; charset=utf-8', body: swedishCsv(head, rows) }
      })
    },
  )
}
