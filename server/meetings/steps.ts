import { listActivities, type Activity } from '../activities/standing.ts'
import type { Tx } from '../database/database.ts'
import type { Plan } from '../plans/store.ts'
import type { Review } from '../reviews/store.ts'
import { agendaFor, type Agenda, type AgendaRow } from './agenda.ts'

/** What the projector can show, in the order of the meeting. */
export type Step = { showing: string } & (
  { kind: 'start' | 'end' } | { kind: 'point'; row: AgendaRow } | { kind: 'example'; activity: Activity }
)

/** More than anybody shows in an afternoon. */
const examplesEnough = 200

/** The meeting's slides: a start, the agenda's points each followed by at most one good example of its own, and an end. */
export async function stepsOf(
  tx: Tx,
  plan: Plan,
  review: Review,
): Promise<{ steps: Step[]; agenda: Agenda }> {
  const agenda = await agendaFor(tx, plan, review)
  const { rows, before } = agenda
  const examples = new Map<string, Activity>()
  for (const activity of await listActivities(tx, plan.id, { shown: true, limit: examplesEnough })) {
    const ofTheRound = activity.recordedAt > (before?.closedAt ?? '')
    if (ofTheRound && activity.what?.body && !examples.has(activity.point))
      examples.set(activity.point, activity)
  }
  const steps: Step[] = [
    { showing: 'start', kind: 'start' },
    ...rows.flatMap((row): Step[] => {
      const activity = examples.get(row.number)
      return [
        { showing: `point:${row.number}`, kind: 'point', row },
        ...(activity ? [{ showing: `example:${activity.id}`, kind: 'example' as const, activity }] : []),
      ]
    }),
    { showing: 'end', kind: 'end' },
  ]
  return { steps, agenda }
}
