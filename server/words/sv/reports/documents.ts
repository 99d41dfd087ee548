/** What the Word file and the slides say by themselves, beside the report's own words. */
export const documents = {
  contents: 'Innehåll',
  /** Around two numbers that Word counts itself. */
  page: 'Sida ',
  pageOf: ' av ',
  checksum: 'Kontrollsumma {hash}',
  where: 'Samma rapport på webben: ',
  unshown: 'Tecken som typsnittet saknar står som □.',
  completed: 'Slutförda',
  chartCaption: 'Slutförda {points} vid varje avstämning, av {n}',
  /** What the chart shows, for those who do not see it. */
  chartText: 'Diagram med en stapel för varje avstämning. {sentence} {columns}.',
  chartColumn: '{label}: {n} slutförda, {closed} avslutade och {embedded} inarbetade',
  tallyText: 'En ruta för varje {point}: {groups}.',
  tallyGroup: '{n} {label}, nummer {numbers}',
  more: 'och {n} till',
  /** Names of the styles, as they stand in Word's list. */
  styles: { answer: 'Svaret', lead: 'Ingress', facts: 'Uppgifter', cell: 'Tabelltext', head: 'Tabellhuvud' },
  adoptedLine: '{n} antagna {points}',
  changed: {
    one: 'En {point} har ändrats sedan sist.',
    other: '{NWords} {points} har ändrats sedan sist.',
  },
  changedNone: 'Inget har ändrats sedan sist.',
  moreInNotes: 'Resten står i anteckningarna.',
  decisions: { one: 'Ett beslut är fattat', other: '{NWords} beslut är fattade' },
  proposals: { one: 'ett förslag lämnas', other: '{nWords} förslag lämnas' },
  proposalsOnly: { one: 'Ett förslag till beslut lämnas.', other: '{NWords} förslag till beslut lämnas.' },
  decided: 'Beslut på avstämningen',
  proposed: 'Förslag till beslut',
  nothingDecided: 'Inga beslut antecknades och inga förslag lämnas.',
  reason: 'Skäl: {reason}',
  nextStep: 'Nästa steg: {step}',
  lead: 'Ansvarig: {lead}.',
  means:
    'Slutförd betyder att {thePoint} är genomförd och avslutad, eller att den har blivit en del av den ordinarie verksamheten.',
  editChart: 'Diagrammet går att ändra: högerklicka på det och välj Redigera data.',
  askFirst: 'Börja med det som inte går som planerat. Det är där det behövs beslut.',
}
