import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { UpdateData } from '../../server/points/update.page.ts'
import type { Draft } from '../../server/points/update-draft.ts'

export const speaking = { words: words.sv, say: speaker('sv') }

/** The form of point 7 on 20 November 2023, after the review day of the 14th was closed. */
export const draft = (written: Partial<Draft> = {}): Draft => ({
  status: 'in_progress',
  outlook: 'on_track',
  holdsFrom: '2023-11-20',
  reason: '',
  note: 'Två nya hyresvärdar är med.',
  dueOn: '',
  result: '',
  carriedOutOn: '',
  receiver: '',
  function: '',
  embeddedFrom: '',
  anchoredIn: '',
  evidence: [],
  evidenceMissing: false,
  decisionBy: '',
  decisionOn: '',
  decisionReference: '',
  mergedInto: '',
  onBehalfOf: '',
  ...written,
})

const row = (id: number, holdsFrom: string, more: Partial<UpdateData['rules']['history'][number]> = {}) => ({
  id,
  holdsFrom,
  placeDay: holdsFrom,
  placeId: id - 1,
  status: 'in_progress' as const,
  outlook: 'on_track' as const,
  corrects: null,
  dueOn: null,
  ...more,
})

/** What the page was told of the point: under way since spring, its end moved in November. */
export const updateData = (told: Partial<UpdateData> = {}): UpdateData => ({
  number: '7',
  title: 'Bostad först – modell prövad',
  count: ['', '18 av 25', ' punkter är slutförda.'],
  now: {
    status: 'in_progress',
    outlook: 'late',
    mergedInto: null,
    reason: null,
    note: null,
    ending: null,
    due: null,
    written: null,
  },
  basedOn: 12,
  files: { kinds: ['pdf', 'jpeg'], bytes: 20_000_000 },
  rules: {
    today: '2023-11-20',
    lastClosed: '2023-11-14',
    adoptedOn: '2020-12-14',
    startsOn: null,
    firstDueOn: '2023-12-31',
    period: { from: '2021-01-01', to: '2023-12-31' },
    history: [row(3, '2023-05-16'), row(12, '2023-11-14', { outlook: 'late', dueOn: '2024-03-31' })],
  },
  draft: draft(),
  points: [
    { number: '7', title: 'Bostad först' },
    { number: '8', title: 'Anhörigstöd' },
    { number: '9', title: 'Psykisk livräddning', merged: true },
  ],
  correcting: null,
  organisations: null,
  earlier: [],
  ...told,
})
