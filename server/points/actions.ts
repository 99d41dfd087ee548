import * as addresses from '#domain/addresses.ts'
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
      const href = addresses.update(addresses.plan(base, plan.slug), params.number ?? '')
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
      const href = addresses.wording(addresses.plan(base, plan.slug), params.number ?? '')
      return can(roles, 'point.add') ? [{ label: say(words.pageActions.wording), href }] : []
    },
  },
  {
    on: ['/:plan'],
    place: 30,
    of: ({ plan, roles, base, say, words }) => {
      const href = addresses.newPoints(addresses.plan(base, plan.slug))
      return can(roles, 'point.add') ? [{ label: say(words.pageActions.addPoints), href }] : []
    },
  },
]
