import type { PersonalData } from '#domain/personal-data.ts'

/** What every form says while it is filled in, sent and answered. */
export const saving = {
  saved: 'Sparat {clock}',
  optional: 'frivilligt',
  summary: { one: 'En sak behöver ändras', other: '{NWords} saker behöver ändras' },
  busy: 'Sparar …',
  anyway: 'Spara ändå',
  unreached: 'Vi kunde inte spara. Din text är kvar – försök igen.',
  signedOut: 'Du är inte inloggad längre. Din text är kvar. [Logga in i en ny flik] och spara sedan här.',
  earlierSaved:
    'Ditt förra försök kom fram och är sparat. Det du har ändrat sedan dess är inte sparat. Spara en gång till om det också ska med.',
  needsScript:
    'Formuläret behöver JavaScript. Slå på det i webbläsaren, eller be den som leder planen att skriva åt dig.',
  neverPerson: 'Skriv aldrig uppgifter som kan peka ut en enskild person.',
  doubt: {
    personnummer:
      'Texten verkar innehålla ett personnummer. Ta bort det innan du sparar. Skriv i stället vilken grupp det gäller.',
    phone:
      'Texten verkar innehålla ett telefonnummer. Ta bort det innan du sparar om det går till en enskild person.',
    email:
      'Texten verkar innehålla en e-postadress. Ta bort den innan du sparar om den går till en enskild person.',
  } satisfies Record<PersonalData, string>,
  doubtMistaken: 'Är det något annat kan du spara ändå.',
  remaining: { one: '{n} tecken kvar', other: '{n} tecken kvar' },
  tooMany: { one: '{n} tecken för mycket', other: '{n} tecken för mycket' },
  conflict: {
    title: 'Någon hann före dig',
    text: 'Medan du skrev sparades det här. Läs det nya. Allt du har skrivit är kvar.',
    discard: 'Släng mitt',
  },
  backToMine: 'Tillbaka till Att göra',
}
