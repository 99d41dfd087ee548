import type { SameAs } from '../../say.ts'
import type * as sv from '../../sv/plans/check-print.ts'

export const printed = {
  title: 'Check a printed page – {plan}',
  description: 'See whether a printed report is the locked report of {plan}.',
  heading: 'Check a printed page',
  lead: 'Every printed report carries a checksum of twelve signs. Write it here to see which locked report it belongs to, and whether anything has been corrected since.',
  label: 'Checksum',
  help: 'For example 1a2b 3c4d 5e6f. Spaces do not matter.',
  check: 'Check',
  malformed: {
    title: 'That is not a checksum',
    text: 'It has only the digits 0–9 and the letters a–f. Read it again.',
  },
  short: {
    title: 'The checksum is too short',
    text: 'Write all twelve signs of the printed page.',
  },
  unknown: {
    title: 'No locked report has that checksum',
    text: 'Check that you read it right. If it still does not fit, the printed page does not come from a locked report of this plan. Read the report here instead.',
  },
  known: {
    title: 'The checksum belongs to the report of {term}',
    text: 'Then {completed} of {adopted} {points} were completed. The figures of the printed page are to be those of the report.',
    corrected: {
      one: 'One correction has been written beside the report since.',
      other: '{NWords} corrections have been written beside the report since.',
    },
    uncorrected: 'Nothing has been corrected since.',
    read: 'Read the report of {term}',
  },
  locked: 'Locked {day} {clock}',
  count: '{completed} of {adopted} completed',
  reports: 'Locked reports',
  noReports: 'No review day is locked yet.',
  whole: 'The whole checksum',
  later: 'Corrected afterwards',
  laterText:
    'A locked report never changes. Where something is wrong, the correction stands beside it with its day.',
  laterNone: 'Nothing has been corrected.',
  how: 'How the checksum works',
  howText:
    'When a review day is locked, the whole report is kept as a text. The checksum is computed from the checksum of the report before and that text, by SHA-256. If a single sign changes, in this report or an earlier one, the sum becomes another. So it can be shown that no report was changed afterwards.',
  howCheck:
    'You can compute it yourself. The text is the field [snapshot] at the address below, one address a review day. Take SHA-256 of previousHash, a line break and the text.',
} satisfies SameAs<typeof sv.printed>
