import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The tests of the API that run on PostgreSQL as well, by what the two engines may do differently. Everything else of test/api is the same
 * program above the same doors: on PostgreSQL it runs with `npm test -- --engine=all`.
 */
const onBothEngines = {
  'every route, asked by everybody': ['matrix', 'reads'],
  'what each room writes and reads again': [
    'accessibility',
    'afterwards',
    'cancellations',
    'corrections-of-activities',
    'feedback',
    'hearings',
    'indicators',
    'invitations',
    'letterhead',
    'links',
    'mail-words',
    'organisations',
    'plans',
    'preparation',
    'follow-up',
    'tags',
  ],
  'locks: two who write at once, and who is second': [
    'locks',
    'focus-areas',
    'meetings',
    'owners',
    'registering',
    'reports',
    'reviews',
    'updates',
  ],
  'revisions: nothing old is told as new': ['following', 'freshness'],
  'idempotency: one write, however often it is sent': ['activities', 'drafts'],
  'migrations: what is older is refused': ['older-database'],
  'guards, masking and erasing': ['erasure', 'masked-words', 'trail'],
  'statements told once': ['statement'],
  'search, order and what is absent': ['changes', 'people', 'point-lists'],
  'days and instants: what ends, is due or is let go': ['outbox', 'reminders', 'retention', 'sessions'],
  'bytes in pieces': ['kept-files'],
  'what one test leaves to the next': ['worlds'],
} as const

const chosen = Object.values(onBothEngines).flatMap((names) =>
  names.map((name) => `test/api/${name}.test.ts`),
)

/** The tests that run on PostgreSQL, by path from the root of the clone; with `all` those of the whole API. */
export const testsOnPostgres = (all: boolean): string[] => (all ? ['test/api/**/*.test.ts'] : chosen)

/** What is named here and is not there any more: such a test would be left out without a word. */
export const lostTests = (root: string): string[] => chosen.filter((file) => !existsSync(join(root, file)))
