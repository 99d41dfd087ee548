import { reportText } from './text.ts'

/** What stands at the head of a plan's reports, in its settings. */
export const letterhead = {
  heading: 'Rapportens huvud',
  name: 'Vems dokument är det?',
  nameHelp: 'Till exempel kommunens namn och kontoret. Lämna tomt för {municipality}.',
  kind: 'Vad kallas dokumentet?',
  kinds: reportText.kinds,
  logo: 'Logotyp',
  logoHelp: 'En bild som står överst på varje rapport. Beskriv den, till exempel Norrtälje kommuns logotyp.',
  logoNow: 'Logotypen som används nu',
  removeLogo: 'Ta bort logotypen',
  save: 'Spara huvudet',
}
