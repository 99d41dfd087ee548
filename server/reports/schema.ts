import { Type, type Static } from 'typebox'
import {
  documentKinds,
  reportStates,
  sections,
  type DocumentKind,
  type ReportState,
  type Section,
} from '#domain/report.ts'
import { ClaimedDay, ClaimedLine, Day, Instant, Maybe, StrictObject, Whole, Words } from '../http/schema.ts'

const Kind = Type.Unsafe<DocumentKind>({ type: 'string', enum: [...documentKinds] })
const State = Type.Unsafe<ReportState>({ type: 'string', enum: [...reportStates] })

/** Somewhat more than the rules let through, so that the rules say what is wrong. */
const prose = Words(60_000)
const items = Type.Array(ClaimedLine, { maxItems: 200 })
const ReportSections = StrictObject({
  summary: prose,
  lessons: prose,
  next_steps: prose,
  children: prose,
  proposals: items,
  documents: items,
  appendices: items,
})

/** A draft of a report, and which version it was made from; null for the first. Prose is Markdown, a list one line an item. */
export const NewReport = StrictObject({
  basedOn: Maybe(Whole),
  kind: Kind,
  reference: Type.Optional(Maybe(ClaimedLine)),
  paragraph: Type.Optional(Maybe(ClaimedLine)),
  dated: Type.Optional(Maybe(ClaimedDay)),
  addressee: Type.Optional(Maybe(ClaimedLine)),
  sections: ReportSections,
})
export type NewReport = Static<typeof NewReport>

/** Which version was looked at when the button was pressed. */
export const ReportStepClaim = StrictObject({ basedOn: Whole })
export type ReportStepClaim = Static<typeof ReportStepClaim>

/** A report as those who lead the plan see it; before the first saving, what it would begin with. */
export const ReportWhole = StrictObject({
  term: Type.String(),
  /** Null while nothing is saved. */
  state: Maybe(State),
  /** The id of the latest version, which a change is based on. */
  latest: Maybe(Whole),
  kind: Kind,
  reference: Maybe(Type.String()),
  paragraph: Maybe(Type.String()),
  dated: Maybe(Day),
  addressee: Maybe(Type.String()),
  sections: ReportSections,
  /** What everybody reads now. */
  published: Maybe(StrictObject({ edition: Whole, at: Instant, version: Whole })),
  /** The free texts of all its versions, each once: by its id one is taken away for good (`PUT …/texts/{id}/mask`). */
  texts: Type.Array(
    StrictObject({
      id: Whole,
      section: Type.Unsafe<Section>({ type: 'string', enum: [...sections] }),
      versions: Type.Array(Whole),
      masked: Type.Boolean(),
    }),
  ),
  /** What was done with it, the first first: each version saved and each state given. */
  history: Type.Array(
    StrictObject({
      at: Instant,
      state: State,
      version: Whole,
      edition: Maybe(Whole),
      byFunction: Type.String(),
      /** Whether it is a version that was saved, or a state that was given. */
      saved: Type.Boolean(),
    }),
  ),
})
export type ReportWhole = Static<typeof ReportWhole>
