/** What changed between two review days, or since one. */
export const comparison = {
  title: 'Vad har ändrats? – {plan}',
  description: 'Skillnaden mellan två avstämningar av {plan}, eller mellan en avstämning och i dag.',
  over: 'Jämför avstämningar',
  from: 'Från avstämningen',
  to: 'Till',
  now: 'I dag',
  organisation: 'Organisation',
  committee: 'Nämnd',
  wholePlan: 'Hela planen',
  show: 'Visa skillnaden',
  none: 'Det finns ingen låst avstämning att jämföra med än.',
  headline: {
    one: '[En av {of} {points}] har ändrats.',
    other: '[{n} av {of} {points}] har ändrats.',
  },
  headlineNone: '[Ingen av {of} {points}] har ändrats.',
  counts: 'Slutförda: {before} av {beforeOf} den {fromDay}, {after} av {afterOf} den {toDay}.',
  caption: {
    one: 'Skillnad mellan {from} och {to}. {n} {point} är oförändrad.',
    other: 'Skillnad mellan {from} och {to}. {n} {points} är oförändrade.',
  },
  review: 'avstämningen {day}',
  today: 'läget {day}',
  completed: {
    closed: { one: '{n} ny genomförd och avslutad', other: '{n} nya genomförda och avslutade' },
    embedded: { one: '{n} ny inarbetad', other: '{n} nya inarbetade' },
  },
  moved: {
    one: 'Först {day}, flyttat en gång.',
    other: 'Först {day}, flyttat {n} gånger.',
  },
  notMoved: 'Slutdatum {day}.',
  quiet: 'Oförändrade i två avstämningar eller fler',
  quietText: 'Pågår eller väntar på att börja, men inget har ändrats. Det behöver inte vara fel.',
  quietFor: { one: '{n} gång i rad', other: '{n} gånger i rad' },
  quietNone: 'Ingen {point} har stått stilla så länge.',
  shared: {
    one: 'En {point} delas av flera organisationer. Den räknas en gång här, men syns hos var och en. Därför blir organisationernas {points} tillsammans {addedUp}, inte {adopted}.',
    other:
      '{NWords} {points} delas av flera organisationer. De räknas en gång här, men syns hos var och en. Därför blir organisationernas {points} tillsammans {addedUp}, inte {adopted}.',
  },
  sharedSome: {
    one: 'Här visas {thePoints} som organisationen eller nämnden ansvarar för eller medverkar i. En {point} i planen delas av flera, så organisationernas {points} blir tillsammans {addedUp}, inte {adopted}.',
    other:
      'Här visas {thePoints} som organisationen eller nämnden ansvarar för eller medverkar i. {NWords} {points} i planen delas av flera, så organisationernas {points} blir tillsammans {addedUp}, inte {adopted}.',
  },
}
