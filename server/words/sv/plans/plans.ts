export const plans = {
  title: 'Handlingsplaner',
  /** The page's sentence. */
  headline: { one: 'En handlingsplan följs här.', other: '{NWords} handlingsplaner följs här.' },
  none: 'Ingen handlingsplan är publicerad än.',
  description: 'Handlingsplaner som följs öppet, från de antagna punkterna till den låsta avstämningen.',
  lead: 'Varje plan är antagen en gång och stäms av på bestämda dagar. Här ser du hur det går.',
  completed: {
    one: '[{completed} av {n}] {points} är slutförd.',
    other: '[{completed} av {n}] {points} är slutförda.',
  },
  divided: '{closed} avslutade, {embedded} inarbetade i ordinarie verksamhet.',
  nothingYet: 'Planen har inga {points} än.',
}
