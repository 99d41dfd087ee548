import { Type, type Static } from 'typebox'
import { nouns } from '#words/labels.ts'
import { Day, Line, Maybe, Shape, Whole } from '../shapes.ts'

const chosenFrom = <T extends string>(forms: Record<T, unknown>) =>
  Type.Unsafe<T>({ type: 'string', enum: Object.keys(forms) })
/** Which of the nouns of words/labels.ts the municipality uses (F05). */
const Labelled = Shape({
  point: chosenFrom(nouns.point),
  area: chosenFrom(nouns.area),
  office: chosenFrom(nouns.office),
  statement: chosenFrom(nouns.statement),
})

const facts = {
  title: Line(200),
  municipality: Line(120),
  language: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
  period: Shape({ from: Day, to: Day }),
  adoption: Shape({
    by: Line(120),
    on: Day,
    paragraph: Type.Optional(Maybe(Line(40))),
    reference: Type.Optional(Maybe(Line(40))),
    url: Type.Optional(Maybe(Type.String({ pattern: '^https?://', maxLength: 500 }))),
  }),
  responsible: Type.Optional(Maybe(Line(120))),
  followUp: Type.Optional(Maybe(Line(120))),
  validUntil: Type.Optional(Maybe(Day)),
  publisher: Type.Optional(Maybe(Line(120))),
  contact: Type.Optional(Maybe(Line(200))),
  freshnessMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
  wordsShown: Type.Optional(Type.Union([Type.Literal('after-look'), Type.Literal('at-once')])),
  labels: Type.Optional(Labelled),
  support: Type.Optional(Type.Array(Shape({ what: Line(80), number: Line(40) }), { maxItems: 10 })),
  source: Type.Optional(Maybe(Line(500))),
}

const focusAreas = Type.Optional(
  Type.Array(Shape({ number: Type.Optional(Maybe(Line(20))), title: Line(200) }), { maxItems: 50 }),
)

export const PlanFacts = Shape(facts)
export type PlanFacts = Static<typeof PlanFacts>

export const NewPlan = Shape({ slug: Type.String({ maxLength: 60 }), ...facts, focusAreas })
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
export const Completion = Shape({ ...count, added: Shape(count) })

export const PlanRow = Shape({
  slug: Type.String(),
  title: Type.String(),
  municipality: Type.String(),
  period: Shape({ from: Day, to: Day }),
  completion: Completion,
})

export const PlanWhole = Shape({
  slug: Type.String(),
  title: Type.String(),
  municipality: Type.String(),
  language: Type.String(),
  period: Shape({ from: Day, to: Day }),
  adoption: Shape({
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
  wordsShown: Type.String(),
  labels: Shape({
    point: Type.String(),
    area: Type.String(),
    office: Type.String(),
    statement: Type.String(),
  }),
  support: Type.Array(Shape({ what: Type.String(), number: Type.String() })),
  source: Maybe(Type.String()),
  focusAreas: Type.Array(Shape({ number: Maybe(Type.String()), title: Type.String() })),
  published: Type.Boolean(),
  completion: Completion,
})

export const CompletionItem = Shape({
  kind: Type.Union([Type.Literal('adopted'), Type.Literal('review'), Type.Literal('now')]),
  term: Maybe(Type.String()),
  day: Day,
  completion: Completion,
})
export type CompletionItem = Static<typeof CompletionItem>

export const Plans = Shape({ items: Type.Array(PlanRow), next: Maybe(Type.String()) })
export const CompletionItems = Shape({ items: Type.Array(CompletionItem), next: Maybe(Type.String()) })

/** Publishing says nothing more; a plan once published stays so. */
export const Publication = Shape({})
