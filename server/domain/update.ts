import { dayAfter, isDay, laterOf, type Day } from './calendar.ts'
import type { Standing } from './history.ts'
import {
  refuseNeeds,
  type CarriedOut,
  type Decision,
  type Evidence,
  type HandedOver,
  needReasons,
} from './needs.ts'
import { nowOn } from './review.ts'
import { isCompleted, outlooks, statuses, type Outlook, type Status } from './status.ts'
import { isBlank, lengthOf, limits, type Refusal } from './text.ts'

/** What an update says: the part of the API's body the rules look at. In a correction `holdsFrom` is its `correctionDay`. */
export type UpdateClaim = {
  status: Status
  outlook: Outlook
  note: string
  holdsFrom: Day
  closing?: CarriedOut | HandedOver
  /** `none` says in plain words that there is nothing to show. */
  evidence: readonly Evidence[] | 'none'
  decision?: Decision
  /** The number of the point it became part of. */
  mergedInto?: string
  /** The one line lists show. */
  reason?: string
  /** The point's new end. */
  dueOn?: Day
}

export type UpdateContext = {
  today: Day
  lastClosed: Day | null
  /** When the point came into the plan. */
  adoptedOn: Day
  number: string
  /** How it stood just before: `standingOn` the claim's day; for a correction `standingBefore` the corrected update. */
  current: Standing
  /** The update a correction takes the place of. */
  correcting?: { status: Status }
  startsOn?: Day | null
  /** The answer *nothing new since last*: it repeats what stands and says no more. */
  nothingNew?: boolean
  /** What `mergedInto` was found to be. */
  mergeTarget?: 'missing' | 'self' | 'merged' | 'ok'
}

export const updateReasons = [
  'holds-from-not-a-day',
  'holds-from-in-closed-round',
  'holds-from-before-adoption',
  'holds-from-ahead',
  'outlook-not-used',
  'due-on-not-a-day',
  'due-on-before-start',
  'reason-missing',
  'reason-too-long',
  'note-missing',
  'note-too-long',
  ...needReasons,
] as const
export type UpdateReason = (typeof updateReasons)[number]

type Refusals = Refusal<UpdateReason>[]

/** Why an update can not be recorded, every reason at once and in the form's order; empty when it can (F10, F11, domain §2.10). */
export function refuseUpdate(claim: UpdateClaim, context: UpdateContext): Refusals {
  return [
    ...refuseHoldsFrom(claim, context),
    ...refuseOutlook(claim),
    ...refuseNeeds(claim, context),
    ...refuseDueOn(claim, context),
    ...refuseReason(claim, context),
    ...refuseNote(claim, context),
  ]
}

/** The first and last day an update may hold from: after the last closed review day, not before the point, not after now. */
export function holdsFromBounds(context: Pick<UpdateContext, 'today' | 'lastClosed' | 'adoptedOn'>): {
  earliest: Day
  latest: Day
} {
  const { today, lastClosed, adoptedOn } = context
  return {
    earliest: lastClosed === null ? adoptedOn : laterOf(adoptedOn, dayAfter(lastClosed)),
    latest: nowOn(today, lastClosed),
  }
}

/** Whether an update must give its reason in one line: bad news, a point that stands still or leaves, is reopened or moved. */
export function needsReason(
  claim: UpdateClaim,
  context: Pick<UpdateContext, 'current' | 'correcting'>,
): boolean {
  const { current, correcting } = context
  // A correction that takes a completed status back leaves it too, in the eyes of those who saw it.
  const wasCompleted =
    isCompleted(current.status) || (correcting !== undefined && isCompleted(correcting.status))
  return (
    outlooks[claim.outlook].needsReason ||
    statuses[claim.status].needs.includes('reason') ||
    (wasCompleted && !isCompleted(claim.status)) ||
    (claim.dueOn !== undefined && current.dueOn !== null && claim.dueOn !== current.dueOn)
  )
}

function refuseHoldsFrom({ holdsFrom }: UpdateClaim, context: UpdateContext): Refusals {
  const refuse = (code: UpdateReason): Refusals => [{ code, field: 'holdsFrom' }]
  // The day of a correction is settled by `correctionDay`, not claimed.
  if (context.correcting) return []
  if (!isDay(holdsFrom)) return refuse('holds-from-not-a-day')
  if (holdsFrom < context.adoptedOn) return refuse('holds-from-before-adoption')
  const { earliest, latest } = holdsFromBounds(context)
  if (holdsFrom < earliest) return refuse('holds-from-in-closed-round')
  return holdsFrom > latest ? refuse('holds-from-ahead') : []
}

function refuseOutlook({ status, outlook }: UpdateClaim): Refusals {
  const used = statuses[status].open || outlook === 'not_assessed'
  return used ? [] : [{ code: 'outlook-not-used', field: 'outlook' }]
}

function refuseDueOn({ dueOn }: UpdateClaim, { startsOn }: UpdateContext): Refusals {
  if (dueOn === undefined) return []
  if (!isDay(dueOn)) return [{ code: 'due-on-not-a-day', field: 'dueOn' }]
  return startsOn && dueOn < startsOn ? [{ code: 'due-on-before-start', field: 'dueOn' }] : []
}

function refuseReason(claim: UpdateClaim, context: UpdateContext): Refusals {
  if (isBlank(claim.reason)) {
    return needsReason(claim, context) ? [{ code: 'reason-missing', field: 'reason' }] : []
  }
  return lengthOf(claim.reason ?? '') > limits.reason ? [{ code: 'reason-too-long', field: 'reason' }] : []
}

function refuseNote({ note, reason, closing }: UpdateClaim, { nothingNew = false }: UpdateContext): Refusals {
  // No change of state without words of why (F10); the answer *nothing new* has nothing to add.
  if (!nothingNew && isBlank(note) && isBlank(reason) && !closing)
    return [{ code: 'note-missing', field: 'note' }]
  return lengthOf(note) > limits.note ? [{ code: 'note-too-long', field: 'note' }] : []
}
