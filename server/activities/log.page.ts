import { Type, type Static } from 'typebox'
import { ActivityDraft } from './drafts/schema.ts'
import { ShownFile, TakenFiles } from '../files/view.ts'
import { Dated, FormFault } from '../http/layout.ts'
import type { Page, PlanPage } from '../http/page.ts'
import { loadCorrection, loadLog } from './log-loader.ts'
import { loadLogByLink } from './link.page.ts'
import { LoggedActivity } from './schema.ts'

const Choice = Type.Object({ number: Type.String(), title: Type.String() })

/** What the form needs to know before somebody begins to write. */
export const LogData = Type.Object({
  today: Type.String(),
  planFrom: Type.String(),
  /** The points one's own organisation leads or takes part in, and its name; then the others (A02). */
  own: Type.Optional(Type.Object({ organisation: Type.String(), points: Type.Array(Choice) })),
  others: Type.Array(Choice),
  /** The point that the address asks for (`?punkt=7`), if the plan has it. */
  chosen: Type.Optional(Type.String()),
  /** In whose names one can log, where there are several (A14). */
  names: Type.Optional(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }))),
  /** What stands in the form from the beginning: an activity to repeat or correct, or what was sent and refused. */
  begun: Type.Optional(ActivityDraft),
  /** Which of one's own activities is corrected, and on which day it happened (A06). */
  correcting: Type.Optional(Type.Object({ id: Type.Integer(), day: Dated })),
  /** The next review day, which what is logged now will be part of. */
  review: Type.Optional(Dated),
  atOnce: Type.Boolean(),
  /** Which files are taken. */
  files: TakenFiles,
  /** Those of the activity that is corrected: they come along. */
  kept: Type.Optional(Type.Array(ShownFile)),
  /** What a phone knows its person by while something waits on it. Only for those signed in (A16). */
  account: Type.Optional(Type.String()),
  /** What was saved by a form without JavaScript. */
  saved: Type.Optional(LoggedActivity),
})
export type LogData = Static<typeof LogData>

const shared = { catalogues: ['log', 'saving', 'refusals', 'files'], script: 'page' } as const

/** `/{plan}/logga`. */
export const logPage: PlanPage = {
  ...shared,
  of: 'plan',
  path: '/:plan/logga',
  view: 'activities/Log',
  schema: LogData,
  access: 'activity.log',
  load: loadLog,
}

/** `/{plan}/aktiviteter/{id}/ratta`: an own activity, to be set right (A06). */
export const correctionPage: PlanPage = {
  ...shared,
  of: 'plan',
  path: '/:plan/aktiviteter/:id/ratta',
  view: 'activities/Log',
  schema: LogData,
  access: 'activity.log',
  load: loadCorrection,
}

/** `/{plan}/logga/{token}`: the link of a mail opens the form for one person, and nothing else; undefined `form` when it opens nothing any more. */
export const LogByLinkData = Type.Object({
  form: Type.Optional(
    Type.Object({
      log: LogData,
      /** As whom one logs: function and organisation, never a name. */
      who: Type.String(),
      slug: Type.String(),
      token: Type.String(),
      /** The key of what a form without JavaScript sends: sent twice, it is one activity. */
      key: Type.String(),
      faults: Type.Array(FormFault),
      /** Which doubts have been asked about; the same sent once more was meant. */
      asked: Type.String(),
    }),
  ),
})
export type LogByLinkData = Static<typeof LogByLinkData>

export const logByLinkPage: Page = {
  ...shared,
  // Of the installation, not of a plan: the token is asked first, and a plan nobody may see must not be told from none.
  of: 'installation',
  path: '/:plan/logga/:token',
  view: 'activities/LogByLink',
  schema: LogByLinkData,
  access: 'open',
  secret: true,
  load: loadLogByLink,
}
