import type { SameAs } from '../../say.ts'
import type { examples as sv } from '../../sv/activities/examples.ts'

export const examples = {
  title: 'Activities – {plan}',
  heading: 'What has been done',
  description: 'What has been done for {thePoints} in {plan}, to borrow ideas from.',
  lead: 'What others have done, to borrow ideas from. Here is what whoever leads the plan has chosen to show to everybody.',
  leadInside:
    'What others have done, to borrow ideas from. You see everything that is logged. What is internal is seen only by those of you who work with the plan.',
  mineHeading: 'What you have logged',
  mineLead: 'Everything you have logged in the plan, and what became of it.',
  filters: 'Choose what to see',
  group: 'For whom',
  organisation: 'Organisation',
  all: 'All',
  show: 'Show',
  onlyMine: 'Show only mine',
  everybodys: 'Show everybody’s',
  latest: { one: 'One activity matches.', other: 'Here are {n} activities, the latest logged first.' },
  goesOn: 'Here are {n} more.',
  none: 'Nothing matches. [Show everything.]',
  noneYet: 'Nothing is shown here yet.',
  older: 'Show older',
  newest: 'To the latest',
  state: {
    shown: 'Shown to everybody',
    waiting: 'Internal, waits to be shown',
    internal: 'Internal',
  },
  corrected: 'Corrected {day}. This stood there before',
  earlier: 'Written {day}',
  hideChosen: { one: 'Let the chosen one be internal', other: 'Let {n} chosen be internal' },
  mask: 'Remove text (personal data)',
  maskName: 'Remove text (personal data): {what}',
  maskHelp:
    'The words are removed for good. The activity counts as before, and the page says when and why they were removed.',
  maskWhy: 'Why?',
  maskReason: 'personal data',
  maskDo: 'Remove the words',
  masked: 'The words are removed.',
  unmasked: 'We could not remove the words. Try again.',
  log: 'Log an activity',
} satisfies SameAs<typeof sv>
