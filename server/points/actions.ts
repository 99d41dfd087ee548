import { can } from '#domain/roles.ts'
import type { PageAction } from '../http/page-actions.ts'
import { findPoint, ownPoint } from './store.ts'

/** On a point: write about it, correct what was written, give it another wording; on the plan: add points. */
export const pointActions: readonly PageAction[] = [
  {
    on: ['/:plan/punkter/:number'],
    place: 10,
    async of({ tx, plan, params, viewer, roles, base, say, words }) {
      const point = await findPoint(tx, plan.id, params.number ?? '')
      if (!point || !viewer || !can(roles, 'update.record')) return []
      if (!(await ownPoint(tx, viewer, plan, point.id))) return []
      const href = `${base}/${plan.slug}/punkter/${encodeURIComponent(params.number ?? '')}/uppdatera`
      return [
        { label: say(words.pageActions.write), href },
        { label: say(words.pageActions.correct), href: `${href}#tidigare` },
      ]
    },
  },
  {
    on: ['/:plan/punkter/:number'],
    place: 30,
    of: ({ plan, params, roles, base, say, words }) => {
      const href = `${base}/${plan.slug}/punkter/${encodeURIComponent(params.number ?? '')}/ordalydelse`
      return can(roles, 'point.add') ? [{ label: say(words.pageActions.wording), href }] : []
    },
  },
  {
    on: ['/:plan'],
    place: 30,
    of: ({ plan, roles, base, say, words }) => {
      const href = `${base}/${plan.slug}/punkter/nya`
      return can(roles, 'point.add') ? [{ label: say(words.pageActions.addPoints), href }] : []
    },
  },
]
