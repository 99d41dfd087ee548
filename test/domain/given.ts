import fc from 'fast-check'
import { dayAfter, type Day } from '#domain/calendar.ts'
import { correctionDay, placeOf, type RecordedUpdate } from '#domain/history.ts'
import type { HandedOver } from '#domain/needs.ts'
import type { Status } from '#domain/status.ts'
import type { UpdateClaim, UpdateContext } from '#domain/update.ts'

/** `{ closed: 7, embedded: 11 }` as so many points. */
export function pointsWith(numbers: Partial<Record<Status, number>>, adopted = true) {
  return Object.entries(numbers).flatMap(([status, number]) =>
    Array.from({ length: number }, () => ({ status: status as Status, adopted })),
  )
}

/** Refusals as `code field`, the way tests name them. */
export function told(refusals: readonly { code: string; field: string }[]): string[] {
  return refusals.map((refusal) => `${refusal.code} ${refusal.field}`)
}

/** An update that may be recorded on 14 November 2023, with what a test wants otherwise. */
export function claim(otherwise: Partial<UpdateClaim> = {}): UpdateClaim {
  return {
    status: 'in_progress',
    outlook: 'on_track',
    note: 'Tre grupper har startat.',
    holdsFrom: '2023-11-14',
    evidence: [],
    ...otherwise,
  }
}

/** Point 7 on 14 November 2023, in progress since spring, after a review day closed on 16 May. */
export function context(otherwise: Partial<UpdateContext> = {}): UpdateContext {
  return {
    today: '2023-11-14',
    lastClosed: '2023-05-16',
    adoptedOn: '2020-12-14',
    number: '7',
    current: { status: 'in_progress', outlook: 'on_track', dueOn: '2023-12-31' },
    ...otherwise,
  }
}

export const handedOver: HandedOver = {
  receiver: 'Socialkontoret',
  function: 'enhetschef öppenvård',
  embeddedFrom: '2023-10-01',
  anchoredIn: 'Verksamhetsplan 2024, avsnitt 3',
}

/** What a test says of an update; the rest is of no matter to it. */
export type Said = Partial<Pick<RecordedUpdate, 'status' | 'outlook' | 'dueOn'>>

/** Records a point's story as the stores do it: ids that grow, corrections in the place of what they correct, rounds that close. */
export function aStory() {
  const updates: RecordedUpdate[] = []
  let lastClosed: Day | null = null
  const add = (holdsFrom: Day, said: Said, corrected?: RecordedUpdate): number => {
    const latestId = updates.at(-1)?.id ?? null
    const id = (latestId ?? 0) + 1
    updates.push({
      id,
      holdsFrom,
      ...placeOf({ holdsFrom, latestId }, corrected),
      corrects: corrected?.id ?? null,
      status: said.status ?? 'in_progress',
      outlook: said.outlook ?? 'not_assessed',
      dueOn: said.dueOn ?? null,
    })
    return id
  }
  return {
    updates,
    record: (holdsFrom: Day, said: Said) => add(holdsFrom, said),
    correct(id: number, said: Said) {
      const corrected = updates.find((update) => update.id === id)
      if (!corrected) throw new Error(`no update ${id} to correct`)
      return add(correctionDay(corrected.holdsFrom, lastClosed), said, corrected)
    },
    close(heldOn: Day) {
      lastClosed = heldOn
      return dayAfter(heldOn)
    },
  }
}

/** Any day within a hundred years. */
export const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
