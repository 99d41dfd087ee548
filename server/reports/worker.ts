import { parentPort } from 'node:worker_threads'
import { Refused, type RefusalCode } from '../http/refusal.ts'
import type { ReportContent } from './content.ts'
import type { DocumentFormat } from './formats.ts'

// Runs in a thread of its own (making.ts), so that a long document holds nobody up. A library is loaded with the first document that needs it.

export interface Order {
  format: DocumentFormat
  content: ReportContent
}
/** What a thread is told: a document to make, or that it may end. */
export type Told = Order | 'end'
export type Delivery = { made: Uint8Array<ArrayBuffer> } | { refused: RefusalCode } | { failed: string }

/** Who makes which format. */
const makers: Record<DocumentFormat, (content: ReportContent) => Promise<Uint8Array>> = {
  pdf: async (content) => (await import('./pdf/pdf.ts')).reportPdf(content),
  'summary.pdf': async (content) => (await import('./pdf/pdf.ts')).summaryPdf(content),
  docx: async (content) => (await import('./docx/docx.ts')).docxOf(content),
  pptx: async (content) => (await import('./pptx/pptx.ts')).pptxOf(content),
}

async function deliver({ format, content }: Order): Promise<Delivery> {
  try {
    return { made: new Uint8Array(await makers[format](content)) }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (told: Told) => {
  // Nothing is listened for any longer: the thread ends by itself, and what it has loaded is let go in order.
  if (told === 'end') return parentPort?.close()
  void deliver(told).then((delivery) => {
    parentPort?.postMessage(delivery, 'made' in delivery ? [delivery.made.buffer] : [])
  })
})
