import type { Kind } from '#domain/file.ts'

/** Looking at and showing pictures and documents (A09, A18). */
export const files = {
  kinds: {
    pdf: 'pdf',
    jpeg: 'bild',
    png: 'bild',
    webp: 'bild',
    docx: 'Word',
    xlsx: 'Excel',
  } satisfies Record<Kind, string>,
  note: '{kind}, {size}',
  internal: 'Intern',
  title: 'Bilder och filer – {plan}',
  heading: 'Bilder och filer',
  lead: 'Här är det som har skickats med aktiviteter och underlag. Varje bild och fil är intern tills du visar den för alla.',
  waitingLead: {
    one: 'En bild eller fil väntar på att du tittar.',
    other: '{NWords} bilder och filer väntar på att du tittar.',
  },
  comesAlong: { one: 'En bild eller fil följer med', other: '{NWords} bilder och filer följer med' },
  none: 'Ingen har skickat någon bild eller fil än.',
  belongs: {
    activity: 'Aktivitet på {point} {number}',
    evidence: 'Underlag till {point} {number}',
  },
  sentBy: '{who}, {day}.',
  fileName: 'Filnamn: {name}',
  shown: 'Visas för alla',
  show: 'Visa för alla',
  showName: 'Visa för alla: {text}',
  hide: 'Visa inte längre',
  hideName: 'Visa inte längre: {text}',
  take: 'Ta bort (personuppgift)',
  takeName: 'Ta bort: {text}',
  takeSure: 'Bilden eller filen raderas och går inte att få tillbaka. Raden står kvar med dag och skäl.',
  takeYes: 'Ta bort för gott',
  takeWhy: 'Varför? Skälet syns för alla.',
  because: 'personuppgift',
  told: {
    shown: 'Nu syns den för alla.',
    hidden: 'Nu är den intern igen.',
    taken: 'Den är borttagen.',
    failed: 'Det gick inte att spara. Försök igen.',
  },
  more: 'Visa äldre',
}
