import type { SameAs } from '../../say.ts'
import type { uploading as sv } from '../../sv/files/uploading.ts'

export const uploading = {
  label: 'Pictures and files',
  help: 'PDF, picture, Word or Excel, at most {size} each.',
  add: 'Add a picture or file',
  another: 'Add another',
  remove: 'Remove {name}',
  altText: 'What does the picture show?',
  altHelp:
    'For those who cannot see it. For example: Twelve parents in a ring on the library floor, seen from behind. Choose no picture where somebody can be recognised who has not said yes.',
  description: 'What document is it?',
  descriptionHelp: 'For example: Invitation to the parents’ group, spring 2024.',
  state: {
    preparing: 'Made smaller …',
    sending: 'Sending, {percent}.',
    waiting: 'Waits for the network.',
    sent: 'Arrived. Write the description.',
    finishing: 'Being checked …',
    done: 'Done.',
  },
  again: 'Try again with {name}',
  kept: 'The file comes along from the update that is corrected.',
} satisfies SameAs<typeof sv>
