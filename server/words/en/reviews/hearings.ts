import type { SameAs } from '../../say.ts'
import type * as sv from '../../sv/reviews/hearings.ts'

export const hearings = {
  heading: 'Where the report has been taken up',
  formHeading: 'Where the report has been taken up',
  formText:
    'Write when the executive board, a committee or somebody else has taken up the report. It stands beside the report and in the chain on the page About the plan.',
  none: 'Nothing is recorded yet.',
  body: 'Who took it up?',
  bodyHelp: 'The executive board, a committee or a board of directors, for example.',
  heldOn: 'Day',
  paragraph: 'Paragraph',
  reference: 'Registry number',
  url: 'Link to the minutes',
  urlHelp: 'The whole address, for example https://kommun.se/protokoll',
  save: 'Save',
  change: 'Correct',
  changeName: 'Correct: {body} {day}',
  changing: 'You are correcting {body}, {day}. The old row is kept among the events but not shown.',
  cancel: 'Cancel',
  read: 'Read the minutes at {host}',
  chain: '{By} took up the report of {term}',
} satisfies SameAs<typeof sv.hearings>
