import type { SameAs } from '../../say.ts'
import type { fileRefusals as source } from '../../sv/files/refusals.ts'

export const fileRefusals = {
  'file-name-missing': 'The file has no name. Rename it and choose it again.',
  'file-name-too-long':
    'The file’s name is too long. Shorten it to at most 120 characters and choose it again.',
  'file-name-path': 'The file’s name holds / or \\, as in a path. Rename it and choose it again.',
  'file-name-unseen':
    'The file’s name holds characters that are not seen or that turn the direction of writing. Rename it and choose it again.',
  'file-empty': 'The file is empty. Choose another.',
  'file-too-large':
    'The file is too large. Save it smaller, for example as a PDF for screens, or link to it instead.',
  'file-description-missing':
    'Describe the picture or file in a few words, for those who cannot see or open it.',
  'file-description-too-long': 'The description is too long. Shorten it to at most 300 characters.',
  'file-kind-unknown':
    'We do not take that kind of file. Choose a PDF, a picture (JPEG, PNG or WebP), a Word or an Excel document.',
  'file-is-code':
    'The file is a web page or an SVG picture and may hold code. Save it as PDF or PNG instead.',
  'file-is-archive':
    'The file is an archive with other files in it, or a document of a kind we do not take. Unpack it and choose what is needed.',
  'file-is-old-office':
    'The file is locked with a password or saved in an older format (doc, xls). Save it without a password as docx, xlsx or PDF.',
  'file-has-macros': 'The document holds macros. Save it without them, as docx, xlsx or PDF.',
  'file-bomb': 'The file unpacks to far more than it seems to be. We do not take it.',
  'file-broken': 'The file cannot be read; it may be cut off. Open it, save it anew and choose it again.',
  'file-locked': 'The document is locked or protected. Save a copy without password and protection.',
  'file-runs':
    'The document holds code that runs when it is opened. Print it to a new PDF and choose that instead.',
  'file-too-many-pixels': 'The picture has more than 64 million pixels. Save it smaller and choose it again.',
  'file-part-missing': 'Not all of the file has arrived. Try again, and it goes on where it was.',
  'file-part-unknown': 'The file has no piece of that number.',
  'file-part-size': 'The piece does not have the size it must have. Begin again with the file.',
  'file-part-differs': 'The piece has come already, with other contents. Begin again with the file.',
  'file-finished': 'The file is finished and does not change any more.',
  'file-not-finished': 'Not all of the file has arrived yet. Wait until it is done, then save.',
  'file-unknown': 'The file is no longer here. Remove it in the form and choose it again.',
  'file-attached': 'The file belongs to something else already. Choose it again if it is needed here too.',
  'file-masked': 'The file has been removed already.',
  'files-too-many': 'At most three files can go with it. Remove one.',
  'files-too-many-waiting':
    'You have sent many files today that belong to nothing yet. Save what you have begun, or wait until tomorrow.',
} satisfies SameAs<typeof source>
