import type { Day } from '#domain/calendar.ts'
import type { NewPlan } from '../plans/schema.ts'
import type { NewPoint, NewUpdate } from '../points/schema.ts'
import type { Fault } from './faults.ts'
import type { Mapping } from './mapping.ts'

interface ProposedPoint {
  row: number
  point: NewPoint
}

export interface ProposedUpdate {
  row: number
  number: string
  answer: 'update' | 'nothing_new'
  claim: Omit<NewUpdate, 'basedOn'>
}

/** How things stood on a day; `closes` when it was a review day. */
interface ProposedRound {
  day: Day
  closes: boolean
  updates: ProposedUpdate[]
}

/** Something in the file that is not carried over, and that whoever imports should know. */
type Remark = { code: 'text-without-status'; row: number; number: string }

/** A whole plan as a file tells it, ready to go through the stores; nothing of it has been written. */
export interface Proposal {
  plan: NewPlan
  publish: boolean
  organisations: { code: string; name: string; kind: string }[]
  points: ProposedPoint[]
  rounds: ProposedRound[]
  remarks: Remark[]
  /** The file's columns that the mapping does not name. */
  unused: string[]
  /** What the columns are called in the file, for the refusals that rules give. */
  columns: Mapping['columns']
}

/** Either a whole proposal or what is wrong, never both. */
export type Interpretation = { proposal: Proposal } | { faults: Fault[] }

/** What an import came to: what was written, or every reason why nothing was. */
export type Imported = { proposal: Proposal; rows: number; applied: Applied } | { faults: Fault[] }

/** What was imported: completed points at the adoption and after each closed review day, and as it stands now. */
export interface Applied {
  points: number
  counts: number[]
  completed: number
}
