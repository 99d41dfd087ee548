import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

/** What a run came to. A file that could not be loaded and an error outside every test count as one failure each. */
export type Counts = { passed: number; failed: number; skipped: number }

/** Hands the counts to the runner that started vitest (test/run.ts), or prints them where nobody did. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strays: readonly SerializedError[]) {
    const counts: Counts = { passed: 0, failed: strays.length, skipped: 0 }
    for (const module of modules) {
      counts.failed += module.errors().length
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
      for (const test of module.children.allTests()) counts[outcomeOf(test)] += 1
    }
    if (process.send) process.send(counts)
    else console.log(closingLine(counts))
  }
}

/** A test that never came to its end has failed. */
function outcomeOf(test: TestCase): keyof Counts {
  const { state } = test.result()
  return state === 'pending' ? 'failed' : state
}

/** The line that stands last, alone, on standard output. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
