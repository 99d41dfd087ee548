import type { MailKind } from '#domain/mail.ts'
import type { Entry } from '../../say.ts'

/** The page where a plan writes its own words in the mails that ask and remind. */
export const mailWords = {
  way: 'Mejlens text',
  title: 'Mejlens text – {plan}',
  description: 'Ämne och inledning i mejlen som frågar och påminner.',
  heading: 'Mejlens text',
  lead: 'Skriv ämne och inledning med era egna ord. Punkterna och deras länkar kommer alltid med, liksom hur man stänger av påminnelser.',
  kinds: {
    'ask-for-update': 'När du ber om uppdatering',
    reminder: 'Påminnelsen före avstämningen',
    'reminder-after': 'Påminnelsen efter avstämningen',
  } satisfies Record<MailKind, Entry>,
  languages: { sv: 'På svenska', en: 'På engelska' },
  usual: 'De vanliga orden',
  own: 'Egna ord',
  subject: 'Ämne',
  body: 'Inledning',
  bodyHelp:
    'Det som står inom klamrar fylls i: {plan} är planens namn, {day} avstämningens dag med veckodag, {date} dagen, {nWords} antalet.',
  preview: 'Så läser mottagaren det',
  somebody: 'Förnamn Efternamn',
  link: '(en egen länk)',
  save: 'Spara mejlets text',
  back: 'Gå tillbaka till de vanliga orden',
  done: 'Sparat. Nästa mejl får den här texten.',
}
