/** How far a point has come. The one list: API, pages, documents and import take their statuses from here (traps 4, 5, 19). */
export type Status = 'not_started' | 'in_progress' | 'closed' | 'embedded' | 'paused' | 'withdrawn' | 'merged'

/** Whether an open point will be ready in time, in a person's judgement. `not_assessed` is an answer of its own, never a zero (trap 6). */
export type Outlook = 'on_track' | 'at_risk' | 'late' | 'not_assessed'

/** What an update must say before a point can take a status (F11, domain §2.10). */
export type Need = 'result' | 'handover' | 'decision' | 'mergedInto' | 'reason'

export type StatusFacts = {
  /** Counts in the headline. Exactly two do (traps 2 and 3). */
  completed: boolean
  /** Still to be worked on, so that time can run out for it. */
  open: boolean
  needs: readonly Need[]
  /** Place in the tally, from 0. */
  order: number
  /** Name of the drawn mark. A check only where it counts. */
  mark: 'disc-check' | 'square-check' | 'ring-half' | 'ring' | 'ring-bars' | 'ring-slash' | 'joined-arrow'
  token: 'ink' | 'accent' | 'soft'
}

/** Everything the program knows of a status; pages, rules and count read the row, so none of them has a switch. */
export const statuses: Readonly<Record<Status, StatusFacts>> = {
  closed: { completed: true, open: false, needs: ['result'], order: 0, mark: 'disc-check', token: 'accent' },
  embedded: {
    completed: true,
    open: false,
    needs: ['handover'],
    order: 1,
    mark: 'square-check',
    token: 'accent',
  },
  in_progress: { completed: false, open: true, needs: [], order: 2, mark: 'ring-half', token: 'ink' },
  not_started: { completed: false, open: true, needs: [], order: 3, mark: 'ring', token: 'ink' },
  paused: { completed: false, open: true, needs: ['reason'], order: 4, mark: 'ring-bars', token: 'soft' },
  withdrawn: {
    completed: false,
    open: false,
    needs: ['reason', 'decision'],
    order: 5,
    mark: 'ring-slash',
    token: 'soft',
  },
  merged: {
    completed: false,
    open: false,
    needs: ['reason', 'decision', 'mergedInto'],
    order: 6,
    mark: 'joined-arrow',
    token: 'soft',
  },
}

export type OutlookFacts = {
  needsReason: boolean
  /** How grave: what is grave comes first in lists, and growing graver is to slip. 0 is nothing to worry about or nothing known. */
  gravity: 0 | 1 | 2
  /** Place in lists, the gravest first, from 0. */
  order: number
  mark: 'triangle-filled' | 'triangle' | 'arrow' | 'corners'
  token: 'late' | 'risk' | 'soft'
}

/** Everything the program knows of an outlook. */
export const outlooks: Readonly<Record<Outlook, OutlookFacts>> = {
  late: { needsReason: true, gravity: 2, order: 0, mark: 'triangle-filled', token: 'late' },
  at_risk: { needsReason: true, gravity: 1, order: 1, mark: 'triangle', token: 'risk' },
  on_track: { needsReason: false, gravity: 0, order: 2, mark: 'arrow', token: 'soft' },
  not_assessed: { needsReason: false, gravity: 0, order: 3, mark: 'corners', token: 'soft' },
}

/** The statuses in the order of the tally: what is completed first, then what remains, then what left the plan. */
export const statusOrder: readonly Status[] = (Object.keys(statuses) as Status[]).sort(
  (a, b) => statuses[a].order - statuses[b].order,
)

/** The outlooks, the gravest first. */
export const outlookOrder: readonly Outlook[] = (Object.keys(outlooks) as Outlook[]).sort(
  (a, b) => outlooks[a].order - outlooks[b].order,
)

/** Whether a status counts as completed: carried out and closed, or embedded in regular operations (domain §0.1). */
export function isCompleted(status: Status): boolean {
  return statuses[status].completed
}
