import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Statement } from '#domain/accessibility.ts'
import type { Role } from '#domain/roles.ts'
import type { Vocabulary } from '#domain/tags.ts'
import type { NewActivity } from '../activities/schema.ts'
import type { NewHearing } from '../reviews/afterwards/hearings.schema.ts'
import type { NewPlan } from '../plans/schema.ts'
import type { NewUpdate } from '../points/schema.ts'
import type { NewReport } from '../reports/schema.ts'
import type { NewDecision } from '../reviews/schema.ts'

interface ExamplePerson {
  key: string
  name: string
  email: string
  organisation: string
  function: string
  role: Role
  active: boolean
  leftOn?: string
  workplace?: string
}

export interface ExamplePoint {
  number: string
  title: string
  description: string
  intendedEffect: string
  focusArea: string | null
  lead: { organisation: string; function: string }
  owner: string | null
  takesPart: string[]
  /** Whose goals it contributes to, by vocabulary. */
  tags: Partial<Record<Vocabulary, string[]>>
  startsOn: string | null
  firstDueOn: string | null
}

interface Recorded {
  key: string
  /** The key of a person in the cast. */
  by: string
  recordedAt: string
  /** The key of an earlier one of the same kind. */
  corrects?: string
}

export type ExampleUpdate = Recorded & Omit<NewUpdate, 'basedOn'> & { point: string; answer?: 'nothing_new' }
export type ExampleActivity = Recorded & NewActivity & { shown: boolean }

/** What was written around a review day's numbers, saved on one day and approved and published on another. */
export interface ExampleReport extends Omit<NewReport, 'basedOn'> {
  by: string
  savedAt: string
  publishedAt: string
}

export interface ExampleReview {
  term: string
  heldOn: string
  closedAt: string
  closedBy: string
  /** Where its report was taken up. */
  hearings: (NewHearing & { recordedAt: string })[]
  decisions: NewDecision[]
  report?: ExampleReport
}

/** The example plan as its data files say it; all of it is made up. */
export interface Example {
  plan: NewPlan
  organisations: { code: string; name: string; kind: string; committee?: string }[]
  people: ExamplePerson[]
  points: ExamplePoint[]
  updates: ExampleUpdate[]
  activities: ExampleActivity[]
  reviews: ExampleReview[]
  /** The statement of accessibility: true of the program, by an invented municipality. */
  accessibility: { by: string; recordedAt: string; statement: Statement }
}

const folder = fileURLToPath(new URL('../../seed/psykisk-halsa/', import.meta.url))
const read = (name: keyof Example): unknown => JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'))

/** Reads the example plan from seed/psykisk-halsa. */
export function readExample(): Example {
  const names: (keyof Example)[] = [
    'plan',
    'organisations',
    'people',
    'points',
    'updates',
    'activities',
    'reviews',
    'accessibility',
  ]
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Example
}

/** Something that happens at an instant, in the order it was recorded. */
export interface Happening {
  at: string
  happen: () => Promise<void>
}
