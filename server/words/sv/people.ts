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
    lead: 'Du loggar in med en länk. Länken gäller i 15 minuter och en gång.',
    console:
      'I den här installationen skrivs länken ut där programmet körs. Be den som sköter installationen om en länk.',
    command: 'Den som sköter installationen skriver: npm run link -- --role strategist',
    confirmTitle: 'Välkommen till Avstämt',
    confirmLead: 'Tryck på knappen så loggas du in på den här enheten.',
    confirm: 'Logga in',
    goneTitle: 'Länken gäller inte längre',
    gone: 'En länk gäller i 15 minuter och kan användas en gång. Be om en ny.',
  },
  signOut: 'Logga ut',
}
