import { createHash } from 'node:crypto'
import type { Plan } from '../database/plan.ts'

/** What of a plan's row is no fact that somebody writes. */
const kept: readonly string[] = ['id', 'slug', 'publishedAt', 'createdAt', 'revision']

/** Tells whether a plan's facts are still those that somebody saw: another text for other facts, the same for the same. */
export function factsVersion(plan: Plan): string {
  const facts = Object.entries(plan).filter(([key]) => !kept.includes(key))
  return createHash('sha256').update(JSON.stringify(facts.sort())).digest('hex').slice(0, 16)
}
