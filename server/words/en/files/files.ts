import type { SameAs } from '../../say.ts'
import type { files as sv } from '../../sv/files/files.ts'

export const files = {
  kinds: {
    pdf: 'PDF',
    jpeg: 'picture',
    png: 'picture',
    webp: 'picture',
    docx: 'Word',
    xlsx: 'Excel',
  },
  note: '{kind}, {size}',
  internal: 'Internal',
  title: 'Pictures and files – {plan}',
  heading: 'Pictures and files',
  lead: 'What has been sent with activities and evidence. Each picture and file is internal until you show it to everybody.',
  waitingLead: {
    one: 'One picture or file waits for you to look.',
    other: '{NWords} pictures and files wait for you to look.',
  },
  comesAlong: { one: 'One picture or file comes with it', other: '{NWords} pictures and files come with it' },
  none: 'Nobody has sent a picture or file yet.',
  belongs: {
    activity: 'Activity on {point} {number}',
    evidence: 'Evidence for {point} {number}',
  },
  sentBy: '{who}, {day}.',
  fileName: 'File name: {name}',
  shown: 'Shown to everybody',
  show: 'Show to everybody',
  showName: 'Show to everybody: {text}',
  hide: 'Show no longer',
  hideName: 'Show no longer: {text}',
  take: 'Remove (personal data)',
  takeName: 'Remove: {text}',
  takeSure: 'The picture or file is erased and cannot be brought back. The row stays with day and reason.',
  takeYes: 'Remove for good',
  takeWhy: 'Why? Everybody sees the reason.',
  because: 'personal data',
  told: {
    shown: 'Everybody sees it now.',
    hidden: 'It is internal again.',
    taken: 'It has been removed.',
    failed: 'It could not be saved. Try again.',
  },
  more: 'Show older',
} satisfies SameAs<typeof sv>
