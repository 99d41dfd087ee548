import type { SameAs } from '../../say.ts'
import type { reportRefusals as sv } from '../../sv/reports/refusals.ts'

export const reportRefusals = {
  'report-text-too-long':
    'The text is too long. Shorten it to 20,000 characters at most, or make it an appendix.',
  'report-items-too-many': 'The list is too long. It holds 40 lines at most.',
  'report-summary-missing': 'Write a summary before you approve the report.',
  'report-not-draft': 'The report is locked. Begin a new version if something is to be changed.',
  'report-not-approved': 'The report is not approved yet. Approve it first.',
  'report-is-draft': 'The report is a draft already. You can simply write.',
  'report-not-written': 'There is no draft yet. Save one first.',
  'report-dated-not-a-day': 'There is no such date. Write it like 2023-11-20.',
  'document-failed': 'The document could not be made. Tell whoever runs the installation.',
  'document-too-slow': 'The document took too long to make. Try again in a while.',
  'documents-busy': 'Many people are fetching documents right now. Wait a minute and try again.',
  'pdf-not-here': 'This server cannot make PDFs. Fetch the report as Word, or print the page.',
} satisfies SameAs<typeof sv>
