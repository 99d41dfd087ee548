/** Taking somebody's name and address away for good. */
export const erasure = {
  title: 'Ta bort personuppgifter',
  heading: 'Ta bort uppgifterna om {name}',
  gone: 'Uppgifterna är borttagna',
  goneText:
    'Namn och adress finns inte längre kvar. Det personen har skrivit står kvar i den funktion hen hade.',
  goes: 'Det här tas bort för alltid',
  goesText:
    'Namn, e-postadress och arbetsplats. Inloggningar, länkar och koppling till inloggningstjänst. Utkast, mejl som inte är skickade och sparade svar.',
  stays: 'Det här finns kvar',
  staysText:
    'Uppdateringar, aktiviteter och beslut är allmänna handlingar och bevaras enligt arkivlagen. De står kvar med den funktion och organisation de skrevs i. Där namnet skulle ha stått visas en tidigare roll. Händelseloggen finns också kvar, med ett nummer i stället för namn.',
  texts: {
    one: 'Namnet står också i en text i planerna. Läs den, och ta bort texten där om den inte ska vara kvar.',
    other:
      'Namnet står också i {n} texter i planerna. Läs dem, och ta bort de texter som inte ska vara kvar.',
  },
  copies:
    'I säkerhetskopior finns uppgifterna tills kopiorna slängs. Den som återställer en kopia tar bort uppgifterna igen.',
  extract: 'Hämta ett registerutdrag först',
  confirm: 'Jag vet att det inte går att ångra',
  confirmLabel: 'Bekräfta',
  button: 'Ta bort uppgifterna',
  toMine: 'Gå till Att göra',
  /** Where a name would have stood. */
  former: {
    administrator: 'Tidigare administratör',
    strategist: 'Tidigare planansvarig',
    reporter: 'Tidigare rapportör',
    ambassador: 'Tidigare ambassadör',
    reader: 'Tidigare läsare',
    nobody: 'Tidigare medarbetare',
  },
}
