import type { SameAs } from '../../say.ts'
import type * as sv from '../../sv/points/tags.ts'

/** The goals of Agenda 2030 have official English titles; those of Swedish policy and strategy are our translations. */
export const tags = {
  vocabulary: {
    'public-health': 'Target areas of Swedish public-health policy',
    'national-strategy': 'The national strategy It’s about life',
    'agenda-2030': 'Agenda 2030',
  },
  short: {
    'public-health': 'Target area of public-health policy',
    'national-strategy': 'Sub-goal of the national strategy',
    'agenda-2030': 'Goal of Agenda 2030',
  },
  goal: {
    'public-health': 'Target area {code} {title}',
    'national-strategy': 'Sub-goal {code} {title}',
    'agenda-2030': 'Goal {code} {title}',
  },
  afterwards: 'Tied afterwards: the plan was adopted before the strategy was decided.',
  show: 'Show all {points} tied to {goal}',
  title: {
    'public-health': {
      '1': 'Conditions in early life',
      '2': 'Knowledge, skills and education',
      '3': 'Work, working conditions and work environment',
      '4': 'Income and livelihood',
      '5': 'Housing and neighbourhood',
      '6': 'Living habits',
      '7': 'Control, influence and participation',
      '8': 'Equitable and health-promoting health and medical care',
    },
    'national-strategy': {
      '1': 'More focus on strengthening mental well-being and mental health as a resource for individuals and society',
      '2': 'More investment in children and young people for good mental health throughout life',
      '3': 'An inclusive and sustainable working life that promotes mental health',
      '4': 'An inclusive society in which people take part',
      '5': 'Care and services that meet the needs of patients and users',
      '6': 'Stronger work to prevent suicide',
      '7': 'Stronger development of knowledge about mental health and suicide prevention',
    },
    'agenda-2030': {
      '1': 'No poverty',
      '2': 'Zero hunger',
      '3': 'Good health and well-being',
      '4': 'Quality education',
      '5': 'Gender equality',
      '6': 'Clean water and sanitation',
      '7': 'Affordable and clean energy',
      '8': 'Decent work and economic growth',
      '9': 'Industry, innovation and infrastructure',
      '10': 'Reduced inequalities',
      '11': 'Sustainable cities and communities',
      '12': 'Responsible consumption and production',
      '13': 'Climate action',
      '14': 'Life below water',
      '15': 'Life on land',
      '16': 'Peace, justice and strong institutions',
      '17': 'Partnerships for the goals',
    },
  },
} satisfies SameAs<typeof sv.tags>

export const tagging = {
  title: 'What does {point} {number} contribute to? – {plan}',
  description: 'Tie {thePoint} to national and global goals.',
  heading: 'What does {thePoint} contribute to?',
  lead: 'These ties make {thePoint} easier to find. They change no status and are not counted. Choose at most three in each group, those that truly fit.',
  none: 'Nothing chosen',
  chosen: { one: '{n} chosen of at most three', other: '{n} chosen of at most three' },
  save: 'Save ties',
  done: {
    one: '{ThePoint} is now tied to {nWords} goal.',
    other: '{ThePoint} is now tied to {nWords} goals.',
  },
  doneNone: '{ThePoint} is not tied to any goal.',
  toPoint: 'To {thePoint}',
  more: 'Change again',
  way: 'Tie to goals',
} satisfies SameAs<typeof sv.tagging>
