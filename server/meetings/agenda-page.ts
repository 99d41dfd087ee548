import { Type, type Static } from 'typebox'
import type { AgendaPart } from '#domain/agenda.ts'
import { OutlookName, StatusName } from '../frame.ts'
import type { PlanPage } from '../page.ts'
import { loadAgenda } from './agenda-loader.ts'

export const AgendaRowData = Type.Object({
  number: Type.String(),
  title: Type.String(),
  part: Type.Unsafe<AgendaPart>({ type: 'string' }),
  status: StatusName,
  outlook: Type.Optional(OutlookName),
  mergedInto: Type.Optional(Type.String()),
  lead: Type.String(),
  /** What it asks, with the words somebody wrote; or how long it has stood. */
  lines: Type.Array(Type.Object({ label: Type.String(), text: Type.Optional(Type.String()) })),
})
export type AgendaRowData = Static<typeof AgendaRowData>

/** `/{plan}/avstamningar/{term}/dagordning`: the points in the order they are taken. */
export const AgendaData = Type.Object({
  term: Type.String(),
  name: Type.String(),
  closed: Type.Boolean(),
  rows: Type.Array(AgendaRowData),
  chosen: Type.Boolean(),
  version: Type.Integer(),
  /** From its day on the meeting can be run. */
  begun: Type.Boolean(),
})
export type AgendaData = Static<typeof AgendaData>

export const agendaPage: PlanPage = {
  of: 'plan',
  path: '/:plan/avstamningar/:term/dagordning',
  view: 'meetings/Agenda',
  schema: AgendaData,
  access: 'review.plan',
  rooms: ['agenda', 'saving', 'refusals'],
  script: 'page',
  load: loadAgenda,
}
