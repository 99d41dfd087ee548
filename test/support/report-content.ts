import type { ReportContent } from '../../server/reports/content.ts'
import { usualLabels } from '#words/labels.ts'

/** A small report of an invented plan, with what a test says of it. */
export const contentWith = (more: Partial<ReportContent> = {}): ReportContent => ({
  lang: 'sv',
  ownLang: 'sv',
  labels: usualLabels,
  kind: 'Tjänsteutlåtande',
  title: 'Avstämning hösten 2023',
  plan: 'Plan för ökad trygghet',
  municipality: 'Exempelkommun',
  years: '2021–2023',
  letterhead: { name: 'Exempelkommun' },
  header: [
    { is: 'reference', label: 'Diarienummer', text: 'KS 2020/412' },
    { is: 'addressee', label: 'Till', text: 'kommunstyrelsen' },
  ],
  reference: 'Dnr KS 2020/412',
  dataDate: 'Uppgifterna gäller den 14 november 2023.',
  madeBy: 'Rapporten är gjord av folkhälsostrateg.',
  counting: 'Så räknar vi: avslutade plus inarbetade punkter.',
  checksum: '7c1e 90ab 44d2',
  edition: 'Version 1',
  url: 'https://plan.exempelkommun.se/trygghet/avstamningar/2023-ht',
  completion: {
    adopted: 3,
    completed: 2,
    closed: 1,
    embedded: 1,
    inProgress: 1,
    notStarted: 0,
    paused: 0,
    withdrawn: 0,
    merged: 0,
    added: {
      adopted: 0,
      completed: 0,
      closed: 0,
      embedded: 0,
      inProgress: 0,
      notStarted: 0,
      paused: 0,
      withdrawn: 0,
      merged: 0,
    },
  },
  headline: { figure: '2 av 3 punkter är slutförda', rest: ', en fler än i våras.' },
  chart: {
    sentence: 'Från ingen slutförd våren 2023 till 2 hösten 2023.',
    adopted: 3,
    closedLabel: 'Avslutade',
    embeddedLabel: 'Inarbetade',
    dayLabel: 'Avstämning',
    columns: [
      { label: 'VT23', day: '2023-05-16', closed: 0, embedded: 0 },
      { label: 'HT23', day: '2023-11-14', closed: 1, embedded: 1 },
    ],
  },
  tally: [
    { status: 'closed', label: 'genomförd och avslutad', cells: [{ number: '1', title: 'Belysning' }] },
    { status: 'embedded', label: 'inarbetad', cells: [{ number: '2', title: 'Nattvandring' }] },
    { status: 'in_progress', label: 'pågår', cells: [{ number: '3', title: 'Samverkan', late: true }] },
  ],
  changes: [{ label: '1 ny slutförd', items: [{ number: '2', title: 'Nattvandring' }] }],
  left: [leftOver(3)],
  decisions: [],
  proposals: ['Kommunstyrelsen godkänner rapporten.'],
  summary: [],
  blocks: [
    { kind: 'heading', level: 2, text: 'Sammanfattning' },
    { kind: 'paragraph', inlines: [{ text: 'Två av tre punkter är slutförda.' }] },
  ],
  ...more,
})

/** A point that is not completed, by its number. */
export const leftOver = (number: number): ReportContent['left'][number] => ({
  number: `${number}`,
  title: `Samverkan i område ${number}`,
  status: 'in_progress',
  outlook: 'late',
  text: 'Försenad',
  lead: 'Socialkontoret',
  reason: 'Två tjänster är vakanta, och den som skulle ha börjat i våras tackade nej.',
})

/** A report with a table of so many points: some twenty-five go on a page. */
export const longContent = (points: number): ReportContent =>
  contentWith({
    blocks: [
      { kind: 'heading', level: 2, text: 'Punkt för punkt' },
      {
        kind: 'table',
        caption: 'Alla punkter',
        head: ['Nr', 'Punkt', 'Status'],
        widths: [10, 60, 30],
        rows: Array.from({ length: points }, (_, index) => [
          { text: `${index + 1}` },
          {
            text: 'Stöd till barn och unga med begynnande psykisk ohälsa, på fler orter än förut',
            own: true,
          },
          { text: 'Pågår', status: 'in_progress' as const },
        ]),
      },
    ],
  })
