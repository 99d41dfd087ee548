import type { SameAs } from '../../say.ts'
import type { accessibility as sv } from '../../sv/accessibility/accessibility.ts'

export const accessibility = {
  title: 'Accessibility of Avstämt',
  description:
    'How Avstämt meets the Swedish act on the accessibility of digital public services (2018:1937), and the shortcomings we know of.',
  actor: '{actor} is behind this website. We want as many people as possible to be able to use it.',
  actorUnknown: 'We want as many people as possible to be able to use this website.',
  about:
    'This page describes how Avstämt meets the Swedish act on the accessibility of digital public services (2018:1937), and the shortcomings we know of.',
  ownMissing:
    'The municipality has not yet published an accessibility statement of its own. This is what those who make the program know about it.',
  titleOf: 'Accessibility of {service}',
  descriptionOf:
    'How {service} meets the Swedish act on the accessibility of digital public services (2018:1937), and the shortcomings we know of.',
  actorOf: '[{actor}] is behind this website. We want as many people as possible to be able to use it.',
  aboutOf:
    'This page describes how {service} meets the Swedish act on the accessibility of digital public services (2018:1937), and the shortcomings we know of.',
  conformities: {
    full: 'The website is fully compliant with the act. We know of no shortcomings.',
    partial: 'The website is partially compliant with the act. The shortcomings are listed below.',
    none: 'The website is not compliant with the act. The shortcomings are listed below.',
  },
  answerWithin: {
    one: 'We answer within one working day.',
    other: 'We answer within {nWords} working days.',
  },
  knownNone: 'We know of no content that is not accessible.',
  knownLead: 'These are the shortcomings we know of, as the municipality has written them in Swedish.',
  whom: 'Affects:',
  why: 'Reason:',
  mended: 'To be mended by:',
  notMended: 'Will not be mended: see disproportionate burden.',
  outsideNone: 'We have no content that is exempt (section 9 of the act).',
  assessedSelf: 'We have assessed the service ourselves.',
  assessedBy: 'The service has been assessed by [{assessor}].',
  updatedDay: 'The statement was updated on [{day}].',
  how: 'How accessible is the website?',
  howText:
    'The website is partially compliant with the act. It is built to WCAG 2.2 level AA, and our automatic tests find no serious faults. But it has not been tried by users with assistive technology, and so we do not call it fully compliant.',
  cannot: 'What can you do if you cannot use parts of the website?',
  cannotText: 'Contact us, and we will give you the content in another way. Tell us which page it is about.',
  cannotNoContact:
    'Contact the municipality’s switchboard, and we will give you the content in another way. Tell us which page it is about.',
  report: 'Report shortcomings',
  reportText:
    'Help us to do better. If you find a problem that is not mentioned here, or think that we do not comply with the act, [write to us about it]. You need not say who you are.',
  supervision: 'Supervision',
  supervisionText:
    'The Agency for Digital Government (Digg) supervises the act. If you are not satisfied with how we handle your view you can [report it to Digg].',
  known: 'Content that is not accessible',
  knownText: 'This we do not know, or have not tried:',
  knownItems: {
    readers:
      'The pages have not been gone through with the screen readers NVDA and VoiceOver. This affects you who do not see the screen. It is to be done before the first real use.',
    chart:
      'The chart of the number completed is an image. The same figures are in a table below it and said in a sentence, so nothing is in the image alone.',
    words:
      'What those responsible write about {points} may be hard to read, and is written in the language of the plan. That language is marked.',
  },
  burden: 'Disproportionate burden',
  burdenText: 'We do not invoke the exception for a disproportionate burden (section 12 of the act).',
  outside: 'Content outside the act',
  outsideText:
    'Decisions and evidence that we link to are on other websites and not made by us (section 9 of the act).',
  tested: 'How we have tested',
  testedText:
    'We have examined the website ourselves: automatic tests (axe) of all public pages in Swedish and English, keyboard, a width of 320 points, dark mode, forced colours and print.',
  testedDay: 'The latest assessment was made on [{day}].',
} satisfies SameAs<typeof sv>
