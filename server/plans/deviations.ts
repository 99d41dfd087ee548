import { compareNumbers } from '#domain/number.ts'
import { isCompleted } from '#domain/status.ts'
import { dayOf } from '#domain/calendar.ts'
import { dayText, kept, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { PointOnDay } from '../points/state-on-day.store.ts'
import type { StoredText } from '../texts/store.ts'
import type { Deviation } from './view.ts'
import { shownOutlook } from './view.ts'

type Speaking = { lang: Lang; say: Say; words: Words }

/** What somebody wrote, or that it has been removed and why; undefined where nothing was written. */
export function shownText(
  said: StoredText | null,
  { lang, say, words }: Speaking,
): { text: string; masked: boolean } | undefined {
  if (said === null) return undefined
  if (said.body !== null) return { text: kept(said.body), masked: false }
  const day = dayText(lang, dayOf(new Date(said.maskedAt ?? 0)))
  return { text: say(words.common.masked, { day, because: said.because ?? '' }), masked: true }
}

/** How grave: late, at risk, reopened, on hold, withdrawn; undefined for what goes as planned or was completed or merged. */
function gravityOf(point: PointOnDay): number | undefined {
  if (isCompleted(point.status)) return undefined
  const outlook = shownOutlook(point)
  if (outlook === 'late') return 0
  if (outlook === 'at_risk') return 1
  if (point.reopened) return 2
  if (point.status === 'paused') return 3
  return point.status === 'withdrawn' ? 4 : undefined
}

/** What does not go as planned, the gravest first, each with its reason (P04). */
export function deviationsOf(standing: readonly PointOnDay[], speaking: Speaking): Deviation[] {
  return standing
    .flatMap((point) => {
      const gravity = gravityOf(point)
      return gravity === undefined ? [] : [{ point, gravity }]
    })
    .sort((a, b) => a.gravity - b.gravity || compareNumbers(a.point.number, b.point.number))
    .map(({ point, gravity }) => {
      const reason = shownText(point.reason, speaking)
      return {
        number: point.number,
        title: point.title,
        status: point.status,
        ...(gravity < 2 && { outlook: point.outlook }),
        ...(point.reopened && { reopened: true }),
        ...(!point.adopted && { added: true }),
        ...(reason && { reason: reason.text, masked: reason.masked }),
      }
    })
}
