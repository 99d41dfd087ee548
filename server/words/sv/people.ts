export const people = {
  roles: {
    administrator: 'Administratör',
    strategist: 'Folkhälsostrateg',
    reporter: 'Rapportör',
    ambassador: 'Ambassadör',
    reader: 'Läsare',
  },
  signIn: {
    title: 'Logga in',
    description: 'Logga in för att arbeta med en handlingsplan.',
    lead: 'Du loggar in med en länk. Länken gäller i 15 minuter och en gång.',
    console:
      'I den här installationen skrivs länken ut där programmet körs. Be den som sköter installationen om en länk.',
    command: 'Den som sköter installationen skriver det här, med den roll det gäller:',
    later: 'Länkar med e-post kommer i en senare version.',
    how: 'Så får du en länk',
    already: 'Du är inloggad som {function}.',
    toMine: 'Gå till Att göra',
    confirmTitle: 'Välkommen till Avstämt',
    confirmLead: 'Tryck på knappen så loggas du in på den här enheten.',
    confirm: 'Logga in',
    goneTitle: 'Länken gäller inte längre',
    gone: 'En länk gäller i 15 minuter och kan användas en gång.',
  },
}
