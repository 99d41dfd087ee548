/** `/{plan}/tackning`: where something has happened, and where nothing has been heard yet. */
export const coverage = {
  way: 'Var det har hänt något',
  title: 'Var det har hänt något – {plan}',
  headline: {
    one: 'Det har hänt något på en arbetsplats.',
    other: 'Det har hänt något på {nWords} arbetsplatser.',
  },
  headlineNone: 'Ingen arbetsplats har loggat något under tiden.',
  lead: 'Tabellen visar var aktiviteter har loggats, i bokstavsordning. Den mäter inte hur väl någon har arbetat: en aktivitet kan vara ett år av förberedelser.',
  since: 'Räkna aktiviteter',
  sinceTerm: 'efter avstämningen {term}',
  always: 'Sedan planen började',
  show: 'Visa',
  places: 'Här har det hänt något',
  place: 'Arbetsplats',
  points: '{Points} med aktiviteter',
  total: 'Antal',
  times: { one: 'en', other: '{n}' },
  silent: 'Här har vi inte hört något än',
  silentText:
    'Det finns ambassadörer här. Att inget är loggat betyder inte att inget har hänt. Hör gärna hur det går, och om något är i vägen.',
  silentNone: 'Alla arbetsplatser med ambassadörer har loggat något.',
  toPeople: 'Se vilka som är ambassadörer',
  uncovered: '{Points} utan aktiviteter',
  uncoveredNone: 'Alla {points} har minst en aktivitet.',
}
