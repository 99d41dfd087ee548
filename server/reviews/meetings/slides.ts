import { Type, type Static } from 'typebox'
import { completion } from '#domain/completion.ts'
import { datedShort, datedWithWeekday, dayText, listText, termName, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Activity } from '../../activities/listing.store.ts'
import type { Tx } from '../../database/database.ts'
import { Dated, OutlookName, Split, StatusName } from '../../http/layout.ts'
import { tallyOf } from '../../plans/growth.ts'
import type { Plan } from '../../database/plan.ts'
import { TallyGroup, shownOutlook } from '../../plans/view.ts'
import { readTexts, type StoredText } from '../../texts/store.ts'
import { decisionsOf, type StandingDecision } from '../decisions.store.ts'
import { byText } from '../report-left.ts'
import type { Snapshot, SnapshotPoint } from '../snapshot.ts'
import type { Review } from '../../plans/review-days.store.ts'
import { type AgendaRow, stepsOf, type Step, textsOfAgenda } from './agenda.ts'
import { shownText, whoText } from '../../texts/view.ts'
import type { Meeting } from '../open-meeting.store.ts'

/** What was decided, with who and when as one text. */
export const SlideDecision = Type.Object({
  id: Type.Integer(),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
  by: Type.Optional(Type.String()),
  /** The points it names, where it is told away from them. */
  points: Type.Optional(Type.String()),
})
export type SlideDecision = Static<typeof SlideDecision>

/**
 * What the projector shows, and those who follow: nothing that is not named here travels. No notes, drafts, names, files or video link.
 */
export const Slide = Type.Object({
  kind: Type.Unsafe<'start' | 'point' | 'example' | 'end'>({ type: 'string' }),
  showing: Type.String(),
  version: Type.Integer(),
  /** "Avstämning hösten 2023", and the plan's title. */
  review: Type.String(),
  plan: Type.String(),
  held: Dated,
  /** "Punkt 7 av 25 att gå igenom". */
  place: Type.String(),
  standing: Split,
  groups: Type.Array(TallyGroup),
  point: Type.Optional(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      lead: Type.String(),
      status: StatusName,
      outlook: Type.Optional(OutlookName),
      mergedInto: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
      rows: Type.Array(
        Type.Object({ label: Type.String(), text: Type.String(), asks: Type.Optional(Type.Boolean()) }),
      ),
      decisions: Type.Array(SlideDecision),
    }),
  ),
  example: Type.Optional(
    Type.Object({
      of: Type.String(),
      what: Type.String(),
      counts: Type.Optional(Type.String()),
      who: Type.String(),
      day: Dated,
    }),
  ),
  /** At the end: everything that was decided. */
  decided: Type.Optional(Type.Array(SlideDecision)),
})
export type Slide = Static<typeof Slide>

/** What a slide is told in: one moment of the database, one plan, one language. */
interface Telling {
  tx: Tx
  plan: Plan
  lang: Lang
  say: Say
  words: Words
}

type Texts = ReadonlyMap<number, StoredText>
type PointPart = NonNullable<Slide['point']>

/** What a meeting shows now, and the steps around it. A step that is gone shows the start. */
export async function slideOf(
  telling: Telling,
  review: Review,
  meeting: Pick<Meeting, 'showing' | 'version'>,
): Promise<{ slide: Slide; steps: Step[] }> {
  const { tx, plan, lang, say, words } = telling
  const spoken = words.meeting
  const { steps, agenda } = await stepsOf(tx, plan, review)
  const { standing, before } = agenda
  const step = steps.find(({ showing }) => showing === meeting.showing) ?? steps[0]!
  const decisions = await decisionsOf(tx, review.id)
  const texts = await readTexts(
    tx,
    decisions.map(({ text }) => text.text),
  )
  const { adopted, completed } = completion(standing)
  const common = {
    kind: step.kind,
    showing: step.showing,
    version: meeting.version,
    review: say(spoken.review, { term: termName(lang, review.term) }),
    plan: plan.title,
    held: datedWithWeekday(lang, review.heldOn),
    place: placeOf(step, steps, telling),
    standing: say.split(words.plans.completed, { completed, n: adopted }),
    groups: tallyOf(standing),
  }
  const tell = (all: readonly StandingDecision[], named: boolean) =>
    all.map((decision) => toldDecision(decision, texts, named, telling))
  const slide: Slide = {
    ...common,
    point:
      step.kind === 'point'
        ? {
            ...(await pointPart(step.row, before, telling)),
            decisions: tell(
              decisions.filter(({ points }) => points.includes(step.row.number)),
              false,
            ),
          }
        : undefined,
    example:
      step.kind === 'example'
        ? examplePart(
            step.activity,
            standing.find(({ number }) => number === step.activity.point)?.title ?? '',
            telling,
          )
        : undefined,
    decided: step.kind === 'end' ? tell(decisions, true) : undefined,
  }
  return { slide, steps }
}

