import { compareNumbers } from '#domain/number.ts'
import { whoText } from '../plans/framed.ts'
import { toldOf } from '../plans/troubled.ts'
import type { Said } from '../texts/store.ts'
import type { ReportData } from './page.ts'
import type { Speaking } from './since.ts'
import type { Snapshot } from './snapshot.ts'

type Closed = NonNullable<ReportData['closed']>

/** What was said on the day, by point and last of the whole; and who took part, by function and organisation. */
export function saidOf(
  snapshot: Snapshot,
  texts: ReadonlyMap<number, Said>,
  speaking: Speaking,
): Pick<Closed, 'said' | 'tookPart'> {
  const byPoint = Map.groupBy(snapshot.comments ?? [], ({ point }) => point ?? '')
  const last = (number: string) => (number === '' ? 1 : 0)
  return {
    said: [...byPoint]
      .sort(([a], [b]) => last(a) - last(b) || compareNumbers(a, b))
      .map(([number, comments]) => ({
        number,
        title: snapshot.points.find((point) => point.number === number)?.title ?? '',
        lines: comments.map(({ text }) => {
          const told = toldOf(texts.get(text.text) ?? null, speaking)
          return { text: told?.text ?? '', ...(told?.masked && { masked: true }) }
        }),
      })),
    tookPart: (snapshot.participants ?? [])
      .filter(({ attended }) => attended !== false)
      .map(({ function: spoken, organisation, attended }) => {
        const who = whoText(spoken, organisation?.name)
        // Nobody is said to have come of whom nobody has said it.
        return attended === null ? speaking.say(speaking.words.report.attendanceUnsaid, { who }) : who
      }),
  }
}
