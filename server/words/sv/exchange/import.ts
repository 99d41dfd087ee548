import type { ImportReason } from '../../../exchange/faults.ts'

/** What an import says at the terminal, and later in the browser: what was read, or what is wrong, where, and how to mend it. */
export const importing = {
  /** As whom an import is recorded. */
  function: 'Import',
  usage: 'Skriv så här: npm run import -- FIL.csv --mapping MAPPNING.json',
  read: { one: '{file}: {n} rad lästes.', other: '{file}: {n} rader lästes.' },
  unused: 'Kolumner som inte används: {columns}.',
  textWithoutStatus:
    'Rad {row} ({number}) har text men ingen status. Den räknas som inte rapporterad och texten sparades inte.',
  points: { one: '{n} {point}', other: '{n} {points}' },
  reviews: { one: '{n} avstämning', other: '{n} avstämningar' },
  counted: '{points}, {reviews}: {counts} slutförda.',
  countedNow: '{points}, ingen avstämning: {n} slutförda.',
  published: 'Planen {slug} är importerad och publicerad.',
  unpublished: 'Planen {slug} är importerad men inte publicerad.',
  inRow: 'Rad {row}: {sentence}',
  inCell: 'Rad {row}, kolumnen {column}: {sentence}',
  inMapping: 'Mappningen, {where}: {sentence}',
  nothingWritten: {
    one: 'Ingenting skrevs. Rätta felet och kör importen igen.',
    other: 'Ingenting skrevs. Rätta de {n} felen och kör importen igen.',
  },
  faults: {
    'administrator-missing':
      'Det finns ingen administratör som kan stå för importen. Starta programmet först.',
    'file-missing': 'Filen {path} går inte att läsa. Kontrollera namnet och mappen.',
    'file-too-large': 'Filen är större än {megabytes} MB. Dela upp den.',
    'file-not-csv': 'Filen är ingen textfil. Öppna den i Excel och spara den som CSV UTF-8.',
    'file-empty': 'Filen har inga rader under rubrikerna.',
    'quote-unclosed': 'Ett citattecken är inte avslutat eller står fel. Sätt citattecken runt hela cellen.',
    'cells-missing': 'Raden har {found} celler men rubrikraden {expected}. Fyll i de celler som saknas.',
    'cells-extra':
      'Raden har {found} celler men rubrikraden {expected}. Ta bort det som står utanför kolumnerna, eller sätt citattecken runt cellen med skiljetecken i.',
    'column-missing':
      'Kolumnen {column} finns inte i filen. Filens kolumner är: {known}. Rätta columns i mappningen.',
    'column-twice': 'Kolumnen {column} finns mer än en gång i filen. Byt namn på en av dem.',

    'cell-empty': 'Cellen är tom. Fyll i den.',
    'cell-too-long': 'Texten är för lång. Korta den till högst {n} tecken.',
    'round-unknown':
      '”{value}” är ingen omgång i mappningen, som har: {known}. Rätta cellen eller lägg till omgången under rounds.',
    'status-unknown':
      '”{value}” är ingen status i mappningen, som har: {known}. Rätta cellen eller lägg till den under statuses.',
    'status-at-adoption':
      'När planen antogs var inget påbörjat. Låt cellen vara tom eller ha det värde som betyder not_started.',
    'organisation-not-mapped':
      'Organisationen ”{name}” finns inte i mappningen. Lägg till den under organisations, eller namnet under alsoCalled.',
    'due-unreadable':
      '”{value}” går inte att läsa som slutdatum. Skriv som 2023-12-31, 2023-12, 2023 eller HT23.',
    'number-twice': 'Numret {number} står redan på rad {firstRow}. Rätta numret eller ta bort en av raderna.',
    'point-told-twice': 'Här står något annat om {number} än på rad {firstRow}. Skriv lika på båda raderna.',
    'point-not-adopted':
      '{number} har ingen rad för ”{value}”, då planen antogs. Lägg till raden, eller ta bort raderna om {number}.',
    'area-number-two-titles':
      'Området {number} hör redan ihop med ”{title}”. Varje område ska ha ett nummer och ett namn.',
    'plan-exists':
      'Planen {slug} finns redan. En plan importeras en gång. Ändra den på sin sida, eller byt plan.slug i mappningen.',
    'round-ahead': 'Dagen {day} har inte kommit än. Rätta rounds i mappningen.',

    'mapping-not-json': 'Mappningen är inte giltig JSON. Felet finns på rad {n} i den filen.',
    'mapping-not-object': 'Mappningen ska vara ett objekt i JSON. Se docs/import.md.',
    'mapping-key-missing': 'I mappningen saknas {where}. Lägg till det.',
    'mapping-key-unknown': 'I mappningen har {where} ingen mening. Ta bort det, eller rätta stavningen.',
    'mapping-type': 'I mappningen ska {where} vara av JSON-typen {type}.',
    'mapping-choice': 'I mappningen ska {where} vara något av: {choices}.',
    'mapping-day': 'I mappningen ska {where} vara en dag, som 2023-11-14.',
    'mapping-too-long': 'I mappningen är {where} för långt. Korta det till högst {n} tecken.',
    'mapping-malformed': 'I mappningen är {where} tomt eller felskrivet. Se docs/import.md.',
    'mapping-name-twice': 'I mappningen står ”{name}” mer än en gång i {where}. Ta bort det ena.',
    'mapping-organisation':
      'I mappningen är defaults.organisation {code}, men den koden finns inte under organisations. Lägg till den.',
    'mapping-round-kind':
      'I mappningen ska {where} ha precis ett av adoption, heldOn och holdsFrom: antagandet, en avstämning eller en dag.',
    'mapping-rounds-order':
      'I mappningen ska rounds stå i tidsordning efter plan.adoption.on, antagandet först. Flytta {where} eller ändra dagen.',
  } satisfies Record<ImportReason, string>,
}
