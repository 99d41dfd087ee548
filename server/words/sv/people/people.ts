export const people = {
  roles: {
    administrator: 'Administratör',
    strategist: 'Folkhälsostrateg',
    reporter: 'Rapportör',
    ambassador: 'Ambassadör',
    reader: 'Läsare',
  },
  signOut: {
    title: 'Aktiviteter på telefonen är inte skickade',
    text: 'Om du loggar ut nu försvinner de. Öppna Logga aktivitet när du har nät, så skickas de.',
    toMine: 'Gå till Att göra',
    anyway: 'Logga ut och ta bort dem',
  },
  signIn: {
    title: 'Logga in',
    mistypedTitle: 'Fel: Logga in',
    description: 'Logga in för att arbeta med en handlingsplan.',
    lead: 'Skriv din e-postadress, så skickar vi en länk som loggar in dig. Du behöver inget lösenord.',
    email: 'E-postadress',
    emailHelp: 'Den adress du har fått din inbjudan till.',
    mistyped: 'Skriv en e-postadress, som anna@kommun.se.',
    ask: 'Skicka länken',
    /** Where no mail leaves. */
    leadConsole:
      'Skriv din e-postadress och be om en länk. Här skickas ingen e-post: länken skrivs ut där programmet körs.',
    askConsole: 'Be om en länk',
    sentTitle: 'Titta i din e-post',
    sent: 'Om adressen finns hos oss har vi skickat en länk. Den gäller i 15 minuter och en gång.',
    sentNothing:
      'Kommer inget mejl? Titta i skräpposten. Kontrollera att du skrev adressen rätt, eller fråga den som har bjudit in dig vilken adress som gäller.',
    sentConsoleTitle: 'Be om din länk',
    sentConsole:
      'Om adressen finns hos oss skrivs länken ut där programmet körs. Be den som sköter installationen om den. Den gäller i 15 minuter och en gång.',
    again: 'Be om en ny länk',
    command: 'Den som sköter installationen kan också skriva det här, med den roll det gäller:',
    how: 'I en installation med exempeldata',
    already: 'Du är inloggad som {function}.',
    toMine: 'Gå till Att göra',
    confirmTitle: 'Välkommen till Avstämt',
    confirmLead: 'Tryck på knappen så loggas du in på den här enheten.',
    confirm: 'Logga in',
    invited: 'Du är inbjuden till [{plan}], {municipality}.',
    goneTitle: 'Länken gäller inte längre',
    gone: 'Den kan ha använts, eller blivit för gammal. En länk som du har bett om gäller i 15 minuter och en inbjudan i 14 dagar, en gång. Be om en ny, så får du den på en gång.',
  },
}
