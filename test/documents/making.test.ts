import { expect, onTestFinished, test } from 'vitest'
import { documentMaking } from '../../server/reports/making.ts'
import type { Refused } from '../../server/http/refusal.ts'
import { contentWith } from '../support/report-content.ts'

const program = new URL('../support/maker-in-thread.ts', import.meta.url)

function threads(how: Parameters<typeof documentMaking>[0] = {}) {
  const { make, close } = documentMaking({ program, ...how })
  onTestFinished(close)
  return {
    close,
    make: (title: string, shared?: Int32Array) =>
      make('pdf', contentWith({ title, letterhead: { name: '', ...(shared && { shared }) } })).then(String),
  }
}

const codeOf = (making: Promise<unknown>) =>
  making.then(
    () => 'made',
    (refused: Refused) => `${refused.status} ${refused.code}`,
  )

/** Until so many have begun. */
async function begun(shared: Int32Array<SharedArrayBuffer>, many: number): Promise<void> {
  for (let now = Atomics.load(shared, 0); now < many; now = Atomics.load(shared, 0))
    await Atomics.waitAsync(shared, 0, now).value
}

function letGo(shared: Int32Array<SharedArrayBuffer>): void {
  Atomics.store(shared, 1, 1)
  Atomics.notify(shared, 1)
}

test('two documents are made at once, and the third when one of them is done', async () => {
  const { make } = threads()
  const shared = new Int32Array(new SharedArrayBuffer(8))
  const first = make('one', shared)
  const second = make('two', shared)
  const third = make('three', shared)
  await begun(shared, 2)
  expect(Atomics.load(shared, 0)).toBe(2)
  letGo(shared)
  expect(await Promise.all([first, second, third])).toEqual(['one', 'two', 'three'])
  expect(Atomics.load(shared, 0)).toBe(3)
})

test('who finds the queue full is told to come back, and those who wait get theirs', async () => {
  const { make } = threads({ atOnce: 1, waiting: 1 })
  const shared = new Int32Array(new SharedArrayBuffer(8))
  const first = make('one', shared)
  const second = make('two', shared)
  const third = make('three', shared)
  await expect(third).rejects.toMatchObject({ status: 503, code: 'documents-busy', retryAfter: 60 })
  letGo(shared)
  expect(await Promise.all([first, second])).toEqual(['one', 'two'])
})

test('a document that never gets done is given up, and the next one is made', async () => {
  const { make } = threads({ atOnce: 1, timeLimit: 1500 })
  const never = codeOf(make('never'))
  const next = make('next')
  expect(await never).toBe('503 document-too-slow')
  expect(await next).toBe('next')
})

test('what goes wrong in a thread is refused with its cause, and a thread that dies takes nobody with it', async () => {
  const { make } = threads({ atOnce: 1 })
  await expect(make('fails')).rejects.toMatchObject({
    status: 500,
    code: 'document-failed',
    cause: { message: 'Error: no alt text' },
  })
  const dies = codeOf(make('dies'))
  const next = make('next')
  expect(await dies).toBe('500 document-failed')
  expect(await next).toBe('next')
})

test('threads that have nothing to do are let go, and begin again when there is something', async () => {
  const { make } = threads({ rest: 0 })
  expect(await make('one')).toBe('one')
  expect(await make('two')).toBe('two')
})

test('who waits when the program stops is refused, and nothing is left running', async () => {
  const { make, close } = threads({ atOnce: 1 })
  const working = codeOf(make('never'))
  const waiting = codeOf(make('next'))
  await close()
  expect(await waiting).toBe('503 documents-busy')
  expect(await working).toBe('500 document-failed')
  expect(await codeOf(make('late'))).toBe('503 documents-busy')
})
