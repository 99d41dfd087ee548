import * as addresses from '#domain/addresses.ts'
import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import type { Room } from '../http/room.ts'
import { findReview } from '../plans/review-days.store.ts'
import { reportEditorPage } from './editor.page.ts'
import { dropFiles } from './file-cache.store.ts'
import { reportFileRoutes } from './file-routes.ts'
import { reportRoutes } from './routes.ts'

/** On a closed review day: the words of its report. */
const reportActions: readonly PageAction[] = [
  {
    on: ['/:plan/avstamningar/:term'],
    place: 1,
    async of({ tx, plan, params, roles, base, say, words }) {
      if (!can(roles, 'review.plan')) return []
      const review = await findReview(tx, plan.id, params.term ?? '')
      if (!review?.closure) return []
      const href = addresses.reportEditor(addresses.plan(base, plan.slug), review.term)
      return [{ label: say(words.reportEditor.way), href }]
    },
  },
]

export const reports: Room = {
  name: 'reports',
  routes: [
    [10, reportRoutes],
    [11, reportFileRoutes],
  ],
  pages: [reportEditorPage],
  actions: reportActions,
  masked: dropFiles,
}
