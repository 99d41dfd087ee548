import type { SameAs } from '../../say.ts'
import type { status as sv } from '../../sv/points/status.ts'

export const status = {
  full: {
    not_started: 'Not started',
    in_progress: 'In progress',
    closed: 'Completed – carried out and closed',
    embedded: 'Completed – embedded in regular operations',
    paused: 'On hold',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
  },
  mergedInto: 'Merged with {point} {into}',
  short: {
    not_started: 'Not started',
    in_progress: 'In progress',
    closed: 'Completed – closed',
    embedded: 'Completed – embedded',
    paused: 'On hold',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
  },
  still: {
    still: 'Lives on, {n} months after.',
    changed: 'Has changed, {n} months after.',
    stopped: 'Has stopped, {n} months after.',
  },
  within: {
    not_started: 'not started',
    in_progress: 'in progress',
    closed: 'completed, carried out and closed',
    embedded: 'completed, embedded in regular operations',
    paused: 'on hold',
    withdrawn: 'withdrawn',
    merged: 'merged',
  },
  group: {
    not_started: 'not started',
    in_progress: 'in progress',
    closed: 'carried out and closed',
    embedded: 'embedded in regular operations',
    paused: 'on\u00a0hold',
    withdrawn: 'withdrawn',
    merged: 'merged',
  },
  groupLate: { one: '{group}, {n} is late', other: '{group}, {n} are late' },
  outlook: {
    on_track: 'On track',
    at_risk: 'At risk of delay',
    late: 'Late',
    not_assessed: 'Not assessed',
  },
  outlookWithin: {
    on_track: 'on track',
    at_risk: 'at risk of delay',
    late: 'late',
    not_assessed: 'not assessed',
  },
  freshness: {
    current: 'Current',
    due: 'Due for an update',
    stale: 'Out of date',
    never: 'Never updated',
  },
} satisfies SameAs<typeof sv>
