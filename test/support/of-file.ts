import { afterAll, beforeAll } from 'vitest'

/** Told what to do when something is no longer needed. */
export type Over = (close: () => Promise<void>) => void

/** What the tests of a file share because they only read: opened before the first of them, closed after the last. */
export function ofFile<T>(open: (over: Over) => Promise<T>): () => T {
  const closings: (() => Promise<void>)[] = []
  let shared: T | undefined
  beforeAll(async () => {
    shared = await open((close) => closings.push(close))
  })
  afterAll(async () => {
    for (const close of closings) await close()
  })
  return () => {
    if (shared === undefined) throw new Error('asked for before the tests of the file began')
    return shared
  }
}
