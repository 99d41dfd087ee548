import type { Conformity } from '#domain/accessibility.ts'
import type { Entry } from '../../say.ts'

export const accessibility = {
  title: 'Tillgänglighet för Avstämt',
  description:
    'Hur Avstämt uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, och vilka brister vi känner till.',
  actor: '{actor} står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den.',
  actorUnknown: 'Vi vill att så många som möjligt ska kunna använda den här webbplatsen.',
  about:
    'Den här sidan beskriver hur Avstämt uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, och vilka brister vi känner till.',
  ownMissing:
    'Kommunen har inte publicerat någon egen tillgänglighetsredogörelse än. Här står vad de som gör programmet vet om det.',
  /** A statement that somebody has published. */
  titleOf: 'Tillgänglighet för {service}',
  descriptionOf:
    'Hur {service} uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, och vilka brister vi känner till.',
  actorOf:
    '[{actor}] står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den.',
  aboutOf:
    'Den här sidan beskriver hur {service} uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, och vilka brister vi känner till.',
  conformities: {
    full: 'Webbplatsen är helt förenlig med lagen. Vi känner inte till några brister.',
    partial: 'Webbplatsen är delvis förenlig med lagen. Bristerna står längre ner.',
    none: 'Webbplatsen är inte förenlig med lagen. Bristerna står längre ner.',
  } satisfies Record<Conformity, Entry>,
  answerWithin: { one: 'Vi svarar inom en arbetsdag.', other: 'Vi svarar inom {nWords} arbetsdagar.' },
  knownNone: 'Vi känner inte till något innehåll som inte är tillgängligt.',
  knownLead: 'De här bristerna känner vi till.',
  whom: 'Drabbar:',
  why: 'Orsak:',
  mended: 'Ska vara åtgärdat:',
  notMended: 'Åtgärdas inte: se oskäligt betungande anpassning.',
  outsideNone: 'Vi har inget innehåll som är undantaget (9\u00A0§ i lagen).',
  assessedSelf: 'Vi har gjort en självskattning: vi har granskat tjänsten själva.',
  assessedBy: 'Tjänsten är granskad av [{assessor}].',
  updatedDay: 'Redogörelsen uppdaterades [{day}].',
  how: 'Hur tillgänglig är webbplatsen?',
  howText:
    'Webbplatsen är delvis förenlig med lagen. Den är byggd efter WCAG 2.2 på nivå AA, och våra automatiska prov hittar inga allvarliga fel. Men den är inte prövad av användare med hjälpmedel, och därför vill vi inte kalla den helt förenlig.',
  cannot: 'Vad kan du göra om du inte kan använda delar av webbplatsen?',
  cannotText: 'Kontakta oss, så ger vi dig innehållet på ett annat sätt. Berätta vilken sida det gäller.',
  cannotNoContact:
    'Kontakta kommunens växel, så ger vi dig innehållet på ett annat sätt. Berätta vilken sida det gäller.',
  report: 'Rapportera brister',
  reportText:
    'Hjälp oss att bli bättre. Hittar du ett problem som inte står här, eller anser du att vi inte följer lagen, så [skriv till oss om det]. Du behöver inte säga vem du är.',
  supervision: 'Tillsyn',
  supervisionText:
    'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi tar hand om din synpunkt kan du [anmäla det till Digg].',
  known: 'Innehåll som inte är tillgängligt',
  knownText: 'Det här vet vi inte eller har vi inte prövat:',
  knownItems: {
    readers:
      'Sidorna är inte genomgångna med skärmläsarna NVDA och VoiceOver. Det drabbar dig som inte ser skärmen. Ska göras före första skarpa användning.',
    chart:
      'Diagrammet över antalet slutförda är en bild. Samma siffror står i en tabell under det och sägs i en mening, så inget finns bara i bilden.',
    words:
      'Det som ansvariga skriver om {points} kan vara svårt att läsa, och en plan från en annan kommun kan vara skriven på ett annat språk. Då är språket angivet.',
  },
  burden: 'Oskäligt betungande anpassning',
  burdenText: 'Vi åberopar inte undantaget för oskäligt betungande anpassning (12\u00A0§ i lagen).',
  outside: 'Innehåll som inte omfattas av lagen',
  outsideText:
    'Beslut och underlag som vi länkar till ligger på andra webbplatser och är inte gjorda av oss (9\u00A0§ i lagen).',
  tested: 'Hur vi har testat',
  testedText:
    'Vi har granskat webbplatsen själva: automatiska prov (axe) av alla publika sidor på svenska och engelska, tangentbord, 320 punkters bredd, mörkt läge, forcerade färger och utskrift.',
  testedDay: 'Senaste bedömningen gjordes [{day}].',
}
