import type { Day } from './calendar.ts'

export type Conformity = 'full' | 'partial' | 'none'

/** One thing that is not accessible: what, for whom, why, and when it is mended. */
export interface Shortcoming {
  what: string
  whom: string
  why: string
  mendedBy: Day | null
}

/** What Digg demands of a statement (lag 2018:1937, 9 and 12 §§; MDIGG 2019:2); texts empty until somebody has written them. */
export interface Statement {
  actor: string
  service: string
  conformity: Conformity | null
  shortcomings: Shortcoming[]
  /** Reasons why mending would be an unreasonable burden (12 §); empty where that is not claimed. */
  burden: string
  /** Content the law leaves out (9 §); empty where there is none. */
  exempt: string
  /** How one asks for help or tells of a fault. */
  contactEmail: string
  contactPhone: string
  /** Working days until an answer. */
  answerWithin: number | null
  method: 'self' | 'external' | null
  /** By whom, where somebody else went through it. */
  assessor: string
  assessedOn: Day | null
}
