import { Type, type Static } from 'typebox'
import { FileRow, fileRow, visibleFiles } from '../files/schema.ts'
import { ClaimedDay, Day, Instant, Maybe, StrictObject, Whole, Words } from '../http/schema.ts'
import { TextJson, textJson } from '../texts/json.ts'
import type { Activity } from './listing.store.ts'
import { OrganisationName } from '../people/schema.ts'

export const targetGroups = ['foraldrar', 'barn', 'unga', 'vuxna', 'aldre', 'medarbetare', 'alla'] as const
export const TargetGroup = Type.Enum([...targetGroups])

export const NewActivity = StrictObject({
  point: Type.String({ maxLength: 20 }),
  what: Words(10_000),
  happenedOn: ClaimedDay,
  targetGroup: Type.Optional(Maybe(TargetGroup)),
  occasions: Type.Optional(Maybe(Type.Integer())),
  participants: Type.Optional(Maybe(Type.Integer())),
  link: Type.Optional(Maybe(Words(1000))),
  /** Finished files of one's own that belong to nothing yet; a correction that names none keeps those of what it corrects. */
  files: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 20 })),
  /** In whose name, for somebody who takes part for several organisations (A14): the code of one of them. */
  organisation: Type.Optional(Maybe(Type.String({ maxLength: 40 }))),
  /** Whose phone it waited on, as the page told it: refused when somebody else is signed in there now (A16). */
  account: Type.Optional(Type.String({ maxLength: 64 })),
})
export type NewActivity = Static<typeof NewActivity>

/** An activity as it travels; `what` and `link` are null for readers to whom it has not been shown. */
export const ActivityRow = StrictObject({
  id: Whole,
  point: Type.String(),
  happenedOn: Day,
  recordedAt: Instant,
  targetGroup: Maybe(TargetGroup),
  occasions: Maybe(Whole),
  participants: Maybe(Whole),
  by: StrictObject({ function: Type.String(), organisation: Maybe(OrganisationName) }),
  shown: Type.Boolean(),
  what: Maybe(TextJson),
  link: Maybe(TextJson),
  corrects: Maybe(Whole),
  /** To readers outside the plan only those shown to everybody. */
  files: Type.Array(FileRow),
})
export type ActivityRow = Static<typeof ActivityRow>

export const Activities = StrictObject({ items: Type.Array(ActivityRow), next: Maybe(Type.String()) })

/** The fresh thing, with what an ambassador is told: this was the point's n:th activity (A17). */
export const LoggedActivity = StrictObject({ activity: ActivityRow, ordinal: Whole })
export type LoggedActivity = Static<typeof LoggedActivity>

export const Visibility = StrictObject({ shown: Type.Boolean() })
/** The same for several at once: all of them or none. */
export const Visibilities = StrictObject({
  ids: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 100 }),
  shown: Type.Boolean(),
})
export type Visibilities = Static<typeof Visibilities>
export const Shown = StrictObject({ items: Type.Array(ActivityRow) })
const WholeText = Type.String({ pattern: '^[1-9][0-9]{0,14}$' })
export const ActivityQuery = StrictObject({
  point: Type.Optional(Type.String({ maxLength: 20 })),
  targetGroup: Type.Optional(TargetGroup),
  organisation: Type.Optional(Type.String({ maxLength: 40 })),
  /** The `next` of the page before. */
  after: Type.Optional(WholeText),
  limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|100)$' })),
})

/** An activity as it travels: its words only where they are shown, or to those who work with the plan. */
export const activityRow = (activity: Activity, inside: boolean): ActivityRow => {
  const readable = inside || activity.shown
  return {
    ...activity,
    what: readable && activity.what ? textJson(activity.what) : null,
    link: readable && activity.link ? textJson(activity.link) : null,
    files: visibleFiles(activity.files, inside).map(fileRow),
  }
}
