import type { Conformity, Statement } from '#domain/accessibility.ts'
import type { Entry } from '../../say.ts'

/** `/mitt/tillganglighet`: where an administrator writes the statement, with all that Digg demands. */
export const accessibilityStatement = {
  title: 'Tillgänglighetsredogörelse',
  description: 'Skriv och publicera kommunens redogörelse för tjänstens tillgänglighet.',
  lead: 'Lagen (2018:1937) om tillgänglighet till digital offentlig service kräver en redogörelse. Den visas på [sidan om tillgänglighet]. Skriv på svenska.',
  never: 'Ingen redogörelse är publicerad. Tills dess visar sidan vad de som gör programmet vet.',
  publishedOn: 'Den redogörelse som visas publicerades den {day}.',
  draft: 'Det finns ett utkast som inte är publicerat.',
  toChecks: 'Till kontrollen av tillgängligheten',
  who: 'Vem och vad',
  fields: {
    actor: 'Vem står bakom webbplatsen?',
    service: 'Vad heter tjänsten?',
    conformity: 'Hur väl följer den lagen?',
    shortcomings: 'Innehåll som inte är tillgängligt',
    what: 'Vad är inte tillgängligt?',
    whom: 'Vem drabbas?',
    why: 'Varför är det så?',
    mendedBy: 'När ska det vara åtgärdat?',
    burden: 'Oskäligt betungande anpassning (12\u00A0§)',
    exempt: 'Innehåll som inte omfattas av lagen (9\u00A0§)',
    contactEmail: 'E-postadress',
    contactPhone: 'Telefon',
    answerWithin: 'Svar inom hur många arbetsdagar?',
    method: 'Hur har ni testat?',
    assessor: 'Vem har granskat?',
    assessedOn: 'Vilken dag gjordes bedömningen?',
  },
  actorHelp: 'Kommunens namn, till exempel Norrtälje kommun.',
  choose: 'Välj',
  conformities: {
    full: 'Helt förenlig med lagen',
    partial: 'Delvis förenlig med lagen',
    none: 'Inte förenlig med lagen',
  } satisfies Record<Conformity, Entry>,
  shortcoming: 'Brist {n}',
  shortcomingOf: 'brist {n}',
  mendedByHelp: 'Får bara vara tomt om ni skriver varför det vore oskäligt betungande.',
  add: 'Lägg till en brist',
  remove: 'Ta bort brist {n}',
  fromChecks: {
    one: 'Lägg till en brist från kontrollen',
    other: 'Lägg till {nWords} brister från kontrollen',
  },
  burdenHelp:
    'Bara om ni åberopar 12\u00A0§: vad det gäller och varför det vore oskäligt betungande. Annars tomt.',
  exemptHelp:
    'Till exempel dokument publicerade före den 23 september 2018, eller innehåll från någon annan som ni inte styr över. Annars tomt.',
  contact: 'Kontakt',
  contactHelp: 'Dit den skriver eller ringer som inte kan använda tjänsten.',
  tested: 'Hur ni har testat',
  methods: {
    self: 'Vi har gjort en självskattning',
    external: 'Någon annan har granskat tjänsten',
  } satisfies Record<NonNullable<Statement['method']>, Entry>,
  publish: 'Publicera',
  saveDraft: 'Spara utkast',
  savedDraft: 'Utkastet är sparat. Det visas inte för andra.',
  savedPublished: 'Redogörelsen är publicerad.',
  fault: '{field} – {sentence}',
}
