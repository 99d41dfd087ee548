import { may } from '#domain/roles.ts'
import { fileRow } from '../files/answer.ts'
import { readFiles } from '../files/standing.ts'
import { shownFile } from '../files/telling.ts'
import type { PlanPageContext } from '../page.ts'
import type { ReportData } from './page.ts'
import type { Snapshot } from './snapshot.ts'

type Files = NonNullable<ReportData['closed']>['files']

/**
 * The pictures and documents of a report, point by point. Only what everybody could see when the day closed, so that the report does not grow
 * afterwards; what has been taken back since is not shown, what was masked says so. People of the plan see the internal ones too, marked.
 */
export async function filesIn(snapshot: Snapshot, context: PlanPageContext): Promise<Files> {
  const inside = may(context.roles, 'file.read')
  const referred = snapshot.points.flatMap(({ files = [] }) => files)
  if (referred.length === 0) return []
  const found = await readFiles(
    context.tx,
    referred.map(({ file }) => file),
  )
  return snapshot.points.flatMap(({ number, title, files = [] }) => {
    const shown = files.flatMap((reference) => {
      const file = found.get(reference.file)
      if (!file || !(inside || (reference.shown && file.shown))) return []
      return [shownFile(context.plan.slug, fileRow(file), context)]
    })
    return shown.length > 0 ? [{ number, title, files: shown }] : []
  })
}
