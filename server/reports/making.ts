import { Worker } from 'node:worker_threads'
import { Refused, statusOf, type RefusalCode } from '../http/refusal.ts'
import type { ReportContent } from './content.ts'
import type { DocumentFormat } from './formats.ts'
import type { Delivery, Order, Told } from './worker.ts'

export interface DocumentMaking {
  /**
   * A document as a file's bytes. Refuses when too many wait already (503 `documents-busy`), when it takes too long (503 `document-too-slow`), when it
   * can not be made (500 `document-failed`, with the cause for the log), and a PDF where the machine has no Typst (501 `pdf-not-here`).
   */
  make: (format: DocumentFormat, content: ReportContent) => Promise<Buffer>
  /** Lets the threads go; who still waits is refused. */
  close: () => Promise<void>
}

interface Job {
  order: Order
  resolve: (bytes: Buffer) => void
  reject: (reason: Refused) => void
}

interface Thread {
  worker: Worker
  job: Job | undefined
  /** Told to end: it takes nothing more, and its place is taken until it has. */
  leaving: boolean
  /** Of the document it is at, or of its rest. */
  timer?: NodeJS.Timeout
}

const usual = {
  /** How many documents are made beside each other, how many may wait, how long one may take, and how long a thread rests before it is let go. */
  atOnce: 2,
  waiting: 8,
  timeLimit: 30_000,
  rest: 30_000,
  program: new URL('./worker.ts', import.meta.url),
}

/** Makes documents in threads of their own: started when there is something to make, let go when there is nothing, so that they cost no memory at rest. */
export function documentMaking(how: Partial<typeof usual> = {}): DocumentMaking {
  const { atOnce, waiting, timeLimit, rest, program } = { ...usual, ...how }
  const threads = new Set<Thread>()
  const queue: Job[] = []
  let closed = false

  function begin(): Thread {
    const worker = new Worker(program, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const thread: Thread = { worker, job: undefined, leaving: false }
    threads.add(thread)
    worker.on('message', (delivery: Delivery) => {
      if (thread.leaving) return
      settle(thread, delivery)
      next(thread)
    })
    worker.on('error', (error) => settle(thread, { failed: String(error) }))
    // What Typst is in the midst of cannot be broken off: the place is free when the thread has really ended.
    worker.on('exit', () => {
      threads.delete(thread)
      settle(thread, { failed: 'the thread ended' })
      if (queue.length > 0) next(begin())
    })
    return thread
  }

  /** A thread that rests is asked to end; one in the midst of a document is broken off, which may bring down what native code it is in. */
  function end(thread: Thread): Promise<number> {
    const { worker, job } = thread
    thread.leaving = true
    if (job) return worker.terminate()
    return new Promise((resolve) => {
      worker.ref()
      worker.once('exit', resolve)
      worker.postMessage('end' satisfies Told)
    })
  }

  function next(thread: Thread): void {
    const job = closed ? undefined : queue.shift()
    if (!job) {
      thread.worker.unref()
      thread.timer = setTimeout(() => void end(thread), rest).unref()
      return
    }
    thread.worker.ref()
    thread.job = job
    thread.timer = setTimeout(() => {
      void end(thread)
      settle(thread, { refused: 'document-too-slow' })
    }, timeLimit)
    thread.worker.postMessage(job.order)
  }

  function settle(thread: Thread, delivery: Delivery): void {
    const { job } = thread
    clearTimeout(thread.timer)
    thread.job = undefined
    if (!job) return
    if ('made' in delivery) job.resolve(Buffer.from(delivery.made.buffer))
    else if ('refused' in delivery) job.reject(refusal(delivery.refused))
    else job.reject(Object.assign(new Refused('document-failed'), { cause: failure(delivery.failed) }))
  }

  return {
    make: (format, content) =>
      new Promise((resolve, reject) => {
        const idle = [...threads].find(({ job, leaving }) => !job && !leaving)
        const free = idle !== undefined || threads.size < atOnce
        if (closed || (!free && queue.length >= waiting)) {
          return reject(refusal('documents-busy'))
        }
        queue.push({ order: { format, content }, resolve, reject })
        if (idle) {
          clearTimeout(idle.timer)
          next(idle)
        } else if (free) next(begin())
      }),
    close: async () => {
      closed = true
      for (const job of queue.splice(0)) job.reject(refusal('documents-busy'))
      await Promise.all([...threads].map(end))
    },
  }
}

/** A 503 is worth trying again when those that wait have been made. */
const refusal = (code: RefusalCode) => new Refused(code, statusOf(code) === 503 ? { retryAfter: 60 } : {})

/** What the thread said went wrong, for the log, with the thread's own lines of where. */
function failure(told: string): Error {
  const error = new Error(told.split('\n')[0])
  error.stack = told
  return error
}
