export const people = {
  roles: {
    administrator: 'Administrator',
    strategist: 'Public-health strategist',
    reporter: 'Reporter',
    ambassador: 'Ambassador',
    reader: 'Reader',
  },
  signIn: {
    title: 'Sign in',
    lead: 'You sign in with a link. It is good for 15 minutes, once.',
    console:
      'In this installation the link is printed where the program runs. Ask whoever runs the installation for one.',
    command: 'Whoever runs the installation types: npm run link -- --role strategist',
    confirmTitle: 'Welcome to Avstämt',
    confirmLead: 'Press the button to sign in on this device.',
    confirm: 'Sign in',
    goneTitle: 'The link is no longer good',
    gone: 'A link is good for 15 minutes and can be used once. Ask for a new one.',
  },
  signOut: 'Sign out',
}
