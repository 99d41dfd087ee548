import { daysBetween, type Day } from '#domain/calendar.ts'
import type { Count } from '#domain/completion.ts'
import { compareNumbers } from '#domain/number.ts'
import { elapsedShare } from '#domain/period.ts'
import { statuses, statusOrder, type Outlook, type Status } from '#domain/status.ts'
import { dated, monthShort, percentText, termName, termShort, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Plan } from '../database/plan.ts'
import type { Growth, TallyGroup } from './view.ts'

/** A closed review day and what was counted on it. */
type Counted = { term: string; heldOn: Day; count: Count }

/** How the number completed grew to each closed review day, beside the share of time that has passed; undefined before the first. */
export function growthOf(
  plan: Plan,
  reviews: readonly Counted[],
  adopted: number,
  day: Day,
  speaking: { lang: Lang; say: Say; words: Words },
): Growth | undefined {
  const [first] = reviews
  const last = reviews.at(-1)
  if (!first || !last) return undefined
  const { lang } = speaking
  const period = { from: plan.periodFrom, to: plan.periodTo }
  const at = (on: Day) => Math.max(0, daysBetween(period.from, on))
  const days = Math.max(1, at(period.to))
  return {
    sentence: growthSentence(reviews, speaking),
    grown: reviews.length > 1 && last.count.completed > first.count.completed,
    bars: reviews.map(({ term, heldOn, count }) => ({
      term: termShort(lang, term),
      address: term,
      day: dated(lang, heldOn),
      at: Math.min(at(heldOn), days),
      closed: count.closed,
      embedded: count.embedded,
      completed: count.completed,
    })),
    adopted,
    days,
    passed: Math.min(at(day), days),
    elapsed: percentText(lang, elapsedShare(period, day)),
    from: monthShort(lang, period.from),
    to: monthShort(lang, period.to),
  }
}

/** The chart in words (F35): from where to where, and how evenly. */
export function growthSentence(
  reviews: readonly Counted[],
  { lang, say, words }: { lang: Lang; say: Say; words: Words },
): string {
  const spoken = words.dashboard.growthSentence
  const counts = reviews.map((review) => review.count.completed)
  const first = counts[0] ?? 0
  const last = counts.at(-1) ?? 0
  const firstTerm = termName(lang, reviews[0]?.term ?? '')
  const lastTerm = termName(lang, reviews.at(-1)?.term ?? '')
  if (reviews.length === 1) {
    return last === 0 ? say(spoken.singleNone, { lastTerm }) : say(spoken.single, { n: last, lastTerm })
  }
  const values = { first: firstTerm, firstCount: first, last, lastTerm }
  const span = first === last ? spoken.same : first === 0 ? spoken.fromNone : spoken.fromSome
  const step = last - (counts.at(-2) ?? 0)
  const times = evenSteps(counts, step)
  const pace =
    step > 0 && times > 1
      ? say(spoken.evenly, { n: step, times })
      : step > 0
        ? say(spoken.sinceLast, { n: step })
        : step < 0
          ? say(spoken.fewer, { n: -step })
          : say(spoken.unchanged)
  return `${say(span, values)} ${pace}`
}

/** How many of the last steps were this long. */
function evenSteps(counts: readonly number[], step: number): number {
  let times = 0
  for (let i = counts.length - 1; i > 0; i -= 1) {
    if ((counts[i] ?? 0) - (counts[i - 1] ?? 0) !== step) break
    times += 1
  }
  return times
}

type Tallied = { number: string; title: string; adopted: boolean; status: Status; outlook: Outlook }

/** The adopted points in the groups of the tally; a group without points is left out. Late is said of what is still to be worked on. */
export function tallyOf(points: readonly Tallied[]): TallyGroup[] {
  const adopted = points.filter((point) => point.adopted).sort((a, b) => compareNumbers(a.number, b.number))
  return statusOrder
    .map((status) => {
      const cells = adopted
        .filter((point) => point.status === status)
        .map(({ number, title, outlook }) => {
          const late = outlook === 'late' && statuses[status].open
          return { number, title, late: late || undefined }
        })
      return { status, cells, late: cells.filter((cell) => cell.late).length }
    })
    .filter((group) => group.cells.length > 0)
}
