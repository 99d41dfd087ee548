import { partsOf } from '#domain/file.ts'
import type { Database, Tx } from '../database/database.ts'
import { activityTotals } from '../activities/listing.store.ts'
import { hashOf } from '../files/finish.ts'
import { everyFinishedFile, readPart, type FileRecord } from '../files/store.ts'
import { listEveryPlan } from '../database/plan.ts'
import { pointsOf } from '../points/store.ts'
import { pointsOnDay } from '../points/state-on-day.store.ts'
import { chainHash, type Snapshot } from '../reviews/snapshot.ts'
import { closuresOf } from '../reviews/close.store.ts'
import { decisionsOf } from '../reviews/decisions.store.ts'
import { spokenOn } from '../reviews/afterwards/minutes.store.ts'
import { everyText, readTexts, saltedHash } from '../texts/store.ts'

export interface Verdict {
  /** What was looked at, for people: one line a plan. */
  checked: string[]
  faults: string[]
}

/**
 * Recomputes what may not have changed: the chain of closed review days, each free text and file against its hash (a masked one is accepted
 * as masked), each snapshot's statuses, decisions and comments against the history as it was known when the day closed, and the counters that lists show.
 */
export async function verify(db: Database): Promise<Verdict> {
  return db.read(async (tx) => {
    const verdict: Verdict = { checked: [], faults: [] }
    for (const plan of await listEveryPlan(tx)) {
      const closures = await closuresOf(tx, plan.id)
      let previous = ''
      for (const closure of closures) {
        const { term } = JSON.parse(closure.snapshot) as Snapshot
        const where = `${plan.slug} ${term}`
        if (closure.previousHash !== previous)
          verdict.faults.push(`${where}: is not chained to the review day before`)
        if (chainHash(closure.previousHash, closure.snapshot) !== closure.hash) {
          verdict.faults.push(`${where}: the stored report does not match its hash`)
        }
        previous = closure.hash
        verdict.faults.push(
          ...[
            ...(await compareWithHistory(tx, plan.id, closure)),
            ...(await compareWithWords(tx, closure)),
          ].map((fault) => `${where}: ${fault}`),
        )
      }
      const recounted = await activityTotals(tx, plan.id, '9999')
      for (const point of await pointsOf(tx, plan.id)) {
        const counted = recounted.get(point.id)?.activities ?? 0
        if (counted !== point.activityCount) {
          verdict.faults.push(
            `${plan.slug} ${point.number}: ${point.activityCount} activities are shown, ${counted} are there`,
          )
        }
      }
      verdict.checked.push(`${plan.slug}: ${closures.length} closed review days`)
    }
    const texts = await everyText(tx)
    for (const { id, body, salt, sha256 } of texts) {
      if (body !== null && saltedHash(salt ?? '', body) !== sha256)
        verdict.faults.push(`text ${id}: does not match its hash`)
    }
    verdict.checked.push(`${texts.length} free texts`)
    const files = await everyFinishedFile(tx)
    for (const file of files) {
      const matches = file.maskedAt ?? (await hashOf(file.salt ?? '', storedPieces(tx, file))) === file.sha256
      if (!matches) verdict.faults.push(`file ${file.id}: does not match its hash`)
    }
    verdict.checked.push(`${files.length} files`)
    return verdict
  })
}

/** The seek over the history is the snapshot's oracle: status on the day; the guards let nothing be recorded into it afterwards. */
async function compareWithHistory(
  tx: Tx,
  planId: number,
  closure: Awaited<ReturnType<typeof closuresOf>>[number],
): Promise<string[]> {
  const { points } = JSON.parse(closure.snapshot) as Snapshot
  const now = new Map((await pointsOnDay(tx, planId, closure.heldOn)).map((point) => [point.number, point]))
  return points.flatMap(({ number, status, outlook }) => {
    const point = now.get(number)
    if (point?.status === status && point.outlook === outlook) return []
    return [
      `${number} is ${status}, ${outlook} in the report and ${point?.status}, ${point?.outlook} in the history`,
    ]
  })
}

/** What was decided and said on a closed day is what its report holds, all of it and nothing else: texts by id and hash. */
async function compareWithWords(
  tx: Tx,
  closure: Awaited<ReturnType<typeof closuresOf>>[number],
): Promise<string[]> {
  const { decisions, comments } = JSON.parse(closure.snapshot) as Snapshot
  const decided = (await decisionsOf(tx, closure.reviewId)).map(({ text }) => text.text)
  const spoken = (await spokenOn(tx, closure.reviewId)).map(({ textId }) => textId)
  const frozen = [...decisions, ...(comments ?? [])].map(({ text }) => text)
  const hashes = await readTexts(
    tx,
    frozen.map(({ text }) => text),
  )
  const differs = (kind: string, held: readonly number[], kept: readonly number[]) =>
    held.length === kept.length && held.every((id) => kept.includes(id))
      ? []
      : [`${held.length} ${kind} are in the report and ${kept.length} in the history`]
  return [
    ...differs(
      'decisions',
      decisions.map(({ text }) => text.text),
      decided,
    ),
    ...differs('comments', comments?.map(({ text }) => text.text) ?? [], spoken),
    ...frozen
      .filter(({ text, sha256 }) => hashes.get(text)?.sha256 !== sha256)
      .map(({ text }) => `text ${text} has another hash in the report`),
  ]
}

/** A file's pieces as they are stored, one in memory at a time. */
async function* storedPieces(tx: Tx, file: FileRecord): AsyncGenerator<Buffer> {
  for (let n = 1; n <= partsOf(file.bytes); n += 1) yield (await readPart(tx, file.id, n)) ?? Buffer.alloc(0)
}

/** `npm run verify`: every fault a line; exit code 1 when there is one. */
export async function verifyCommand(db: Database, print: (line: string) => void): Promise<number> {
  const { checked, faults } = await verify(db)
  for (const line of [...checked, ...faults.map((fault) => `FAULT ${fault}`)]) print(line)
  print(faults.length === 0 ? 'Everything matches.' : `${faults.length} faults.`)
  return faults.length === 0 ? 0 : 1
}
