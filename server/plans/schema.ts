import { documentKinds, type DocumentKind } from '#domain/report.ts'
import { Type, type Static } from 'typebox'
import { planLines, supportLines } from '#domain/plan.ts'
import { nouns, type Labels } from '#words/labels.ts'
import { ClaimedDay, ClaimedLine, Day, Line, Maybe, StrictObject, Whole, Words } from '../http/schema.ts'

const chosenFrom = <T extends string>(forms: Record<T, unknown>) =>
  Type.Unsafe<T>({ type: 'string', enum: Object.keys(forms) })
/** Which of the nouns of words/labels.ts the municipality uses (F05). */
const Labelled = Type.Unsafe<Labels>(
  StrictObject({
    point: chosenFrom(nouns.point),
    area: chosenFrom(nouns.area),
    office: chosenFrom(nouns.office),
    statement: chosenFrom(nouns.statement),
  }),
)

/** The shape of a line and of a day: as a person claims them, which the rules judge, or as a mapping file must have them. */
interface Strictness {
  line: (longest: number) => ReturnType<typeof Line>
  day: typeof Day
  link: typeof Day
  months: ReturnType<typeof Type.Integer>
}

const claimed: Strictness = {
  line: () => ClaimedLine,
  day: ClaimedDay,
  link: ClaimedLine,
  months: Type.Integer(),
}

const written: Strictness = {
  line: Line,
  day: Day,
  link: Type.String({ pattern: '^https?://', maxLength: planLines['adoption.url'] }),
  months: Type.Integer({ minimum: 1, maximum: 24 }),
}

/** What stands at the head of the plan's documents: whose they are, what they are called, and which of the plan's pictures is the logo. */
const Letterhead = StrictObject({
  name: ClaimedLine,
  kind: Type.Unsafe<DocumentKind>({ type: 'string', enum: [...documentKinds] }),
  logo: Type.Optional(Whole),
})

const factsIn = ({ line, day, link, months }: Strictness) => ({
  title: line(planLines.title),
  municipality: line(planLines.municipality),
  language: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
  period: StrictObject({ from: day, to: day }),
  adoption: StrictObject({
    by: line(planLines['adoption.by']),
    on: day,
    paragraph: Type.Optional(Maybe(line(planLines['adoption.paragraph']))),
    reference: Type.Optional(Maybe(line(planLines['adoption.reference']))),
    url: Type.Optional(Maybe(link)),
  }),
  responsible: Type.Optional(Maybe(line(planLines.responsible))),
  followUp: Type.Optional(Maybe(line(planLines.followUp))),
  validUntil: Type.Optional(Maybe(day)),
  publisher: Type.Optional(Maybe(line(planLines.publisher))),
  contact: Type.Optional(Maybe(line(planLines.contact))),
  freshnessMonths: Type.Optional(months),
  /** ISO weeks in which nobody is reminded; null for the usual ones. */
  quietWeeks: Type.Optional(Maybe(Type.Array(Type.Integer(), { maxItems: 60 }))),
  wordsShown: Type.Optional(Type.Union([Type.Literal('after-look'), Type.Literal('at-once')])),
  labels: Type.Optional(Labelled),
  support: Type.Optional(
    Type.Array(StrictObject({ what: line(supportLines.what), number: line(supportLines.number) }), {
      maxItems: 10,
    }),
  ),
  easyRead: Type.Optional(Maybe(Words(planLines.easyRead * 2))),
  letterhead: Type.Optional(Maybe(Letterhead)),
  source: Type.Optional(Maybe(Line(500))),
})

const facts = factsIn(claimed)

/** A plan's facts as a mapping file tells them. */
export const MappedPlan = StrictObject({ slug: Type.String({ maxLength: 60 }), ...factsIn(written) })

const focusAreas = Type.Optional(
  Type.Array(StrictObject({ number: Type.Optional(Maybe(ClaimedLine)), title: ClaimedLine }), {
    maxItems: 50,
  }),
)

/** `basedOn` is the `version` of the facts that were seen; left out, the change is made whatever stands. */
export const PlanFacts = StrictObject({ ...facts, basedOn: Type.Optional(Type.String({ maxLength: 64 })) })
export type PlanFacts = Static<typeof PlanFacts>

export const NewPlan = StrictObject({ slug: ClaimedLine, ...facts, focusAreas })
export type NewPlan = Static<typeof NewPlan>

const count = {
  adopted: Whole,
  completed: Whole,
  closed: Whole,
  embedded: Whole,
  inProgress: Whole,
  notStarted: Whole,
  paused: Whole,
  withdrawn: Whole,
  merged: Whole,
}
export const Completion = StrictObject({ ...count, added: StrictObject(count) })

export const PlanRow = StrictObject({
  slug: Type.String(),
  title: Type.String(),
  municipality: Type.String(),
  period: StrictObject({ from: Day, to: Day }),
  completion: Completion,
})

export const PlanWhole = StrictObject({
  slug: Type.String(),
  title: Type.String(),
  municipality: Type.String(),
  language: Type.String(),
  period: StrictObject({ from: Day, to: Day }),
  adoption: StrictObject({
    by: Type.String(),
    on: Day,
    paragraph: Maybe(Type.String()),
    reference: Maybe(Type.String()),
    url: Maybe(Type.String()),
  }),
  responsible: Maybe(Type.String()),
  followUp: Maybe(Type.String()),
  validUntil: Maybe(Day),
  publisher: Maybe(Type.String()),
  contact: Maybe(Type.String()),
  freshnessMonths: Whole,
  /** ISO weeks in which nobody is reminded. */
  quietWeeks: Type.Array(Whole),
  wordsShown: Type.String(),
  labels: StrictObject({
    point: Type.String(),
    area: Type.String(),
    office: Type.String(),
    statement: Type.String(),
  }),
  support: Type.Array(StrictObject({ what: Type.String(), number: Type.String() })),
  easyRead: Maybe(Type.String()),
  letterhead: Maybe(Letterhead),
  source: Maybe(Type.String()),
  focusAreas: Type.Array(StrictObject({ number: Maybe(Type.String()), title: Type.String() })),
  published: Type.Boolean(),
  /** Of the facts above: what the next change says it is `basedOn`. */
  version: Type.String(),
  completion: Completion,
})

export type PlanWhole = Static<typeof PlanWhole>

export const CompletionItem = StrictObject({
  kind: Type.Union([Type.Literal('adopted'), Type.Literal('review'), Type.Literal('now')]),
  term: Maybe(Type.String()),
  day: Day,
  completion: Completion,
})
export type CompletionItem = Static<typeof CompletionItem>

export const Plans = StrictObject({ items: Type.Array(PlanRow), next: Maybe(Type.String()) })
export const CompletionItems = StrictObject({ items: Type.Array(CompletionItem), next: Maybe(Type.String()) })

/** Publishing says nothing more; a plan once published stays so. */
export const Publication = StrictObject({})
