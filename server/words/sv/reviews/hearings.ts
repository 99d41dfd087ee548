/** Where a report was taken up: the last link from the decision to those who decided. */
export const hearings = {
  heading: 'Här har rapporten tagits upp',
  formHeading: 'Var rapporten har tagits upp',
  formText:
    'Skriv när kommunstyrelsen, en nämnd eller någon annan har tagit upp rapporten. Det visas bredvid rapporten och i kedjan på sidan Om planen.',
  none: 'Inget är antecknat än.',
  body: 'Vem tog upp den?',
  bodyHelp: 'Till exempel kommunstyrelsen, en nämnd eller en direktion.',
  heldOn: 'Dag',
  paragraph: 'Paragraf',
  reference: 'Diarienummer',
  url: 'Länk till protokollet',
  urlHelp: 'Hela adressen, till exempel https://kommun.se/protokoll',
  save: 'Spara',
  change: 'Rätta',
  changeName: 'Rätta: {body} {day}',
  changing: 'Du rättar {body}, {day}. Den gamla raden finns kvar i händelserna men visas inte.',
  cancel: 'Avbryt',
  read: 'Läs protokollet på {host}',
  chain: '{By} tog upp rapporten från {term}',
}
