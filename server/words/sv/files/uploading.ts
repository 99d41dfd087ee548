/** Choosing, sending and describing pictures and documents in a form (A09, A18). */
export const uploading = {
  label: 'Bilder och filer',
  help: 'Pdf, bild, Word eller Excel, högst {size} var.',
  add: 'Lägg till bild eller fil',
  another: 'Lägg till en till',
  remove: 'Ta bort {name}',
  altText: 'Vad syns på bilden?',
  altHelp:
    'För den som inte kan se den. Till exempel: Tolv föräldrar i ring på bibliotekets golv, sedda bakifrån. Välj inga bilder där någon går att känna igen utan att ha sagt ja.',
  description: 'Vad är det för dokument?',
  descriptionHelp: 'Till exempel: Inbjudan till föräldragruppen våren 2024.',
  state: {
    preparing: 'Görs mindre …',
    sending: 'Skickas, {percent}.',
    waiting: 'Väntar på nätet.',
    sent: 'Framme. Skriv beskrivningen.',
    finishing: 'Kontrolleras …',
    done: 'Klar.',
  },
  again: 'Försök igen med {name}',
  kept: 'Filen följer med från uppdateringen som rättas.',
}
