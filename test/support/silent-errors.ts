import { format } from 'node:util'
import { afterEach, expect } from 'vitest'

// Svelte and others report what they only half forgive on console.error. A test during which that happened has failed.
const said: string[] = []
console.error = (...words: unknown[]) => {
  said.push(format(...words))
}

afterEach(() => {
  expect(said.splice(0), 'said on console.error during this test').toEqual([])
})
