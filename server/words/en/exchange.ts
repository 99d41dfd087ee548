export const exchange = {
  csv: {
    number: 'No.',
    title: 'Title',
    status: 'Status',
    outlook: 'Outlook',
    lead: 'Responsible',
    leadCode: 'Responsible code',
    takesPart: 'Takes part',
    dueOn: 'End',
    firstDueOn: 'First end',
    lastUpdatedOn: 'Last updated',
  },
}
