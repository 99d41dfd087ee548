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
    description: 'Sign in to work with an action plan.',
    lead: 'You sign in with a link. It is good for 15 minutes, once.',
    console:
      'In this installation the link is printed where the program runs. Ask whoever runs the installation for one.',
    command: 'Whoever runs the installation types this, with the role in question:',
    later: 'Links by e-mail come in a later version.',
    how: 'How you get a link',
    already: 'You are signed in as {function}.',
    toMine: 'Go to To do',
    confirmTitle: 'Welcome to Avstämt',
    confirmLead: 'Press the button to sign in on this device.',
    confirm: 'Sign in',
    goneTitle: 'The link is no longer good',
    gone: 'A link is good for 15 minutes and can be used once.',
  },
}
