import type { FeedbackKind } from '#domain/feedback.ts'

/** "Tyck till om den här sidan" (K10): what a reader writes, and what they are told. */
export const feedback = {
  title: 'Tyck till om den här sidan',
  description: 'Skriv till dem som ansvarar för sidan. Du behöver inget konto och inte säga vem du är.',
  lead: 'Skriv vad du tycker, eller vad som inte fungerar. Du behöver inte säga vem du är.',
  about: 'Det gäller sidan [{path}].',
  kind: 'Vad gäller det?',
  kinds: {
    page: 'Sidan eller det som står där',
    accessibility: 'Något som jag inte kan se, höra, läsa eller använda',
  } satisfies Record<FeedbackKind, string>,
  text: 'Vad vill du säga?',
  textHelp: 'Skriv inget känsligt om dig själv eller någon annan.',
  email: 'Din e-postadress',
  emailHelp: 'Bara om du vill ha svar. Vi använder den till det, och tar sedan bort den.',
  /** A field that people do not see: whoever fills it in is a program. */
  trap: 'Lämna det här fältet tomt',
  send: 'Skicka',
  sendAnyway: 'Skicka ändå',
  doubtMistaken: 'Är det något annat kan du skicka ändå.',
  tooMany:
    'Det har kommit mycket på kort tid. Din text är kvar. Vänta en stund och tryck på Skicka igen, eller ring kommunens växel.',
  record:
    'Det du skriver blir en allmän handling och läses av dem som ansvarar för sidan. Det tas bort efter två år.',
  thanksTitle: 'Tack! Vi har tagit emot det du skrev.',
  thanks: 'De som ansvarar för sidan läser det.',
  thanksAnswer: 'De som ansvarar för sidan läser det, och svarar till adressen du lämnade.',
  back: 'Tillbaka till sidan',
}

/** `/mitt/synpunkter`: what readers have written, and the answers. */
export const feedbackMine = {
  title: 'Synpunkter',
  heading: {
    one: 'En synpunkt väntar på svar.',
    other: '{NWords} synpunkter väntar på svar.',
  },
  headingNone: 'Ingen synpunkt väntar på svar.',
  lead: 'Det här har läsare skrivit om sidorna du ansvarar för.',
  leadNone: 'När en läsare tycker till om en sida du ansvarar för står det här, och du får ett mejl.',
  noMail:
    'Härifrån skickas inga mejl. Svara från din egen e-post, och markera sedan synpunkten som hanterad.',
  accessibility: 'Gäller tillgänglighet',
  about: 'Om sidan',
  outside: 'Utanför planerna',
  from: 'Svar till: {email}',
  noAddress: 'Ingen adress lämnades. Läs, och markera som hanterad.',
  swept: 'Texten är gallrad.',
  reply: 'Svara',
  answer: 'Ditt svar',
  answerHelp: 'Skickas som mejl till den som skrev. Efteråt tas adressen bort.',
  send: 'Skicka svaret',
  handle: 'Markera som hanterad',
  handleUnanswered: 'Markera som hanterad utan svar',
  sent: 'Svaret skickas. Synpunkten är hanterad.',
  handled: 'Synpunkten är hanterad.',
  before: 'Hanterade',
  handledOn: 'Hanterad {day}',
  answeredOn: 'Besvarad {day}',
  failed: 'Svaret gick inte att leverera.',
  yourAnswer: 'Svar:',
}
