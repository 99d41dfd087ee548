export const comparison = {
  title: 'What has changed? – {plan}',
  description: 'The difference between two review days of {plan}, or between one and today.',
  over: 'Compare review days',
  from: 'From the review day',
  to: 'To',
  now: 'Today',
  organisation: 'Organisation',
  committee: 'Committee',
  wholePlan: 'The whole plan',
  show: 'Show the difference',
  none: 'There is no closed review day to compare with yet.',
  headline: {
    one: '[One of {of} {points}] has changed.',
    other: '[{n} of {of} {points}] have changed.',
  },
  headlineNone: '[None of {of} {points}] has changed.',
  counts: 'Completed: {before} of {beforeOf} on {fromDay}, {after} of {afterOf} on {toDay}.',
  caption: {
    one: 'The difference between {from} and {to}. {n} {point} is unchanged.',
    other: 'The difference between {from} and {to}. {n} {points} are unchanged.',
  },
  review: 'the review of {day}',
  today: 'the position on {day}',
  completed: {
    closed: { one: '{n} newly carried out and closed', other: '{n} newly carried out and closed' },
    embedded: { one: '{n} newly embedded', other: '{n} newly embedded' },
  },
  moved: {
    one: 'First {day}, moved once.',
    other: 'First {day}, moved {n} times.',
  },
  notMoved: 'Due {day}.',
  quiet: 'Unchanged for two review days or more',
  quietText: 'Under way or waiting to begin, but nothing has changed. That need not be wrong.',
  quietFor: { one: '{n} time in a row', other: '{n} times in a row' },
  quietNone: 'No {point} has stood still for so long.',
  shared: {
    one: 'One {point} is shared by several organisations. It is counted once here, but seen with each of them. That is why the {points} of the organisations add up to {addedUp}, not {adopted}.',
    other:
      '{NWords} {points} are shared by several organisations. They are counted once here, but seen with each of them. That is why the {points} of the organisations add up to {addedUp}, not {adopted}.',
  },
  sharedSome: {
    one: 'These are the {points} that the organisation or committee leads or takes part in. One {point} of the plan is shared by several, so the {points} of the organisations add up to {addedUp}, not {adopted}.',
    other:
      'These are the {points} that the organisation or committee leads or takes part in. {NWords} {points} of the plan are shared by several, so the {points} of the organisations add up to {addedUp}, not {adopted}.',
  },
}
