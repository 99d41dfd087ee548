import { isLastOfMonth } from '#domain/calendar.ts'
import { compareNumbers } from '#domain/number.ts'
import { isCompleted, outlooks } from '#domain/status.ts'
import { dayText, listText, monthText } from '#words/format.ts'
import { shownOutlook } from '../plans/view.ts'
import { excerptOf } from '../points/facts.ts'
import type { StoredText } from '../texts/store.ts'
import type { Speaking } from './report-changed.ts'
import type { ReportData } from './report.page.ts'
import type { Snapshot, SnapshotPoint, SnapshotDecision } from './snapshot.ts'
import { shownText } from '../texts/view.ts'
import type { Mark } from './view.ts'

type Closed = NonNullable<ReportData['closed']>

/** What was not completed on the day, each with its reason, or else its latest words (P04). */
export function leftOf(
  snapshot: Snapshot,
  texts: ReadonlyMap<number, StoredText>,
  speaking: Speaking,
): Pick<Closed, 'left' | 'leftSentence'> {
  const left = snapshot.points
    .filter((point) => !isCompleted(point.status))
    .sort((a, b) => compareNumbers(a.number, b.number))
    .map((point) => {
      const said = texts.get((point.reason ?? point.note)?.text ?? 0) ?? null
      const told = shownText(said, speaking)
      return {
        number: point.number,
        title: point.title,
        reason: told ? (point.reason ? told.text : excerptOf(told.text, oneLine)) : null,
        masked: told?.masked ?? false,
        reopened: point.reopened,
        added: !point.adopted,
        mark: markOf(point),
        lead: point.lead.name,
      }
    })
  return { left, leftSentence: leftSentences(left, speaking).join(' ') }
}

/** How many points are left. The headline counts what was adopted: so does the sentence that answers it, and what came later is told beside. */
export function leftSentences(
  left: readonly { added?: boolean }[],
  { say, words }: Pick<Speaking, 'say' | 'words'>,
): [string, ...string[]] {
  const spoken = words.report
  const later = left.filter(({ added }) => added).length
  const n = left.length - later
  return [
    say(n > 0 ? spoken.leftSentence : later > 0 ? spoken.leftNoneAdopted : spoken.leftNone, { n }),
    ...(later > 0 ? [say(spoken.leftAdded, { n: later })] : []),
  ]
}

/** How it stands in one mark: the outlook where somebody works on it or where it is grave, else the status. */
function markOf(point: SnapshotPoint): Mark {
  const outlook = shownOutlook(point)
  if (outlook && (point.status === 'in_progress' || outlooks[outlook].gravity > 0)) return { outlook }
  return { status: point.status, mergedInto: point.mergedInto ?? undefined }
}

/** A list has a line for why; the rest stands on the point's page. */
const oneLine = 80

/** How what is left is taken care of: the day's decisions, who and when, and the points that none of them names. */
export function careOf(
  snapshot: Snapshot,
  texts: ReadonlyMap<number, StoredText>,
  left: Closed['left'],
  speaking: Speaking,
): Pick<Closed, 'careSentence' | 'undecided' | 'decisions'> {
  const { lang, say, words } = speaking
  const spoken = words.report
  const { decisions } = snapshot
  const named = new Set(decisions.flatMap((decision) => decision.points))
  const undecided = left.map((point) => point.number).filter((number) => !named.has(number))
  const nothing = left.length === 0 ? spoken.careNothingLeft : spoken.careNone
  return {
    careSentence: decisions.length > 0 ? say(spoken.careSentence, { n: decisions.length }) : say(nothing),
    undecided:
      decisions.length > 0 && undecided.length > 0
        ? say(spoken.undecided, { n: undecided.length, numbers: listText(lang, undecided) })
        : null,
    decisions: decisions.map((decision) => {
      const told = shownText(texts.get(decision.text.text) ?? null, speaking)
      const by = byText(decision, speaking)
      return { text: told?.text ?? '', masked: told?.masked ?? false, by: by || null, answers: null }
    }),
  }
}

/** "Socialkontoret, mars 2024": the month where the day is its last. */
export function byText({ responsible, dueOn }: SnapshotDecision, { lang }: Pick<Speaking, 'lang'>): string {
  const who = responsible.organisation?.name ?? responsible.function
  const when = dueOn && (isLastOfMonth(dueOn) ? monthText(lang, dueOn) : dayText(lang, dueOn))
  return [who, when].filter(Boolean).join(', ')
}
