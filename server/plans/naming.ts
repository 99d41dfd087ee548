import { within } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Plan } from './store.ts'

/** "2021–2023", or "2024" for a plan of one year. */
export function yearsOf(plan: Pick<Plan, 'periodFrom' | 'periodTo'>): string {
  const from = plan.periodFrom.slice(0, 4)
  const to = plan.periodTo.slice(0, 4)
  return from === to ? from : `${from}–${to}`
}

/** "Dnr KS 2020/412", held together by no-break spaces; a number that says what it is keeps its own word. */
export function referenceText(reference: string, { say, words }: { say: Say; words: Words }): string {
  const text = /^(dnr|diarienummer)\b/i.test(reference)
    ? reference
    : say(words.common.reference, { reference })
  return text.replaceAll(' ', '\u00a0')
}

/** "Målområde 5, boende och närmiljö", or the title alone where the area has no number. */
export function areaText(
  area: { number: string | null; title: string },
  { say, words }: { say: Say; words: Words },
): string {
  if (area.number === null) return area.title
  return say(words.point.areaNumbered, { number: area.number, title: within(area.title) })
}