function placeOf(step: Step, steps: readonly Step[], { say, words }: Telling): string {
  const spoken = words.meeting
  const points = steps.filter(({ kind }) => kind === 'point')
  const n = points.length
  if (step.kind === 'point') return say(spoken.place, { at: points.indexOf(step) + 1, n })
  const other = { start: spoken.placeStart, example: spoken.placeExample, end: spoken.placeEnd }
  return say(other[step.kind], { n })
}

function toldDecision(
  decision: StandingDecision,
  texts: Texts,
  named: boolean,
  telling: Telling,
): SlideDecision {
  const told = shownText(texts.get(decision.text.text) ?? null, telling)
  const by = byText(decision, telling)
  const { points } = decision
  return {
    id: decision.id,
    text: told?.text ?? '',
    masked: told?.masked ? true : undefined,
    by: by || undefined,
    points: named && points.length > 0 ? listText(telling.lang, points) : undefined,
  }
}

async function pointPart(
  row: AgendaRow,
  before: Snapshot | undefined,
  telling: Telling,
): Promise<Omit<PointPart, 'decisions'>> {
  const { point } = row
  const reason = shownText(point.reason, telling)
  const earlier = before?.points.find(({ number }) => number === point.number)
  return {
    number: point.number,
    title: point.title,
    lead: point.leadFunction ? whoText(point.leadFunction, point.lead.name) : point.lead.name,
    status: point.status,
    outlook: shownOutlook(point) ?? undefined,
    mergedInto: point.mergedInto ?? undefined,
    reason: reason?.text,
    rows: factsOf(row, earlier, await textsOfAgenda(telling, [row]), telling),
  }
}

function factsOf(
  { point, help, decided, unchangedDays }: AgendaRow,
  earlier: SnapshotPoint | undefined,
  texts: Texts,
  telling: Telling,
): PointPart['rows'] {
  const { say, words, lang } = telling
  const spoken = words.meeting
  const told = (id: number) => shownText(texts.get(id) ?? null, telling)?.text ?? ''
  const since = [
    ...(earlier && earlier.status !== point.status
      ? [
          say(spoken.sinceStatus, {
            from: say(words.status.within[earlier.status]),
            to: say(words.status.within[point.status]),
          }),
        ]
      : []),
    ...(earlier && shownOutlook(point) && earlier.outlook !== point.outlook
      ? [
          say(spoken.sinceOutlook, {
            from: say(words.status.outlookWithin[earlier.outlook]),
            to: say(words.status.outlookWithin[point.outlook]),
          }),
        ]
      : []),
  ]
  if (since.length === 0 && unchangedDays > 0) since.push(say(spoken.sinceNothing, { n: unchangedDays }))
  const { dueOn, firstDueOn } = point
  const due =
    dueOn &&
    (firstDueOn && firstDueOn !== dueOn
      ? say(spoken.dueMoved, { day: dayText(lang, dueOn), first: dayText(lang, firstDueOn) })
      : dayText(lang, dueOn))
  return [
    ...(help ? [{ label: say(spoken.rows.help), text: told(help.textId), asks: true }] : []),
    ...decided.map((decision) => ({
      label: say(spoken.rows.decided),
      text: [told(decision.text.text), byText(decision, telling)].filter(Boolean).join(' '),
      asks: true,
    })),
    ...(since.length > 0 ? [{ label: say(spoken.rows.since), text: since.join(' ') }] : []),
    ...(due ? [{ label: say(spoken.rows.due), text: due }] : []),
    ...(point.activityCount > 0
      ? [{ label: say(spoken.rows.activities), text: say(spoken.activities, { n: point.activityCount }) }]
      : []),
  ]
}

function examplePart(activity: Activity, title: string, telling: Telling): NonNullable<Slide['example']> {
  const { say, words, lang } = telling
  const counts = [
    activity.occasions === null ? '' : say(words.log.countOccasions, { n: activity.occasions }),
    activity.participants === null ? '' : say(words.log.countParticipants, { n: activity.participants }),
  ].filter(Boolean)
  return {
    of: say(words.meeting.exampleOf, { number: activity.point, title }),
    what: shownText(activity.what, telling)?.text ?? '',
    counts: counts.length > 0 ? counts.join(', ') : undefined,
    who: whoText(activity.by.function, activity.by.organisation?.name),
    day: datedShort(lang, activity.happenedOn),
  }
}
