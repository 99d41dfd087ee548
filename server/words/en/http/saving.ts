import type { SameAs } from '../../say.ts'
import type { saving as sv } from '../../sv/http/saving.ts'

export const saving = {
  saved: 'Saved at {clock}',
  optional: 'optional',
  summary: { one: 'One thing needs to be changed', other: '{NWords} things need to be changed' },
  busy: 'Saving …',
  anyway: 'Save anyway',
  unreached: 'We could not save. Your text is still here – try again.',
  signedOut:
    'You are no longer signed in. Your text is still here. [Sign in in a new tab] and then save here.',
  earlierSaved:
    'Your earlier attempt did arrive and is saved. What you have changed since then is not. Save once more if that should be kept too.',
  needsScript:
    'The form needs JavaScript. Turn it on in your browser, or ask whoever leads the plan to write for you.',
  neverPerson: 'Never write anything that could point out one person.',
  doubt: {
    personnummer:
      'The text seems to hold a personal identity number. Remove it before you save. Write which group it concerns instead.',
    phone: 'The text seems to hold a phone number. Remove it before you save if it belongs to one person.',
    email: 'The text seems to hold an e-mail address. Remove it before you save if it belongs to one person.',
  },
  doubtMistaken: 'If it is something else you can save anyway.',
  remaining: { one: '{n} character left', other: '{n} characters left' },
  tooMany: { one: '{n} character too many', other: '{n} characters too many' },
  conflict: {
    title: 'Somebody was there before you',
    text: 'While you were writing, this was saved. Read what is new. Everything you wrote is still here.',
    discard: 'Throw mine away',
  },
  backToMine: 'Back to To do',
} satisfies SameAs<typeof sv>
