import type { SameAs } from '../../say.ts'
import type { letterhead as sv } from '../../sv/reports/letterhead.ts'
import { reportText } from './text.ts'

export const letterhead = {
  heading: 'Head of the report',
  name: 'Whose document is it?',
  nameHelp: 'For example the name of the municipality and the office. Leave empty for {municipality}.',
  kind: 'What is the document called?',
  kinds: reportText.kinds,
  logo: 'Logo',
  logoHelp:
    'A picture that stands at the top of every report. Describe it, for example: the logo of Norrtälje municipality.',
  logoNow: 'The logo in use now',
  removeLogo: 'Remove the logo',
  save: 'Save the head',
} satisfies SameAs<typeof sv>
