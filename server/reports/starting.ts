import { dayOf, type Day } from '#domain/calendar.ts'
import { isCompleted, statuses } from '#domain/status.ts'
import { usualKind, type DocumentKind } from '#domain/report.ts'
import { dayText, kept, listText, termName, type Lang } from '#words/format.ts'
import { words as everyWord } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Plan } from '../database/plan.ts'
import { leftOf, leftSentences } from '../reviews/report-left.ts'
import { saidOf } from '../reviews/report-said.ts'
import type { Gathered, Speaking } from './gathered.ts'
import type { NewReport } from './schema.ts'

/**
 * What a report begins with, the first time it is opened: the summary from the numbers, the lessons from what was said on the day, the proposals from
 * what was decided, the documents from the adoption and the records. In the language the plan is written in, to be changed by whoever writes.
 */
export function startingReport(plan: Plan, gathered: Gathered, today: Day): Omit<NewReport, 'basedOn'> {
  const lang: Lang = plan.language === 'en' ? 'en' : 'sv'
  const speaking: Speaking = { lang, say: speaker(lang, plan.labels), words: everyWord[lang] }
  const kind = plan.letterhead?.kind ?? usualKind(plan.labels.statement)
  return {
    kind,
    reference: plan.reference,
    paragraph: null,
    dated: today,
    addressee: null,
    sections: {
      summary: summaryOf(gathered, speaking),
      lessons: lessonsOf(gathered, speaking),
      next_steps: '',
      children: '',
      proposals: proposalsOf(gathered, speaking),
      documents: documentsOf(gathered, speaking, { kind, today }),
      appendices: [],
    },
  }
}

function summaryOf({ snapshot, texts }: Gathered, speaking: Speaking): string {
  const { lang, say, words } = speaking
  const spoken = words.reportText.start
  const { by, on, paragraph } = snapshot.plan.adoption
  const { adopted, completed } = snapshot.completion
  const values = {
    by,
    n: adopted,
    day: dayText(lang, on),
    paragraph: paragraph ? kept(paragraph) : '',
  }
  const left = snapshot.points.filter((point) => point.adopted && !isCompleted(point.status))
  const counts = {
    late: left.filter(({ status, outlook }) => statuses[status].open && outlook === 'late').length,
    at_risk: left.filter(({ status, outlook }) => statuses[status].open && outlook === 'at_risk').length,
    paused: left.filter(({ status }) => status === 'paused').length,
    withdrawn: left.filter(({ status }) => status === 'withdrawn').length,
    merged: left.filter(({ status }) => status === 'merged').length,
  }
  const groups = (Object.keys(counts) as (keyof typeof counts)[])
    .filter((group) => counts[group] > 0)
    .map((group) => say(spoken.groups[group], { n: counts[group] }))
  const [answer, ...beside] = leftSentences(leftOf(snapshot, texts, speaking).left, speaking)
  return [
    [
      say(paragraph ? spoken.adoptedParagraph : spoken.adopted, values),
      say(spoken.count, { day: dayText(lang, snapshot.heldOn), completed, adopted }),
      say(spoken.means),
    ].join(' '),
    [
      answer,
      ...(groups.length > 0 ? [say(spoken.leftSome, { groups: listText(lang, groups) })] : []),
      ...beside,
    ].join(' '),
  ].join('\n\n')
}

/** One line a remark: what was said is not yet a lesson, but where one begins. */
function lessonsOf({ snapshot, texts }: Gathered, speaking: Speaking): string {
  const { say, words } = speaking
  const lines = saidOf(snapshot, texts, speaking).said.flatMap(({ number, title, lines }) =>
    lines
      .filter(({ masked }) => !masked)
      .map(({ text }) => {
        const oneLine = text.replace(/\s+/g, ' ').trim()
        return number ? say(words.reportText.start.lesson, { number, title, text: oneLine }) : oneLine
      }),
  )
  return lines.map((line) => `- ${line}`).join('\n')
}

/** As if decided already, one measure an item, ready to be moved into the minutes (domain §2.9). */
function proposalsOf({ snapshot, texts }: Gathered, { lang, say, words }: Speaking): string[] {
  const term = termName(lang, snapshot.term)
  return [
    say(words.reportText.start.approve, { by: snapshot.plan.adoption.by, term }),
    ...snapshot.decisions.flatMap(({ text }) => texts.get(text.text)?.body ?? []),
  ]
}

/** Dated, the own statement first (domain §2.9). */
function documentsOf(
  { snapshot, closure, closed }: Gathered,
  { lang, say, words }: Speaking,
  { kind, today }: { kind: DocumentKind; today: Day },
): string[] {
  const spoken = words.reportText
  const { adoption, title } = snapshot.plan
  return [
    ...(kind === 'report'
      ? []
      : [say(spoken.start.ownStatement, { kind: say(spoken.kinds[kind]), day: dayText(lang, today) })]),
    say(spoken.start.ownReport, {
      day: dayText(lang, snapshot.heldOn),
      closed: dayText(lang, dayOf(new Date(closure.closedAt))),
    }),
    ...closed
      .slice(-2, -1)
      .map(({ review }) => say(spoken.start.earlier, { day: dayText(lang, review.heldOn) })),
    say(spoken.start.plan, { plan: title, by: adoption.by, day: dayText(lang, adoption.on) }),
  ]
}
