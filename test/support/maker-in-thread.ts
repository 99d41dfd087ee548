import { parentPort } from 'node:worker_threads'
import type { Delivery, Told } from '../../server/reports/worker.ts'

// Makes no documents: does what a test tells it by the title of its content, so that the threads around it can be tested.

parentPort?.on('message', (told: Told) => {
  if (told === 'end') return parentPort?.close()
  const { title, letterhead } = told.content
  // Memory that the test shares: how many have begun, and whether they may go on.
  const shared = (letterhead as unknown as { shared?: Int32Array<SharedArrayBuffer> }).shared
  if (shared) {
    Atomics.add(shared, 0, 1)
    Atomics.notify(shared, 0)
    Atomics.wait(shared, 1, 0)
  }
  if (title === 'never') for (;;);
  if (title === 'dies') process.exit(1)
  const delivery: Delivery =
    title === 'fails'
      ? { failed: 'Error: no alt text\n    at somewhere' }
      : { made: new TextEncoder().encode(title) }
  parentPort?.postMessage(delivery)
})
