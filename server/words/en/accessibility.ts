import type { SameAs } from '../say.ts'
import type { accessibility as sv } from '../sv/accessibility.ts'

export const accessibility = {
  title: 'Accessibility of Avstämt',
  description:
    'How Avstämt meets the Swedish act on the accessibility of digital public services, and the shortcomings we know of.',
  actor: '{actor} is behind this website. We want as many people as possible to be able to use it.',
  actorUnknown: 'We want as many people as possible to be able to use this website.',
  about:
    'This page describes how Avstämt meets the Swedish act on the accessibility of digital public services, and the shortcomings we know of.',
  how: 'How accessible is the website?',
  howText:
    'The website is partially compliant with the act. It is built to WCAG 2.2 level AA, and our automatic tests find no serious faults. But it has not been tried by users with assistive technology, and so we do not call it fully compliant.',
  cannot: 'What can you do if you cannot use parts of the website?',
  cannotText: 'Contact us, and we will give you the content in another way. Tell us which page it is about.',
  cannotNoContact:
    'Contact the municipality’s switchboard, and we will give you the content in another way. Tell us which page it is about.',
  report: 'Report shortcomings',
  reportText:
    'Please help us to do better. If you find a problem that is not mentioned here, or think that we do not follow the act, tell us. Use the same contact as above.',
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
  testedDay: 'The latest assessment was made on [{day}]. The page was updated the same day.',
} satisfies SameAs<typeof sv>
