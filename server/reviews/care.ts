import { isLastOfMonth } from '#domain/calendar.ts'
import { dayText, listText, monthText } from '#words/format.ts'
import { toldOf } from '../plans/troubled.ts'
import type { Said } from '../texts/store.ts'
import type { ReportData } from './page.ts'
import type { Speaking } from './since.ts'
import type { Snapshot, SnapshotDecision } from './snapshot.ts'

type Closed = NonNullable<ReportData['closed']>

/** How what is left is taken care of: the day's decisions, who and when, and the points that none of them names. */
export function careOf(
  snapshot: Snapshot,
  texts: ReadonlyMap<number, Said>,
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
    ...(decisions.length > 0 &&
      undecided.length > 0 && {
        undecided: say(spoken.undecided, { n: undecided.length, numbers: listText(lang, undecided) }),
      }),
    decisions: decisions.map((decision) => {
      const told = toldOf(texts.get(decision.text.text) ?? null, speaking)
      const by = byText(decision, speaking)
      return { text: told?.text ?? '', ...(told?.masked && { masked: true }), ...(by && { by }) }
    }),
  }
}

/** "Socialkontoret, mars 2024": the month where the day is its last. */
export function byText({ responsible, dueOn }: SnapshotDecision, { lang }: Pick<Speaking, 'lang'>): string {
  const who = responsible.organisation?.name ?? responsible.function
  const when = dueOn && (isLastOfMonth(dueOn) ? monthText(lang, dueOn) : dayText(lang, dueOn))
  return [who, when].filter(Boolean).join(', ')
}
