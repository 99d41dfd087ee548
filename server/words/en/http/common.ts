import type { SameAs } from '../../say.ts'
import type { common as sv } from '../../sv/http/common.ts'

export const common = {
  brand: 'Avstämt',
  skip: 'Skip to content',
  menu: 'Menu',
  mainMenu: 'Main menu',
  /** Names the ways in that somebody signed in finds on a page of a plan. */
  yourActions: 'What you can do here',
  nav: {
    home: 'All plans',
    plan: 'The plan',
    reviews: 'Reviews',
    examples: 'Activities',
    about: 'About the plan',
    mine: 'To do',
    log: 'Log an activity',
    account: 'your account',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  otherLanguage: 'På svenska',
  example: '[Example data.] The contents are invented and show how the service works.',
  exampleFromSource:
    '[Example data.] The plan comes from another municipality and shows how the service works.',
  footer: {
    support: 'Do you need support now?',
    aboutPage: 'About this page',
    updatedBy: 'Plan updated [{day}] by {who}.',
    updated: 'Plan updated [{day}].',
    publisher: 'Responsible publisher: {who}',
    noPublisher: 'No responsible publisher is stated.',
    accessibility: 'Accessibility',
    contact: 'Contact',
    feedback: 'Tell us what you think of this page',
    useData: 'Use the data',
    download: 'Download as',
    or: 'or',
    follow: 'Follow and share',
    howWeCount: 'How we count: closed plus embedded {points}, of those that were adopted.',
  },
  session: {
    endingTitle: 'You will soon be signed out',
    ending:
      'You have not done anything for a long time. At {clock} you are signed out. What you wrote stays.',
    stay: 'Stay signed in',
    unreached: 'We did not get through. Try again.',
    last: 'It is not possible to stay any longer. Save now.',
    overTitle: 'You are no longer signed in',
    over: 'What you wrote is still here. [Sign in in a new tab], come back here and save.',
    understood: 'I understand',
  },
  problems: {
    missing: {
      title: 'There is no such page',
      text: 'The address may be misspelled, or the page has not been published.',
    },
    forbidden: {
      title: 'You may not see this page',
      text: 'The page is for those who work with the plan. Ask the person in charge of the plan for help.',
    },
    signIn: {
      title: 'Sign in to see the page',
      text: 'The page is for those who work with the plan.',
    },
    tooMany: {
      title: 'Wait a while',
      text: 'There have been too many attempts in a short time. Wait a quarter of an hour and try again.',
    },
    malformed: {
      title: 'The address or the form is malformed',
      text: 'Check the address, or go back and try again.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'We could not show the page. Wait a moment and try again.',
    },
    goHome: 'Go to all plans',
  },
  reference: 'Ref. {reference}',
  masked: 'Removed {day} ({because})',
} satisfies SameAs<typeof sv>
