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
    publicHealth: 'Target areas of public-health policy',
    nationalStrategy: 'Sub-goals of the national strategy',
    agenda2030: 'Goals of Agenda 2030',
  },
}
