import type { SameAs } from '../../say.ts'
import type { documents as sv } from '../../sv/reports/documents.ts'

export const documents = {
  contents: 'Contents',
  page: 'Page ',
  pageOf: ' of ',
  checksum: 'Checksum {hash}',
  where: 'The same report on the web: ',
  unshown: 'Characters that the typeface does not have are shown as □.',
  completed: 'Completed',
  chartCaption: 'Completed {points} at each review, of {n}',
  chartText: 'Chart with a column for each review. {sentence} {columns}.',
  chartColumn: '{label}: {n} completed, {closed} closed and {embedded} embedded',
  tallyText: 'A square for each {point}: {groups}.',
  tallyGroup: '{n} {label}, number {numbers}',
  more: 'and {n} more',
  styles: { answer: 'Answer', lead: 'Lead', facts: 'Facts', cell: 'Table text', head: 'Table head' },
  adoptedLine: '{n} adopted {points}',
  changed: {
    one: 'One {point} has changed since last time.',
    other: '{NWords} {points} have changed since last time.',
  },
  changedNone: 'Nothing has changed since last time.',
  moreInNotes: 'The rest is in the notes.',
  decisions: { one: 'One decision has been made', other: '{NWords} decisions have been made' },
  proposals: { one: 'one proposal is put forward', other: '{nWords} proposals are put forward' },
  proposalsOnly: {
    one: 'One proposal for decision is put forward.',
    other: '{NWords} proposals for decision are put forward.',
  },
  decided: 'Decisions at the review',
  proposed: 'Proposals for decision',
  nothingDecided: 'No decisions were recorded and no proposals are put forward.',
  reason: 'Reason: {reason}',
  nextStep: 'Next step: {step}',
  lead: 'Responsible: {lead}.',
  means:
    'Completed means that {thePoint} has been carried out and closed, or has become part of regular operations.',
  editChart: 'The chart can be changed: right-click on it and choose Edit Data.',
  askFirst: 'Begin with what is not going as planned. That is where decisions are needed.',
} satisfies SameAs<typeof sv>
