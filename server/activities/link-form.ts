import type { FastifyInstance } from 'fastify'
import { activityOf, refuseActivity } from '#domain/activity.ts'
import { dayOf } from '#domain/calendar.ts'
import type { Dependencies } from '../dependencies.ts'
import { findPlan } from '../database/plan.ts'
import { askApi, plainForm, type Sent } from '../http/forms.ts'
import { draftIn, logByLinkPage } from './link.page.ts'
import type { LoggedActivity } from './schema.ts'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'

/** The form of a mail's link for a browser without JavaScript: refused by the rules the browser asks too, and led to its receipt. */
export function logByLinkRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  plainForm(app, dependencies, {
    page: logByLinkPage,
    fields: [
      'point',
      'what',
      'happenedOn',
      'targetGroup',
      'occasions',
      'participants',
      'link',
      'organisation',
    ],
    texts: () => ['what'],

    async check({ fields, params }) {
      const plan = await dependencies.db.read((tx) => findPlan(tx, params.plan ?? ''))
      const claim = activityOf(draftIn(fields))
      return refuseActivity(
        { ...claim, targetGroup: claim.targetGroup ?? undefined, link: claim.link ?? undefined },
        { today: dayOf(dependencies.now()), planFrom: plan?.periodFrom ?? '' },
      )
    },

    async carryOut(sent) {
      const { plan = '', token = '' } = sent.params
      const { activity } = await askApi<LoggedActivity>(app, sent, api.activities(plan), claimIn(sent))
      const form = addresses.logByLink(addresses.plan(sent.base, plan), token)
      return addresses.asking(form, { sparad: activity.id })
    },
  })
}

function claimIn({ fields }: Sent) {
  const draft = draftIn(fields)
  return { ...activityOf(draft), organisation: draft.organisation || undefined }
}
