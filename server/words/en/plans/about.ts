import type { SameAs } from '../../say.ts'
import type { about as sv } from '../../sv/plans/about.ts'

export const about = {
  title: 'About the plan – {plan}',
  heading: 'About the plan',
  description: 'Decision, responsibility and how we count in {plan}.',
  lead: '{plan} is an action plan with {n} {points}, adopted by {by}.',
  leadEmpty: '{plan} is an action plan adopted by {by}.',
  facts: 'The plan in brief',
  fact: {
    municipality: 'Municipality',
    adoptedBy: 'Adopted by',
    decision: 'Decision',
    reference: 'Registry number',
    period: 'Runs',
    validUntil: 'Valid until',
    responsible: 'Responsible for the document',
    followUp: 'Responsible for follow-up',
    publisher: 'Responsible publisher',
    freshness: 'Reported',
  },
  periodText: '{from} to {to}',
  freshnessText: { one: 'at least once a month', other: 'at least every {n} months' },
  freshnessHalfYear: 'at least every six months',
  freshnessYear: 'at least once a year',
  chain: 'From decision to report',
  chainLead:
    'The plan is adopted once. After that it is reviewed on set days. Each report is locked and taken up by the elected representatives.',
  chainAdopted: '{By} adopts the plan',
  chainAdoptedParagraph: '{By} adopts the plan, {paragraph}',
  chainRead: 'Read the decision at {host}',
  chainStarts: 'The plan starts',
  chainReview: 'Review, {term}: {completed} of {adopted} completed',
  chainComing: 'Review, {term}',
  chainEnds: 'The plan ends',
  chainEnded: 'The plan ended',
  matching: 'Can I trust a report?',
  matchingText:
    'A locked report never changes, and corrections stand beside it with their day. [Check a printed page or see what has been corrected].',
  counting: 'How we count',
  countingRules: {
    completed:
      '[Completed] is {aPoint} that has been carried out and closed, or that is embedded in regular operations. Both count, and we always show how they divide.',
    closed:
      '[Carried out and closed] demands that we have written what came of it and on which day it was done.',
    embedded:
      '[Embedded in regular operations] demands that we have written who takes over, from which day and where it is written down.',
    denominator:
      '[The denominator] is the {n} {points} that {by} adopted. {Points} that are withdrawn or merged remain among them and never count as completed.',
    denominatorPlain:
      '[The denominator] is the {points} that {by} adopted. {Points} that are withdrawn or merged remain among them and never count as completed.',
    added: '[Added afterwards] are counted apart.',
    outlook:
      '[Outlook] is a person’s judgement: on track, at risk of delay or late. Where nobody has judged, it says not assessed.',
    activities:
      '[Activities] show what we have done, not the effect. They never change a status by themselves.',
    elapsed: '[Time elapsed] is the share of the plan’s days that have passed.',
    locked:
      '[A locked report] never changes. If we find a mistake the correction stands beside it, with its day.',
  },
  areas: '{Areas}',
  areaCount: { one: '{n} {point}', other: '{n} {points}' },
  source: 'Source',
  contact: 'Contact',
  contactLead: 'Do you have a question about the plan, or do you see something that is wrong?',
  noContact: 'The municipality has not stated a contact for the plan.',
} satisfies SameAs<typeof sv>
