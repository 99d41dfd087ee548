export const common = {
  brand: 'Avstämt',
  skip: 'Hoppa till innehållet',
  menu: 'Meny',
  mainMenu: 'Huvudmeny',
  /** Names the ways in that somebody signed in finds on a page of a plan. */
  yourActions: 'Det här kan du göra',
  nav: {
    home: 'Alla planer',
    plan: 'Planen',
    reviews: 'Avstämningar',
    examples: 'Aktiviteter',
    about: 'Om planen',
    mine: 'Att göra',
    log: 'Logga aktivitet',
    account: 'ditt konto',
    signIn: 'Logga in',
    signOut: 'Logga ut',
  },
  /** Said in the other language, about the other language's page. */
  otherLanguage: 'In English',
  example: '[Exempeldata.] Uppgifterna är påhittade och visar hur tjänsten fungerar.',
  exampleFromSource: '[Exempeldata.] Planen är hämtad från en annan kommun och visar hur tjänsten fungerar.',
  footer: {
    support: 'Behöver du stöd nu?',
    aboutPage: 'Om sidan',
    updatedBy: 'Planen uppdaterad [{day}] av {who}.',
    updated: 'Planen uppdaterad [{day}].',
    publisher: 'Ansvarig utgivare: {who}',
    noPublisher: 'Ansvarig utgivare är inte angiven.',
    accessibility: 'Tillgänglighet',
    contact: 'Kontakt',
    feedback: 'Tyck till om den här sidan',
    useData: 'Använd uppgifterna',
    download: 'Ladda ner som',
    or: 'eller',
    follow: 'Följ och dela',
    howWeCount: 'Så räknar vi: avslutade plus inarbetade {points}, av dem som antogs.',
  },
  /** Said before a sign-in ends, and when it has. */
  session: {
    endingTitle: 'Du loggas snart ut',
    ending: 'Du har inte gjort något på länge. {Clock} loggas du ut. Det du har skrivit är kvar.',
    stay: 'Stanna kvar',
    unreached: 'Vi kom inte fram. Försök igen.',
    last: 'Längre går det inte att stanna kvar. Spara nu.',
    overTitle: 'Du är inte inloggad längre',
    over: 'Det du har skrivit är kvar här. [Logga in i en ny flik], kom tillbaka hit och spara.',
    understood: 'Jag förstår',
  },
  problems: {
    missing: {
      title: 'Sidan finns inte',
      text: 'Adressen kan vara felskriven, eller så är sidan inte publicerad.',
    },
    forbidden: {
      title: 'Du får inte se den här sidan',
      text: 'Sidan är till för dem som arbetar med planen. Be den som ansvarar för planen om hjälp.',
    },
    signIn: {
      title: 'Logga in för att se sidan',
      text: 'Sidan är till för dem som arbetar med planen.',
    },
    tooMany: {
      title: 'Vänta en stund',
      text: 'Det har kommit för många försök på kort tid. Vänta en kvart och försök igen.',
    },
    malformed: {
      title: 'Adressen eller formuläret är felskrivet',
      text: 'Kontrollera adressen, eller gå tillbaka och försök igen.',
    },
    failed: {
      title: 'Något gick fel hos oss',
      text: 'Vi kunde inte visa sidan. Vänta en stund och försök igen.',
    },
    goHome: 'Gå till alla planer',
  },
  /** A registry number (diarienummer). */
  reference: 'Dnr {reference}',
  masked: 'Borttaget {day} ({because})',
}
