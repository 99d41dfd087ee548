interface FormatFacts {
  path: string
  type: string
  extension: string
  description: string
}

/** What a report is made into: its place under `…/reviews/{term}/`, how it travels, and what the file's name ends with. */
export const documentFormats = {
  pdf: {
    path: 'report.pdf',
    type: 'application/pdf',
    extension: 'pdf',
    description: 'The report as a tagged PDF (PDF/UA-1).',
  },
  'summary.pdf': {
    path: 'summary.pdf',
    type: 'application/pdf',
    extension: 'pdf',
    description: 'The report on one page A4, as a tagged PDF (PDF/UA-1).',
  },
  docx: {
    path: 'report.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    description: 'The report as a Word document, to be worked on.',
  },
  pptx: {
    path: 'report.pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    description: 'Five slides with notes, for a meeting.',
  },
} as const satisfies Record<string, FormatFacts>

export type DocumentFormat = keyof typeof documentFormats
export const formats = Object.keys(documentFormats) as DocumentFormat[]
