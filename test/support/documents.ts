import { documentMaking, type DocumentMaking } from '../../server/reports/making.ts'

// Started with the first document a process is asked for, and kept as long as it runs: starting Typst is half of making a document.
const { make } = documentMaking({ rest: 3_600_000 })

/** Makes documents for all tests of this process. */
export const documents: DocumentMaking = { make, close: () => Promise.resolve() }
