import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { newFolder } from './folders.ts'

/** A folder of its own for a test's data; gone when the test is over. */
export function ownFolder(name: string): string {
  const folder = newFolder(name)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
