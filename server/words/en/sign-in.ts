export const oidc = {
  lead: 'Use your usual work account.',
  orLink: 'Or with a link',
  button: 'Sign in with {name}',
  onward: {
    title: 'You are being sent on',
    signIn: 'You sign in at {name} and then come back here.',
    signOut: 'You are signed out here. Now you are signed out at {name} too.',
    link: 'Go on to {name}',
  },
  failed: {
    title: 'You are not signed in',
    via: 'You tried to sign in with {name}.',
    again: 'To the sign-in page',
  },
}
