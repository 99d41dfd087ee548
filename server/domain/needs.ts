import { earlierOf, isDay, type Day } from './calendar.ts'
import { isBlank, isWebAddress, limits, lengthOf, type Refusal } from './text.ts'
import { statuses, type Need } from './status.ts'
import type { UpdateClaim, UpdateContext } from './update.ts'

/** How a point was carried out and closed. */
export type CarriedOut = { result: string; carriedOutOn: Day }

/** Who carries a point on in regular operations, in which function, from when, and where that is written down. */
export type HandedOver = { receiver: string; function: string; embeddedFrom: Day; anchoredIn: string }

/** What can be shown for it: a reference, with or without an address. */
export type Evidence = { title: string; url?: string; reference?: string }

/** Who decided, when, and where it is found (Dnr, §). */
export type Decision = { by: string; on: Day; reference: string }

export const needReasons = [
  'result-missing',
  'result-too-long',
  'carried-out-on-missing',
  'carried-out-on-ahead',
  'receiver-missing',
  'function-missing',
  'embedded-from-missing',
  'anchored-in-missing',
  'closing-not-used',
  'evidence-missing',
  'evidence-title-missing',
  'evidence-url-malformed',
  'decision-by-missing',
  'decision-on-missing',
  'decision-on-ahead',
  'decision-reference-missing',
  'decision-not-used',
  'merged-into-missing',
  'merged-into-unknown',
  'merged-into-self',
  'merged-into-merged',
  'merged-into-not-used',
] as const
export type NeedReason = (typeof needReasons)[number]

type Refusals = Refusal<NeedReason>[]

/**
 * What a status needs and an update does not say, and what it says that its status has no use for – so that nothing said is
 * dropped in silence (F11, domain §2.10 rules 1, 2 and 4).
 */
export function refuseNeeds(claim: UpdateClaim, context: UpdateContext): Refusals {
  const { needs } = statuses[claim.status]
  const needed = needs.flatMap((need) => asked[need](claim, context))
  return [...needed, ...unused(claim, needs), ...refuseEvidence(claim)]
}

const asked: Record<Need, (claim: UpdateClaim, context: UpdateContext) => Refusals> = {
  result(claim, context) {
    const said: Partial<CarriedOut> = claim.closing && 'result' in claim.closing ? claim.closing : {}
    const { result = '', carriedOutOn = '' } = said
    const refusals: Refusals = []
    if (isBlank(result)) refusals.push({ code: 'result-missing', field: 'closing.result' })
    else if (lengthOf(result) > limits.result)
      refusals.push({ code: 'result-too-long', field: 'closing.result' })
    if (!isDay(carriedOutOn)) refusals.push({ code: 'carried-out-on-missing', field: 'closing.carriedOutOn' })
    else if (carriedOutOn > lastPossible(claim, context)) {
      refusals.push({ code: 'carried-out-on-ahead', field: 'closing.carriedOutOn' })
    }
    return refusals
  },

  handover(claim) {
    const said: Partial<HandedOver> = claim.closing && 'receiver' in claim.closing ? claim.closing : {}
    const { embeddedFrom = '' } = said
    const refusals: Refusals = []
    if (isBlank(said.receiver)) refusals.push({ code: 'receiver-missing', field: 'closing.receiver' })
    if (isBlank(said.function)) refusals.push({ code: 'function-missing', field: 'closing.function' })
    // It may lie ahead: what is decided in November is often taken over at the turn of the year.
    if (!isDay(embeddedFrom)) refusals.push({ code: 'embedded-from-missing', field: 'closing.embeddedFrom' })
    if (isBlank(said.anchoredIn)) refusals.push({ code: 'anchored-in-missing', field: 'closing.anchoredIn' })
    if (claim.evidence !== 'none' && claim.evidence.length === 0) {
      refusals.push({ code: 'evidence-missing', field: 'evidence' })
    }
    return refusals
  },

  decision(claim, context) {
    const { by, on = '', reference }: Partial<Decision> = claim.decision ?? {}
    const refusals: Refusals = []
    if (isBlank(by)) refusals.push({ code: 'decision-by-missing', field: 'decision.by' })
    if (!isDay(on)) refusals.push({ code: 'decision-on-missing', field: 'decision.on' })
    else if (on > lastPossible(claim, context))
      refusals.push({ code: 'decision-on-ahead', field: 'decision.on' })
    if (isBlank(reference)) refusals.push({ code: 'decision-reference-missing', field: 'decision.reference' })
    return refusals
  },

  mergedInto({ mergedInto }, { number, mergeTarget }) {
    const code = isBlank(mergedInto)
      ? 'merged-into-missing'
      : mergedInto === number
        ? 'merged-into-self'
        : mergeTargets[mergeTarget ?? 'ok']
    return code ? [{ code, field: 'mergedInto' }] : []
  },

  // Asked for by more than the status: `refuseUpdate` does it.
  reason: () => [],
}

const mergeTargets: Record<NonNullable<UpdateContext['mergeTarget']>, NeedReason | undefined> = {
  missing: 'merged-into-unknown',
  self: 'merged-into-self',
  // A point is counted through its target, so the target must be one that is counted (trap 3).
  merged: 'merged-into-merged',
  ok: undefined,
}

function unused({ closing, decision, mergedInto }: UpdateClaim, needs: readonly Need[]): Refusals {
  const refusals: Refusals = []
  if (closing && !needs.includes('result' in closing ? 'result' : 'handover')) {
    refusals.push({ code: 'closing-not-used', field: 'closing' })
  }
  if (decision && !needs.includes('decision')) refusals.push({ code: 'decision-not-used', field: 'decision' })
  if (!isBlank(mergedInto) && !needs.includes('mergedInto')) {
    refusals.push({ code: 'merged-into-not-used', field: 'mergedInto' })
  }
  return refusals
}

function refuseEvidence({ evidence }: UpdateClaim): Refusals {
  if (evidence === 'none') return []
  return evidence.flatMap(({ title, url }, index) => {
    const refusals: Refusals = []
    if (isBlank(title)) refusals.push({ code: 'evidence-title-missing', field: `evidence.${index}.title` })
    if (!isBlank(url) && !isWebAddress(url ?? '')) {
      refusals.push({ code: 'evidence-url-malformed', field: `evidence.${index}.url` })
    }
    return refusals
  })
}

/** What has been done or decided was so by the day the update holds from, and is not still to come. */
function lastPossible({ holdsFrom }: UpdateClaim, { today }: UpdateContext): Day {
  return earlierOf(holdsFrom, today)
}
