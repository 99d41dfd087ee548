import { fileRow, visibleFiles } from '../files/answer.ts'
import { said } from '../points/answer.ts'
import type { ActivityRow } from './schema.ts'
import type { Activity } from './standing.ts'

/** An activity as it travels: its words only where they are shown, or to those who work with the plan. */
export const activityRow = (activity: Activity, inside: boolean): ActivityRow => {
  const readable = inside || activity.shown
  return {
    ...activity,
    what: readable && activity.what ? said(activity.what) : null,
    link: readable && activity.link ? said(activity.link) : null,
    files: visibleFiles(activity.files, inside).map(fileRow),
  }
}
