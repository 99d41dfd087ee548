import { readFileSync } from 'node:fs'
import { leftByChecks, type CheckOutcome, type Shortcoming } from '#domain/accessibility.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { latestChecks } from './store.ts'

/** What axe found when it last went through every page: written by the tests in a browser (`node test/record-axe.ts`). */
export interface AutomaticChecks {
  checkedOn: string
  axe: string
  pages: { path: string; languages: string[]; findings: string[] }[]
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

export const automaticChecks = read('./automatic-checks.json') as AutomaticChecks

/** What those who make the program have carried out of the manual protocol, in a browser without a person (docs/accessibility.md). */
const ownChecks = read('./manual-checks.json') as CheckOutcome[]

/** The latest that is known of each manual check: what somebody here has found comes before what the makers have. */
export async function knownChecks(tx: Tx): Promise<CheckOutcome[]> {
  const here = await latestChecks(tx)
  const known = new Set(here.map(({ check }) => check))
  return [...here, ...ownChecks.filter(({ check }) => !known.has(check))]
}

/**
 * The shortcomings that follow from the checks, as the statement has them (T10). Always in Swedish, for so is the statement. When each is mended is for
 * whoever answers for the site to say.
 */
export function shortcomingsOf(known: readonly CheckOutcome[]): Shortcoming[] {
  const say = speaker('sv')
  const { items, found, untried: reason } = words.sv.accessibilityChecks
  const { faults, untried } = leftByChecks(known)
  return [
    ...faults.map(({ check, note }) => ({
      what: note,
      whom: say(items[check].whom),
      why: say(found),
      mendedBy: null,
    })),
    ...automaticChecks.pages
      .filter(({ findings }) => findings.length > 0)
      .map(({ path, findings }) => ({
        what: say(words.sv.accessibilityChecks.automaticFound, { path, findings: findings.join(', ') }),
        whom: say(words.sv.accessibilityChecks.automaticWhom),
        why: say(found),
        mendedBy: null,
      })),
    ...untried.map((check) => ({
      what: say(items[check].untried),
      whom: say(items[check].whom),
      why: say(reason),
      mendedBy: null,
    })),
  ]
}
