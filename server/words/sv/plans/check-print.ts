/** Which locked report a printed page belongs to. */
export const printed = {
  title: 'Kontrollera en utskrift – {plan}',
  description: 'Se om en utskriven rapport stämmer med den låsta rapporten i {plan}.',
  heading: 'Kontrollera en utskrift',
  lead: 'På varje utskriven rapport står en kontrollsumma på tolv tecken. Skriv den här, så ser du vilken låst rapport den hör till och om något har rättats efteråt.',
  label: 'Kontrollsumma',
  help: 'Till exempel 1a2b 3c4d 5e6f. Mellanslag spelar ingen roll.',
  check: 'Kontrollera',
  malformed: {
    title: 'Det där är ingen kontrollsumma',
    text: 'Den består bara av siffrorna 0–9 och bokstäverna a–f. Läs av den igen.',
  },
  short: {
    title: 'Kontrollsumman är för kort',
    text: 'Skriv alla tolv tecken som står på utskriften.',
  },
  unknown: {
    title: 'Ingen låst rapport har den kontrollsumman',
    text: 'Kontrollera att du läste rätt. Stämmer det ändå inte kommer utskriften inte från en låst rapport i den här planen. Läs rapporten här i stället.',
  },
  known: {
    title: 'Kontrollsumman hör till rapporten från {term}',
    text: 'Då var {completed} av {adopted} {points} slutförda. Siffrorna på utskriften ska vara de som står i rapporten.',
    corrected: {
      one: 'En rättelse har skrivits bredvid rapporten sedan dess.',
      other: '{NWords} rättelser har skrivits bredvid rapporten sedan dess.',
    },
    uncorrected: 'Inget har rättats sedan dess.',
    read: 'Läs rapporten från {term}',
  },
  locked: 'Låst {day} {clock}',
  count: '{completed} av {adopted} slutförda',
  reports: 'Låsta rapporter',
  noReports: 'Ingen avstämning är låst än.',
  whole: 'Hela kontrollsumman',
  later: 'Rättat efteråt',
  laterText: 'En låst rapport ändras aldrig. Är något fel står rättelsen bredvid, med dag.',
  laterNone: 'Inget har rättats.',
  how: 'Så fungerar kontrollsumman',
  howText:
    'När en avstämning låses sparas hela rapporten som en text. Kontrollsumman räknas fram ur kontrollsumman för rapporten före och den texten, med SHA-256. Ändras ett enda tecken, i den här rapporten eller i någon tidigare, blir summan en annan. Därför går det att visa att ingen rapport har ändrats i efterhand.',
  howCheck:
    'Du kan räkna själv. Texten finns i fältet [snapshot] på adressen nedan, en adress för varje avstämning. Räkna SHA-256 på previousHash, en radbrytning och texten.',
}
