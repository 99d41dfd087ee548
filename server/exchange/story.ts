import type { Day } from '#domain/calendar.ts'
import { statuses, type Status } from '#domain/status.ts'
import { folded, isBlank, limits } from '#domain/text.ts'
import { needsReason } from '#domain/update.ts'
import type { Entry, Report } from './entries.ts'
import type { Mapping, Meaning } from './mapping.ts'
import type { ProposedUpdate } from './proposal.ts'
import { firstSentence } from './report-import.ts'

type Claim = ProposedUpdate['claim']

/** What stands of a point before a row is read: the status as the file wrote it, and the update it came from. */
interface Before {
  value: string
  claim: Omit<Claim, 'holdsFrom'>
}

/**
 * A point's rows told as updates, by round: undefined where nobody reported, so that the status before still holds (trap 24). The same status
 * with a text that begins as `nothingNew` repeats what stood, as that answer; a finished point may be answered so too, for the history says it was.
 */
export function storyOf(
  entries: readonly Entry[],
  receiver: string,
  mapping: Mapping,
  report: Report,
): Map<number, ProposedUpdate> {
  const meanings = new Map(
    Object.entries(mapping.statuses).map(([value, meaning]) => [folded(value), meaning]),
  )
  const story = new Map<number, ProposedUpdate>()
  let before: Before | undefined
  for (const entry of entries.toSorted((a, b) => a.round - b.round)) {
    const { adoption, heldOn, holdsFrom: standsOn } = mapping.rounds[entry.round]!
    const value = folded(entry.cells.status)
    if (value === '') continue
    const meaning = meanings.get(value)
    if (!meaning) {
      const known = Object.keys(mapping.statuses).join(', ')
      report(entry.row, 'status', 'status-unknown', { value: entry.cells.status, known })
      continue
    }
    if (adoption) {
      // What is adopted has not begun: a list that says otherwise tells of a later day.
      if (meaning.status !== 'not_started') report(entry.row, 'status', 'status-at-adoption')
      before = { value, claim: { status: 'not_started', outlook: 'not_assessed' } }
      continue
    }
    const day = heldOn ?? standsOn!
    const text = entry.cells.text
    const again = before?.value === value && saysNothingNew(text, mapping.nothingNew)
    const { holdsFrom, ...claim } = again
      ? { ...repeated(before!.claim, text, mapping.nothingNew!), holdsFrom: day }
      : claimOf(meaning, text || (mapping.defaults?.text ?? ''), day, before?.claim.status, receiver)
    story.set(entry.round, {
      row: entry.row,
      number: entry.number,
      answer: again ? 'nothing_new' : 'update',
      claim: { ...claim, holdsFrom },
    })
    before = { value, claim }
  }
  return story
}

const saysNothingNew = (text: string, prefix: string | undefined): boolean =>
  prefix !== undefined && folded(text).startsWith(folded(prefix))

/** What stands, said again; words beyond the prefix are kept as a note, so that nothing said is dropped. */
function repeated(
  { status, outlook, reason, closing, evidence, decision }: Before['claim'],
  text: string,
  prefix: string,
) {
  const more = /[\p{L}\p{N}]/u.test(folded(text).slice(folded(prefix).length))
  return {
    status,
    outlook,
    reason,
    closing,
    evidence,
    decision,
    note: more ? text : undefined,
  }
}

function claimOf(
  { status, outlook = 'not_assessed', handover, decision }: Meaning,
  text: string,
  day: Day,
  before: Status = 'not_started',
  receiver: string,
): Claim {
  const { needs } = statuses[status]
  const result = needs.includes('result')
  const claim: Claim = {
    status,
    outlook,
    holdsFrom: day,
    note: !result && !isBlank(text) ? text : undefined,
    closing: handover
      ? { receiver, ...handover, embeddedFrom: day }
      : result
        ? { result: text, carriedOutOn: day }
        : undefined,
    evidence: handover ? 'none' : undefined,
    decision,
  }
  const current = { status: before, outlook: 'not_assessed' as const, dueOn: null }
  const asked = { status, outlook, holdsFrom: day, note: text, evidence: [] }
  const reason = needsReason(asked, { current }) ? firstSentence(text, limits.reason) : ''
  return reason === '' ? claim : { ...claim, reason }
}
