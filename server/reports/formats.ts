/** What a report is made into: its place under `…/reviews/{term}/`, how it travels, and what the file's name ends with. */
export const documentFormats = {
  pdf: { path: 'report.pdf', type: 'application/pdf', extension: 'pdf' },
  'summary.pdf': { path: 'summary.pdf', type: 'application/pdf', extension: 'pdf' },
} as const satisfies Record<string, { path: string; type: string; extension: string }>

export type DocumentFormat = keyof typeof documentFormats
export const formats = Object.keys(documentFormats) as DocumentFormat[]
