export const erasure = {
  title: 'Erase personal data',
  heading: 'Erase the data about {name}',
  gone: 'The data have been erased',
  goneText: 'Name and address are no longer here. What the person wrote stays, in the function they had.',
  goes: 'This is erased for good',
  goesText:
    'Name, e-mail address and workplace. Sessions, links and the tie to a sign-in service. Drafts, mail not yet sent and kept answers.',
  stays: 'This stays',
  staysText:
    'Updates, activities and decisions are public records and kept by the law on archives. They stay with the function and organisation they were written in. Where the name would have stood, a former role is shown. The log of events stays too, with a number instead of a name.',
  texts: {
    one: 'The name also stands in one text of the plans. Read it, and remove it there if it is not to be kept.',
    other: 'The name also stands in {n} texts of the plans. Read them, and remove those not to be kept.',
  },
  copies:
    'In backup copies the data stay until the copies are thrown away. Whoever restores a copy erases the data again.',
  extract: 'Fetch a register extract first',
  confirm: 'I know that this cannot be undone',
  confirmLabel: 'Confirm',
  button: 'Erase the data',
  toMine: 'Go to To do',
  former: {
    administrator: 'Former administrator',
    strategist: 'Former plan lead',
    reporter: 'Former reporter',
    ambassador: 'Former ambassador',
    reader: 'Former reader',
    nobody: 'Former colleague',
  },
}
