/** Why a report's text is not saved, approved or published, or is not made into a file. */
export const reportRefusals = {
  'report-text-too-long':
    'Texten är för lång. Korta den till högst 20\u00A0000 tecken, eller lägg den som bilaga.',
  'report-items-too-many': 'Listan är för lång. Den rymmer högst 40 rader.',
  'report-summary-missing': 'Skriv en sammanfattning innan du godkänner rapporten.',
  'report-not-draft': 'Rapporten är låst. Börja på en ny version om något ska ändras.',
  'report-not-approved': 'Rapporten är inte godkänd än. Godkänn den först.',
  'report-is-draft': 'Rapporten är redan ett utkast. Det är bara att skriva.',
  'report-not-written': 'Det finns inget utkast än. Spara det först.',
  'report-dated-not-a-day': 'Datumet finns inte. Skriv det som 2023-11-20.',
  'document-failed': 'Dokumentet gick inte att göra. Säg till den som sköter installationen.',
  'document-too-slow': 'Dokumentet tog för lång tid att göra. Försök igen om en stund.',
  'documents-busy': 'Många hämtar dokument just nu. Vänta en minut och försök igen.',
  'pdf-not-here': 'Den här servern kan inte göra PDF. Hämta rapporten som Word, eller skriv ut sidan.',
}
