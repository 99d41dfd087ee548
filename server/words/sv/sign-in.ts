/** Signing in and out through an issuer. */
export const oidc = {
  lead: 'Använd ditt vanliga arbetskonto.',
  /** Stands over the other way in, where there are issuers. */
  orLink: 'Eller med en länk',
  button: 'Logga in med {name}',
  onward: {
    title: 'Du skickas vidare',
    signIn: 'Du loggar in hos {name} och kommer sedan tillbaka hit.',
    signOut: 'Du är utloggad här. Nu loggas du ut hos {name} också.',
    link: 'Fortsätt till {name}',
  },
  failed: {
    title: 'Du är inte inloggad',
    via: 'Du försökte logga in med {name}.',
    again: 'Till inloggningen',
  },
}
