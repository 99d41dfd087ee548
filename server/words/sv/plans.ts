export const plans = {
  title: 'Handlingsplaner',
  /** The page's sentence. */
  headline: { one: 'En handlingsplan följs här.', other: '{NWords} handlingsplaner följs här.' },
  none: 'Ingen handlingsplan är publicerad än.',
  description: 'Handlingsplaner som följs öppet, från de antagna punkterna till den stängda avstämningen.',
  lead: 'Varje plan är antagen en gång och stäms av på bestämda dagar. Här ser du hur det går.',
  completed: '{completed} av {adopted} {points} är slutförda',
  nothingYet: 'Planen har inga {points} än',
  period: '{from}–{to}',
  caption: 'Planer',
  plan: 'Plan',
  owner: 'Vems plan',
  years: 'Tid',
  state: 'Slutfört',
}
