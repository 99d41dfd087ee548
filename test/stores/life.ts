import fc from 'fast-check'
import { addDays, dayAfter, laterOf, type Day } from '#domain/calendar.ts'
import { statusOrder, type Outlook, type Status } from '#domain/status.ts'
import type { Tx } from '../../server/database/database.ts'
import { Refused } from '../../server/http/refusal.ts'
import type { WriteContext } from '../../server/http/write-context.ts'
import { latestUpdateOf, updatesOf } from '../../server/points/updates.store.ts'
import { findPoint } from '../../server/points/store.ts'
import { adoptedOn, saying } from './given.ts'
import {
  closeReview,
  correctUpdate,
  planReview,
  recordNothingNew,
  recordUpdate,
} from '../support/by-address.ts'
import { lastClosedDay } from '../../server/plans/review-days.store.ts'

// A plan's life as the stores are told of it, by chance.

export const numbers = ['1', '2', '3']
export const firstDueOn = '2021-03-02'

type Step =
  | { do: 'wait'; days: number }
  | { do: 'close'; daysAgo: number }
  | { do: 'nothing new'; number: string; daysAgo: number }
  | ({ do: 'record'; daysAgo: number } & Words)
  | ({ do: 'correct'; pick: number } & Words)

interface Words {
  number: string
  status: Status
  outlook: Outlook
  dueOn: Day | undefined
  into: string
  note: string | undefined
}

const number = fc.constantFrom(...numbers)
const words = {
  number,
  status: fc.constantFrom(...statusOrder),
  outlook: fc.constantFrom<Outlook>('on_track', 'at_risk', 'late', 'not_assessed'),
  dueOn: fc.constantFrom(undefined, undefined, '2021-03-01', firstDueOn, '2021-03-03'),
  into: number,
  note: fc.constantFrom(undefined, 'Lokal saknas.'),
}
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), days: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close'), daysAgo: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('record'), daysAgo: fc.nat(8), ...words }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct'), pick: fc.nat(30), ...words }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('nothing new'), number, daysAgo: fc.nat(8) }) },
)
export const aLife = fc.array(aStep, { minLength: 4, maxLength: 24 })

/** Lives a life in a plan of three points adopted on `adoptedOn`; what a rule refuses did not happen. Gives its last day. */
export async function live(
  tx: Tx,
  { slug, planId }: { slug: string; planId: number },
  context: (day: Day) => WriteContext,
  steps: readonly Step[],
): Promise<Day> {
  let today = addDays(adoptedOn, 1)

  async function take(step: Step): Promise<void> {
    const lastClosed = await lastClosedDay(tx, planId)
    if (step.do === 'wait') today = addDays(today, step.days)
    else if (step.do === 'close') {
      const heldOn = addDays(today, -step.daysAgo)
      const term = await planReview(tx, slug, { heldOn }, context(today))
      await closeReview(tx, slug, term, { basedOn: await latestUpdateOf(tx, planId) }, context(today))
    } else {
      const point = await findPoint(tx, planId, step.number)
      const earlier = await updatesOf(tx, point!.id)
      const basedOn = earlier.at(-1)?.id ?? null
      const corrected = step.do === 'correct' ? earlier.filter((one) => !isCorrected(one, earlier)) : []
      const earliest = lastClosed === null ? adoptedOn : dayAfter(lastClosed)
      const holdsFrom = step.do === 'correct' ? today : laterOf(addDays(today, -step.daysAgo), earliest)
      if (step.do === 'nothing new') {
        await recordNothingNew(tx, slug, step.number, { holdsFrom, basedOn }, context(today))
        return
      }
      const completedOrGone = ['closed', 'embedded', 'withdrawn', 'merged'].includes(step.status)
      const { holdsFrom: day, ...said } = saying(step.status, holdsFrom, {
        basedOn,
        outlook: completedOrGone ? 'not_assessed' : step.outlook,
        note: step.note || undefined,
        dueOn: step.dueOn || undefined,
        mergedInto: step.status === 'merged' ? step.into : undefined,
      })
      if (step.do === 'record') {
        await recordUpdate(tx, slug, step.number, { ...said, holdsFrom: day }, context(today))
      } else if (corrected.length > 0) {
        await correctUpdate(tx, slug, corrected[step.pick % corrected.length]!.id, said, context(today))
      }
    }
  }

  for (const step of steps) {
    try {
      await take(step)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return today
}

const isCorrected = ({ id }: { id: number }, among: readonly { corrects: number | null }[]): boolean =>
  among.some((one) => one.corrects === id)
