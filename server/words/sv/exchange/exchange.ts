export const exchange = {
  csv: {
    number: 'Nr',
    title: 'Rubrik',
    status: 'Status',
    outlook: 'Läge',
    lead: 'Ansvarig',
    leadCode: 'Ansvarig kod',
    takesPart: 'Medansvariga',
    dueOn: 'Slut',
    firstDueOn: 'Första slut',
    lastUpdatedOn: 'Senast uppdaterad',
    publicHealth: 'Folkhälsopolitikens målområden',
    nationalStrategy: 'Delmål i nationella strategin',
    agenda2030: 'Mål i Agenda 2030',
  },
}
