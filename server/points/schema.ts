import { Type, type Static } from 'typebox'
import { outlooks, statuses, type Outlook, type Status } from '#domain/status.ts'
import { vocabularies, type Vocabulary } from '#domain/tags.ts'
import { FileRow } from '../files/schema.ts'
import { TextJson } from '../texts/json.ts'
import {
  ClaimedDay,
  ClaimedLine,
  Code,
  Day,
  Instant,
  Maybe,
  StrictObject,
  Whole,
  Words,
} from '../http/schema.ts'
import { OrganisationName } from '../people/schema.ts'

const oneOf = <T extends string>(facts: Record<T, unknown>) =>
  Type.Unsafe<T>({ type: 'string', enum: Object.keys(facts) })

export const StatusName = oneOf<Status>(statuses)
export const OutlookName = oneOf<Outlook>(outlooks)

export const VocabularyName = Type.Unsafe<Vocabulary>({ type: 'string', enum: [...vocabularies] })
/** A goal of others that a point is tied to: its code; the official title is found by it. */
export const TagShape = StrictObject({ vocabulary: VocabularyName, code: Type.String() })

export const PointRow = StrictObject({
  number: Type.String(),
  title: Type.String(),
  status: StatusName,
  outlook: OutlookName,
  lead: OrganisationName,
  takesPart: Type.Array(OrganisationName),
  dueOn: Maybe(Day),
  firstDueOn: Maybe(Day),
  lastUpdatedOn: Maybe(Day),
})
export type PointRow = Static<typeof PointRow>
export const Points = StrictObject({ items: Type.Array(PointRow), next: Maybe(Type.String()) })

const wording = {
  title: ClaimedLine,
  description: Type.Optional(Maybe(Words(10_000))),
  intendedEffect: Type.Optional(Maybe(Words(10_000))),
}
const Decision = StrictObject({ by: Words(500), on: ClaimedDay, reference: Words(500) })

export const NewPoint = StrictObject({
  number: Words(500),
  ...wording,
  focusArea: Type.Optional(Maybe(Words(500))),
  lead: StrictObject({ organisation: Words(500), function: Type.Optional(Maybe(ClaimedLine)) }),
  takesPart: Type.Optional(Type.Array(Words(500), { maxItems: 30 })),
  startsOn: Type.Optional(Maybe(ClaimedDay)),
  dueOn: Type.Optional(Maybe(ClaimedDay)),
  /** Given when the point is added after the plan was adopted. */
  decision: Type.Optional(Decision),
})
export type NewPoint = Static<typeof NewPoint>

/** A list of points, added whole or not at all. */
export const NewPoints = StrictObject({ points: Type.Array(NewPoint, { minItems: 1, maxItems: 300 }) })
export type NewPoints = Static<typeof NewPoints>

export const NewWording = StrictObject({ ...wording, decision: Decision })
export type NewWording = Static<typeof NewWording>

const claim = {
  status: StatusName,
  outlook: OutlookName,
  note: Type.Optional(Words(10_000)),
  reason: Type.Optional(Words(500)),
  basedOn: Maybe(Type.Integer({ minimum: 1 })),
  onBehalfOf: Type.Optional(Code),
  closing: Type.Optional(
    Type.Union([
      StrictObject({ result: Words(10_000), carriedOutOn: ClaimedDay }),
      StrictObject({
        receiver: Words(200),
        function: Words(200),
        embeddedFrom: ClaimedDay,
        anchoredIn: Words(300),
      }),
    ]),
  ),
  evidence: Type.Optional(
    Type.Union([
      Type.Literal('none'),
      Type.Array(
        StrictObject({
          title: Words(200),
          url: Type.Optional(Words(1000)),
          reference: Type.Optional(Words(120)),
          /** A finished file of one's own that belongs to nothing yet, or one of the update that is corrected. */
          file: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
        { maxItems: 20 },
      ),
    ]),
  ),
  decision: Type.Optional(Decision),
  mergedInto: Type.Optional(Words(20)),
  dueOn: Type.Optional(ClaimedDay),
}

/** What a person claims of a point: it becomes an update when no rule refuses it. */
export const NewUpdate = StrictObject({ ...claim, holdsFrom: ClaimedDay })
export type NewUpdate = Static<typeof NewUpdate>

/** A correction says the same as an update; the day it holds from is settled by the rule, not by the person (design: *Days*). */
export const NewCorrection = StrictObject({ ...claim, holdsFrom: Type.Optional(ClaimedDay) })
export type NewCorrection = Static<typeof NewCorrection>

export const UpdateRow = StrictObject({
  id: Whole,
  answer: Type.Union([Type.Literal('update'), Type.Literal('nothing_new')]),
  status: StatusName,
  outlook: OutlookName,
  holdsFrom: Day,
  recordedAt: Instant,
  by: StrictObject({ function: Type.String(), organisation: Maybe(OrganisationName) }),
  onBehalfOf: Maybe(OrganisationName),
  corrects: Maybe(Whole),
  correctedBy: Maybe(Whole),
  note: Maybe(TextJson),
  reason: Maybe(TextJson),
  closing: Type.Union([
    StrictObject({ result: TextJson, carriedOutOn: Day }),
    StrictObject({
      receiver: Type.String(),
      function: Type.String(),
      embeddedFrom: Day,
      anchoredIn: Type.String(),
    }),
    Type.Null(),
  ]),
  evidence: Type.Union([
    Type.Literal('none'),
    Type.Array(
      StrictObject({
        title: TextJson,
        url: Maybe(TextJson),
        reference: Maybe(Type.String()),
        /** To readers outside the plan only one shown to everybody. */
        file: Maybe(FileRow),
      }),
    ),
  ]),
  decision: Maybe(StrictObject({ by: Type.String(), on: Day, reference: Type.String() })),
  mergedInto: Maybe(Type.String()),
  dueOn: Maybe(Day),
})
export type UpdateRow = Static<typeof UpdateRow>

export const WordingRow = StrictObject({
  title: Type.String(),
  description: Maybe(Type.String()),
  intendedEffect: Maybe(Type.String()),
  holdsFrom: Day,
  decision: Maybe(StrictObject({ by: Type.String(), on: Maybe(Day), reference: Maybe(Type.String()) })),
})

export const PointWhole = StrictObject({
  number: Type.String(),
  title: Type.String(),
  description: Maybe(Type.String()),
  intendedEffect: Maybe(Type.String()),
  focusArea: Maybe(StrictObject({ number: Maybe(Type.String()), title: Type.String() })),
  adopted: Type.Boolean(),
  status: StatusName,
  outlook: OutlookName,
  reopened: Type.Boolean(),
  lead: OrganisationName,
  leadFunction: Maybe(Type.String()),
  takesPart: Type.Array(OrganisationName),
  startsOn: Maybe(Day),
  dueOn: Maybe(Day),
  firstDueOn: Maybe(Day),
  lastUpdatedOn: Maybe(Day),
  /** The point's latest update: what the next one says it is `basedOn`. */
  latestUpdate: Maybe(Whole),
  activities: Whole,
  /** Whose goals it is tied to: a way to find it, never part of the count. */
  tags: Type.Array(TagShape),
  updates: Type.Array(UpdateRow),
  wordings: Type.Array(WordingRow),
})
export type PointWhole = Static<typeof PointWhole>
