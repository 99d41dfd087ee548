import type { SameAs } from '../../say.ts'
import type * as sv from '../../sv/plans/indicators.ts'

export const indicators = {
  title: 'Development at large – {plan}',
  heading: 'Development at large',
  lead: 'These figures show how things are at large. The plan is one of many things that affect them, so they say nothing of what a single {point} has led to. They are not part of how much is completed.',
  period: 'Period',
  missing: 'no figure',
  source: 'Source',
  toSource: 'See the source at {host}',
  toPage: 'To the page About the plan',
  formLead:
    'What you write here is shown on the page About the plan, apart from how much is completed. Show few that you follow for long rather than many. No figure ranks municipalities or organisations.',
  add: 'Add an indicator',
  changing: 'Change {title}',
  change: 'Change',
  changeName: 'Change: {title}',
  name: 'What is measured?',
  nameHelp: 'The source’s own name for the measure, so that nobody takes it for another.',
  unit: 'What is one unit?',
  unitHelp: 'For example per cent of pupils in year 9, or number per 100 000 inhabitants.',
  values: 'Values',
  valuesHelp:
    'A line for each period: the period, a semicolon and the value. For example 2022; 12,5. Write a dash where the source has no value.',
  sourceHelp: 'Who made the figures, for example the Public Health Agency.',
  url: 'Link to the source',
  note: 'What the reader needs to know',
  noteHelp: 'For example that they are means of four years, or that the measure changed in a certain year.',
  save: 'Save',
  saved: 'Saved {clock}.',
  cancel: 'Cancel',
  end: 'Stop showing it',
} satisfies SameAs<typeof sv.indicators>
