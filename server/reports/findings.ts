import { careOf, leftOf } from '../reviews/report-left.ts'
import { sinceOf } from '../reviews/report-changed.ts'
import { tallyOf } from '../plans/growth.ts'
import type { ReportContent } from './content.ts'
import type { Gathered, Speaking } from './gathered.ts'
import { shownText } from '../texts/view.ts'
import type { Mark } from '../reviews/view.ts'

/** What a mark says in words, inside a sentence or in a cell of its own. */
export function markText(mark: Mark | undefined, { say, words }: Speaking, where: 'within' | 'cell'): string {
  if (!mark) return ''
  const { status } = words
  if (mark.outlook) return say((where === 'within' ? status.outlookWithin : status.outlook)[mark.outlook])
  if (mark.status === 'merged' && mark.mergedInto && where === 'cell')
    return say(status.mergedInto, { into: mark.mergedInto })
  if (mark.status) return say((where === 'within' ? status.within : status.full)[mark.status])
  return mark.text ?? ''
}

/** What changed since the review day before, in the groups of the page. */
export function changesIn({ snapshot, before }: Gathered, speaking: Speaking): ReportContent['changes'] {
  const { say, words } = speaking
  const { since } = sinceOf(snapshot, before, speaking)
  return (since?.changes ?? []).map(({ label, rows }) => ({
    label,
    items: rows.map(({ number, title, from, to }) => {
      const told = { from: markText(from, speaking, 'within'), to: markText(to, speaking, 'within') }
      return { number, title, text: from && to ? say(words.reportText.fromTo, told) : undefined }
    }),
  }))
}

/** What was not completed: how it stands, whose it is, why, and what was decided about it. */
export function leftIn(gathered: Gathered, speaking: Speaking): ReportContent['left'] {
  const { snapshot, texts } = gathered
  const points = new Map(snapshot.points.map((point) => [point.number, point]))
  return leftOf(snapshot, texts, speaking).left.map(({ number, title, reason, added, mark }) => {
    const { status, outlook, lead } = points.get(number)!
    const steps = snapshot.decisions
      .filter((decision) => decision.points.includes(number))
      .flatMap((decision) => shownText(texts.get(decision.text.text) ?? null, speaking)?.text ?? [])
    return {
      number,
      title,
      status,
      outlook,
      text: markText(mark, speaking, 'cell'),
      lead: lead.name,
      reason: reason ?? undefined,
      added: added || undefined,
      nextStep: steps.length > 0 ? steps.join(' ') : undefined,
    }
  })
}

/** The decisions of the day, with who and when. */
export function decisionsIn(gathered: Gathered, speaking: Speaking): ReportContent['decisions'] {
  const { snapshot, texts } = gathered
  const { left } = leftOf(snapshot, texts, speaking)
  return careOf(snapshot, texts, left, speaking).decisions.map(({ text, by }) => ({
    text,
    by: by || undefined,
  }))
}

/** The adopted points in the groups of the tally, and what stands under each group, without its number. */
export function tallyIn({ snapshot }: Gathered, { say, words }: Speaking): ReportContent['tally'] {
  return tallyOf(snapshot.points).map(({ status, late, cells }) => {
    const group = say(words.status.group[status], { n: cells.length })
    return { status, label: late > 0 ? say(words.status.groupLate, { group, n: late }) : group, cells }
  })
}
